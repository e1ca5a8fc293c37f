import type { HandlerType } from '@nocobase/resourcer';
import type { Application } from '@nocobase/server';
import { perDatabase } from '../runtime/per-database';
import { notFound } from '../runtime/errors';
import { ownNamesOf } from '../runtime/own-names';
import { asHandler, type ActionContext } from './context';
import { localeOfRequest, refuse } from './define';

const names = perDatabase(() => new Set<string>());

/** Registers HTTP actions of ours, `resource:action` by handler. */
export function registerOwnActions(app: Application, handlers: Readonly<Record<string, HandlerType>>): void {
  Object.keys(handlers).forEach((name) => names(app.db).add(name));
  app.resourceManager.registerActionHandlers(handlers);
}

type NamedContext = ActionContext & { readonly action: { readonly resourceName: string; readonly actionName: string } };

/**
 * Tables of the engine are reached by our actions only, whoever asks, the root user included: NocoBase's own `list`, `update`,
 * `destroy` … on them would read cases past their readers, and change limits, history and tasks without a command.
 */
export function refuseForeignActions(app: Application): void {
  const guard = asHandler(async (context, next) => {
    const { resourceName, actionName } = (context as NamedContext).action;
    const isOurs = names(app.db).has(`${resourceName}:${actionName}`);
    if (isOurs || !isOfEngine(app, resourceName)) return next();
    const refusal = notFound('action.notFound', { action: `${resourceName}:${actionName}` });
    refuse(context, refusal, localeOfRequest(context));
  });
  app.resourceManager.use(guard, { tag: 'wuxinOwnActions', after: 'auth', before: 'acl' });
}

/** `bpmnTasks`, and what leads to such a table through another one (`users.openTasks`). */
function isOfEngine({ db }: Application, resourceName: string): boolean {
  const collection = db.getCollection(resourceName)?.name; // of an association, the one that it leads to
  return ownNamesOf(db).has(collection);
}
