import type { Application } from '@nocobase/server';
import { fileAccess } from '../queries';
import { notFound } from '../runtime/errors';
import { asHandler, type ActionContext } from './context';
import { refusing } from './define';
import { reading } from './reading';

type FileContext = ActionContext & {
  readonly action: { readonly resourceName?: string; readonly actionName?: string };
  readonly state: { readonly fileAccess?: { readonly id?: unknown; readonly temporaryAccess?: boolean } };
};

/** Actions of NocoBase that give a file, or an address that gives it for some minutes to whoever has that. */
const OPENING = new Set(['getFile', 'createTemporaryURL']);

/**
 * Files of cases are opened by who sees the case only; see {@link fileAccess}. For others there is no such file. A temporary
 * address is given to the same people, and holds for whom they hand it to: that is what NocoBase makes them for.
 */
export function guardCaseFiles(app: Application): void {
  const guard = asHandler(async (context, next) => {
    const { action, state } = context as FileContext;
    const isOpened = OPENING.has(action.actionName ?? '') && isAttachments(app, action.resourceName ?? '');
    if (!isOpened || !state.currentUser || state.fileAccess?.temporaryAccess) return next();
    const id = Number(state.fileAccess?.id ?? action.params.filterByTk);
    let isOpen = false;
    await refusing(context, async (request) => {
      if (!Number.isSafeInteger(id)) throw notFound('file.notFound');
      const access = await reading(request, (reader) => fileAccess(reader, id));
      if (access === 'refused') throw notFound('file.notFound');
      isOpen = true;
    });
    if (isOpen) await next();
  });
  app.resourceManager.use(guard, { tag: 'wuxinCaseFiles', after: 'acl' });
}

/** By themselves, and as what an association of another collection leads to. */
function isAttachments({ db }: Application, resourceName: string): boolean {
  return resourceName === 'attachments' || (resourceName.includes('.') && db.getCollection(resourceName)?.name === 'attachments');
}
