import type { Application } from '@nocobase/server';
import { extname } from 'node:path';
import { engineOf } from '../runtime/engine';
import { badInput } from '../runtime/errors';
import { recordCollectionsOf } from '../versions';
import { ownedCollectionsOf } from '../records';
import { noteUpload } from '../uploads';
import { asHandler, type ActionContext } from './context';
import { isAllowedFile } from './receive-file';

type UploadContext = ActionContext & {
  readonly action: {
    readonly resourceName?: string;
    readonly actionName?: string;
    readonly params: { readonly attachmentField?: unknown };
  };
};

/**
 * NocoBase's upload field sends a file to `attachments` before anybody submits the form. Where the field is one of a case's record,
 * the file is noted as its uploader's, who alone opens it until then, and is taken only of the kinds that a case takes.
 */
export function noteFormUploads(app: Application): void {
  const note = asHandler(async (context, next) => {
    const { action } = context as UploadContext;
    await next();
    const isUpload = action.resourceName === 'attachments' && ['create', 'upload'].includes(action.actionName ?? '');
    if (!isUpload || !isOfRecord(app, action.params.attachmentField) || !context.state.currentUser) return;
    const row = context.body as { get?(name: string): unknown } | undefined; // what NocoBase's upload answers: a model
    const attachmentId = Number(row?.get?.('id'));
    if (!Number.isSafeInteger(attachmentId)) return;
    const extension = extname(String(row?.get?.('filename'))).toLowerCase();
    if (!isAllowedFile(extension)) {
      await app.db.getRepository('attachments').destroy({ filterByTk: attachmentId });
      // thrown: what of NocoBase runs around this reads the row from the answer
      throw badInput('file.typeNotAllowed', { extension });
    }
    const { id, nickname, username } = context.state.currentUser;
    const by = { uploadedById: Number(id), uploadedByName: nickname || username || String(id) };
    await engineOf(app.db).write((tx) => noteUpload(tx, { instanceId: null, attachmentId, ...by }));
  });
  app.resourceManager.use(note, { tag: 'wuxinFormUploads', after: 'acl' });
}

/** `covenants.minutesFiles`: a field of a record, or of rows that a record owns. */
function isOfRecord({ db }: Application, field: unknown): boolean {
  const [collection] = typeof field === 'string' ? field.split('.') : [];
  if (collection === undefined) return false;
  const records = recordCollectionsOf(db)();
  return records.has(collection) || [...records].some((name) => ownedCollectionsOf(db, name).has(collection));
}
