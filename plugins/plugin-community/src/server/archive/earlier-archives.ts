import type { BpmnPort, Tx } from '../ports';
import { CommunityError } from '../errors';
import { findRows, text, type Row } from '../rows';
import { digestOf, readContents } from './content';
import { digestOfFiles, type FileStore } from './file-bytes';

const BATCH = 50;

type Port = Pick<BpmnPort, 'write' | 'canonicalJson'> & { readonly files: FileStore };

/**
 * Keeps the digest of the bytes of files for records that were archived before there was one, as the files are now, and from when on. A record that is no
 * longer what was archived, and a file that cannot be read, stay without: the audit tells the former, and nobody can vouch for the latter.
 */
export async function digestFilesOfEarlierArchives(port: Port): Promise<void> {
  for (let after = 0; ; ) {
    const last = await port.write((tx) => digestBatch(tx, port, after));
    if (last === undefined) return;
    after = last;
  }
}

/** @returns the id of the last row that it looked at */
async function digestBatch(tx: Tx, port: Port, after: number): Promise<number | undefined> {
  const filter = { id: { $gt: after }, filesDigest: null };
  const rows = await findRows(tx, 'sealedRecords', { filter, sort: ['id'], limit: BATCH });
  for (const row of rows) {
    const filesDigest = await filesDigestOf(tx, port, row);
    if (filesDigest === null) continue;
    await tx.db.getRepository('sealedRecords').update({
      filterByTk: Number(row.get('id')),
      values: { filesDigest, filesSealedAt: tx.now },
      transaction: tx.transaction,
    });
  }
  const last = rows.at(-1);
  return last && Number(last.get('id'));
}

async function filesDigestOf(tx: Tx, { files, canonicalJson }: Port, row: Row): Promise<string | null> {
  const recordId = text(row, 'recordId');
  const content = (await readContents(tx, text(row, 'recordCollection'), [recordId])).get(recordId);
  if (content === undefined || digestOf(content.values, canonicalJson) !== text(row, 'digest')) return null;
  try {
    return await digestOfFiles(files, content.files, canonicalJson);
  } catch (error) {
    if (error instanceof CommunityError) return null;
    throw error;
  }
}
