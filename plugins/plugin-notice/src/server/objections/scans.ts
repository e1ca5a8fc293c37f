import { badInput, engineOf, type Tx } from '@wuxin/plugin-bpmn';
import { createHash } from 'node:crypto';
import type { ScanBody } from '../../common/api';
import { tables, type FileRecord } from '../store';

const MOST_BYTES = 5 * 1024 * 1024;
/** How files of a kind begin; what a name or a sender says of a file counts for nothing. */
const KINDS = [
  { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
] as const;

/** @throws bad input `objection.scan` */
export async function keepScan(tx: Tx, ownerId: string, scan: ScanBody, addedById: number): Promise<void> {
  const bytes = Buffer.from(scan.content, 'base64');
  const kind = KINDS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (!kind || bytes.length > MOST_BYTES) throw badInput('objection.scan', { megabytes: MOST_BYTES / 1024 / 1024 });
  const id = engineOf(tx.db).newId();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { id, ownerId, purpose: 'evidence', name: scan.name, type: kind.type, size: bytes.length, sha256 } as const;
  await tables.files.insert(tx, [{ ...file, addedAt: tx.now, addedById }]);
  await tables.fileBytes.insert(tx, [{ id, bytes: bytes.toString('base64') }]);
}

export const scanOf = (tx: Tx, ownerId: string): Promise<FileRecord | undefined> =>
  tables.files.find(tx, { ownerId, purpose: 'evidence' });

/** @returns how many there were */
export async function dropScans(tx: Tx, ownerId: string): Promise<number> {
  const ids = (await tables.files.select(tx, { ownerId, purpose: 'evidence' })).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tables.fileBytes.delete(tx, { id: ids });
  return tables.files.delete(tx, { id: ids });
}
