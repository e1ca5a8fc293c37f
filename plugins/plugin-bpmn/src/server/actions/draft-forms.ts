import type { Application } from '@nocobase/server';
import { processesOfForms } from '../forms';
import type { Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { mustHave } from '../runtime/rights';
import type { Tx } from '../runtime/tx';
import { noteAuthor } from '../two-people';
import { asHandler, type ActionContext } from './context';
import { localeOfRequest, requestOf } from './define';

type ModelContext = ActionContext & { readonly action: { readonly resourceName?: string; readonly actionName?: string } };

const MODELS = ['flowModels', 'flowSurfaces'];
const READS = ['findOne', 'get', 'list', 'query'];

/**
 * Forms of tasks are drawn in NocoBase's own designer, which saves them by its own actions: who may change its pages may change these only
 * with the right to design processes.
 */
export function guardDraftForms(app: Application): void {
  const guard = asHandler(async (context, next) => {
    const { resourceName = '', actionName = '', params } = (context as ModelContext).action;
    if (!context.state.currentUser || !MODELS.includes(resourceName) || READS.includes(actionName)) return next();
    const { actor } = requestOf(context, localeOfRequest(context));
    const uids = [...namesIn(params)];
    const touched = await engineOf(app.db).read((tx) => processesOfForms(tx, uids));
    if (touched.length === 0) return next();
    mustHave(actor, 'design');
    const note = () => engineOf(app.db).write((tx) => noteAll(tx, actor, touched));
    await note();
    await next();
    // again: whoever publishes in between has seen the form as it was before
    await note();
  });
  app.resourceManager.use(guard, { tag: 'wuxinDraftForms', after: 'acl' });
}

async function noteAll(tx: Tx, actor: Actor, processKeys: readonly string[]): Promise<void> {
  for (const key of processKeys) await noteAuthor(tx, actor, key);
}

const MAX_UID_LENGTH = 255;

/** Every text in what was sent that could be the id of a model. */
function* namesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (value.length > 0 && value.length <= MAX_UID_LENGTH && !/\s/.test(value)) yield value;
  } else if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) yield* namesIn(part);
  }
}
