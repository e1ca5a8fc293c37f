import { engineOf, type ReadTx, type Tx } from '@wuxin/plugin-bpmn';
import { createHash } from 'node:crypto';
import type { FilePurpose, FileView } from '../../common/api';
import { tables, type FileRecord } from '../store';

export interface NewFile {
  readonly ownerId: string;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly addedById: number | null;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps a file that was recognised. */
export async function keepFile(tx: Tx, { bytes, ...file }: NewFile): Promise<FileRecord> {
  const row = { ...file, id: engineOf(tx.db).newId(), size: bytes.length, sha256: sha256(bytes), addedAt: tx.now };
  await tables.files.insert(tx, [row]);
  await tables.fileBytes.insert(tx, [{ id: row.id, bytes: Buffer.from(bytes).toString('base64') }]);
  return row;
}

/** Other bytes and another name for a file that stays in its place. */
export async function rewriteFile(
  tx: Tx,
  id: string,
  { name, bytes }: { name: string; bytes: Uint8Array | null },
): Promise<void> {
  const written = bytes === null ? {} : { size: bytes.length, sha256: sha256(bytes) };
  await tables.files.update(tx, { id }, { name, ...written });
  if (bytes !== null) await tables.fileBytes.update(tx, { id }, { bytes: Buffer.from(bytes).toString('base64') });
}

export async function dropFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tables.files.delete(tx, { id: [...ids] });
  await tables.fileBytes.delete(tx, { id: [...ids] });
}

/** In the order in which they were added. */
export const attachmentsOf = (tx: ReadTx, noticeId: string): Promise<FileRecord[]> =>
  tables.files.select(tx, { ownerId: noticeId, purpose: 'attachment' }, { order: [['addedAt', 'ASC'], ['id', 'ASC']] }); // prettier-ignore

export async function bytesOf(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const rows = ids.length === 0 ? [] : await tables.fileBytes.select(tx, { id: [...ids] });
  return new Map(rows.map(({ id, bytes }) => [id, Buffer.from(bytes, 'base64')]));
}

export const fileView = ({ id, purpose, name, type, size, sha256: hash }: FileRecord): FileView => ({
  id,
  purpose,
  name,
  type,
  size,
  sha256: hash,
});
