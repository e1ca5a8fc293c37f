import type { HandlerType } from '@nocobase/resourcer';
import type { FileRef } from '../../common/api';
import { mustHoldOrAdminister } from '../commands';
import { badInput, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { noteUpload, queueDiscards } from '../uploads';
import { asHandler } from './context';
import { action, parseInput, refusing, type Request } from './define';
import * as Input from './inputs';
import { receiveFile } from './receive-file';

interface FileManager {
  createFileRecord(options: {
    filePath: string;
    collectionName: string;
    values?: object;
  }): Promise<{ get(name: string): unknown }>;
}

/** As many as one completion takes; what is not submitted goes after a while. */
const MAX_WAITING = 50;

/**
 * Takes a file for a task: who may complete it may add one, also an administrator on behalf of its holder. It belongs to the uploader until the task is completed with it.
 * NocoBase's file manager stores it; a role needs no right on its collection. @throws bad input `file.tooMany`, `file.tooLarge` …
 */
export const uploadFile: HandlerType = asHandler(async (context, next) => {
  await refusing(context, async (request) => {
    const { id: taskId } = parseInput(Input.OneTask, { id: context.action.params.filterByTk });
    await request.engine.read(async (tx) => mustHaveRoom(tx, request, await heldTask(tx, request, taskId)));
    const received = await receiveFile(context);
    const manager = context.app.pm.get('file-manager') as unknown as FileManager; // its own declarations are not published
    const stored = { filePath: received.path, collectionName: 'attachments', values: { title: received.title } };
    try {
      return await keepLink(request, taskId, await manager.createFileRecord(stored));
    } finally {
      await received.discard();
    }
  });
  await next();
});

/** The file belongs to the task that is still to be done; one that was done meanwhile takes none, and the storage keeps none. */
async function keepLink(request: Request, taskId: string, row: { get(name: string): unknown }): Promise<FileRef> {
  const { engine, actor } = request;
  const file = { id: Number(row.get('id')), title: String(row.get('title')), url: String(row.get('url')) };
  const by = { uploadedById: actor.userId, uploadedByName: actor.name };
  const link = engine.write(async (tx) => {
    const { instanceId } = await heldTask(tx, request, taskId);
    await noteUpload(tx, { instanceId, attachmentId: file.id, ...by });
    return tx.now;
  });
  const uploadedAt = await link.catch(async (error: unknown) => {
    await engine.db.getRepository('attachments').destroy({ filterByTk: file.id });
    throw error;
  });
  const facts = { mimetype: String(row.get('mimetype')), sizeInBytes: Number(row.get('size')), uploadedAt, isPending: true };
  return { ...file, ...facts, uploadedBy: { id: actor.userId, name: actor.name } };
}

async function mustHaveRoom(tx: Tx, { actor }: Request, { instanceId }: TaskRecord): Promise<void> {
  const waiting = await tables.files.count(tx, { instanceId, taskId: null, uploadedById: actor.userId });
  if (waiting >= MAX_WAITING) throw badInput('file.tooMany', { maximum: MAX_WAITING });
}

async function heldTask(tx: Tx, { actor }: Request, taskId: string): Promise<TaskRecord> {
  const task = await tables.tasks.find(tx, { id: taskId });
  if (!task) throw notFound('task.notFound', { taskId });
  await mustHoldOrAdminister(tx, actor, task);
  return task;
}

/** Removes a file that the reader has uploaded and not submitted yet, from the storage too. */
export const removeFile: HandlerType = action(Input.RemoveFile, ({ engine, actor }, { id, fileId }) =>
  engine.write(async (tx) => {
    const own = { attachmentId: fileId, uploadedById: actor.userId, taskId: null };
    const task = await tables.tasks.find(tx, { id });
    const removed = task ? await tables.files.delete(tx, { ...own, instanceId: task.instanceId }) : 0;
    if (!task || removed === 0) throw notFound('task.unknownFile', { fileId });
    await queueDiscards(tx, [{ instanceId: task.instanceId, attachmentId: fileId }]);
  }),
);
