import { Op } from 'sequelize';
import { recordsWithFile } from '../records';
import { tables } from '../store';
import { recordCollectionsOf } from '../versions';
import type { Reader } from './reader';
import { takesPart, visibleTo } from './scopes';

/** `notOurs`: no case has the file, so what NocoBase says of it holds. */
export type FileAccess = 'allowed' | 'refused' | 'notOurs';

/**
 * Who may open a file of NocoBase's `attachments` that belongs to a case: whoever sees the case; of a field of its record, who takes part in it,
 * as with forms; before it is submitted, its uploader alone, whether it was added to a task or to a field of a form. NocoBase itself opens attachments to everybody who is
 * signed in, by numbers that anybody can count up.
 */
export async function fileAccess(reader: Reader, attachmentId: number): Promise<FileAccess> {
  const { tx, actor } = reader;
  const links = await tables.files.select(tx, { attachmentId });
  const isOwnUpload = links.some(({ taskId, uploadedById }) => taskId === null && uploadedById === actor.userId);
  const cases = links.flatMap(({ taskId, instanceId }) => (taskId !== null && instanceId !== null ? [instanceId] : []));
  // a file of a task is of that case only, whatever a record points at
  if (links.some(({ instanceId }) => instanceId !== null))
    return isOwnUpload || (await isIn(reader, cases, visibleTo)) ? 'allowed' : 'refused';
  const records = await recordsWithFile(tx, recordCollectionsOf(tx.db)(), attachmentId);
  if (records.length > 0) {
    const about = await tables.instances.selectColumns(tx, ['id'], { [Op.or]: records.map((ref) => ({ ...ref })) });
    if (about.length > 0)
      return (await isIn(
        reader,
        about.map(({ id }) => id),
        takesPart,
      ))
        ? 'allowed'
        : 'refused';
    return 'notOurs';
  }
  if (links.length === 0) return 'notOurs';
  return isOwnUpload ? 'allowed' : 'refused';
}

async function isIn(reader: Reader, instanceIds: readonly string[], scope: typeof visibleTo): Promise<boolean> {
  const ids = [...new Set(instanceIds)];
  if (ids.length === 0) return false;
  return (await tables.instances.count(reader.tx, { [Op.or]: ids.map((id) => scope(reader, id)) })) > 0;
}
