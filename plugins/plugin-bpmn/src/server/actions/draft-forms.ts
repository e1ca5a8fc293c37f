import type { Application } from '@nocobase/server';
import { processesOfForms } from '../forms';
import { engineOf } from '../runtime/engine';
import { mustHave } from '../runtime/rights';
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
    if (touched.length > 0) mustHave(actor, 'design');
    await next();
  });
  app.resourceManager.use(guard, { tag: 'wuxinDraftForms', after: 'acl' });
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
