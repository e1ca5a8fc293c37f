import type { Application } from '@nocobase/server';
import { fileAccess } from '../queries';
import { notFound } from '../runtime/errors';
import { asHandler, type ActionContext } from './context';
import { refusing } from './define';
import { reading } from './reading';

type FileContext = ActionContext & {
  readonly action: { readonly resourceName?: string; readonly actionName?: string };
  readonly state: { readonly fileAccess?: { readonly id?: unknown } };
};

/** Files of cases are opened by who sees the case only; see {@link fileAccess}. For others there is no such file. */
export function guardCaseFiles(app: Application): void {
  const guard = asHandler(async (context, next) => {
    const { action, state } = context as FileContext;
    if (action.resourceName !== 'attachments' || action.actionName !== 'getFile' || !state.currentUser) return next();
    const id = Number(state.fileAccess?.id ?? action.params.filterByTk);
    let isOpen = false;
    await refusing(context, async (request) => {
      const access = await reading(request, (reader) => fileAccess(reader, id));
      if (access === 'refused' || !Number.isSafeInteger(id)) throw notFound('file.notFound');
      isOpen = true;
    });
    if (isOpen) await next();
  });
  app.resourceManager.use(guard, { tag: 'wuxinCaseFiles', after: 'acl' });
}
