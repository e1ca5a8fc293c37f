import { Op } from 'sequelize';
import { recordsWithFile } from '../records';
import { tables } from '../store';
import { recordCollectionsOf } from '../versions';
import type { Reader } from './reader';
import { visibleTo } from './scopes';

/** `notOurs`: no case has the file, so what NocoBase says of it holds. */
export type FileAccess = 'allowed' | 'refused' | 'notOurs';

/**
 * Who may open a file of NocoBase's `attachments` that belongs to a case: whoever sees the case; before it is submitted,
 * its uploader alone. NocoBase itself opens attachments to everybody who is signed in, by numbers that anybody can count up.
 */
export async function fileAccess(reader: Reader, attachmentId: number): Promise<FileAccess> {
  const { tx, actor } = reader;
  const links = await tables.files.select(tx, { attachmentId });
  const records = await recordsWithFile(tx, recordCollectionsOf(tx.db)(), attachmentId);
  const ofRecords = records.length > 0 ? await tables.instances.select(tx, { [Op.or]: records.map((ref) => ({ ...ref })) }) : [];
  if (links.length === 0 && ofRecords.length === 0) return 'notOurs';
  if (links.some(({ taskId, uploadedById }) => taskId === null && uploadedById === actor.userId)) return 'allowed';
  const submitted = links.filter(({ taskId }) => taskId !== null).map(({ instanceId }) => instanceId);
  const ids = new Set([...submitted, ...ofRecords.map(({ id }) => id)]);
  if (ids.size === 0) return 'refused';
  const seen = await tables.instances.count(tx, { [Op.or]: [...ids].map((id) => visibleTo(reader, id)) });
  return seen > 0 ? 'allowed' : 'refused';
}
