import type { BpmnPort, BrokenRow, DatabaseInvariant, Tx } from '../ports';
import { findRows, text, type Row } from '../rows';
import { CommunityError } from '../errors';
import { digestOf, readContents, type RecordContent } from './content';
import { digestOfFiles, type FileStore } from './file-bytes';

const BATCH = 200;

type Port = Pick<BpmnPort, 'cases' | 'canonicalJson'> & { readonly files: FileStore };

/** An archived record still says what it said, its files have the bytes that they had, and the history of its case still begins as it did. */
export const archiveUnchanged = ({ cases, canonicalJson, files }: Port): DatabaseInvariant => ({
  name: 'archive.unchanged',
  rule: {
    'zh-CN': '已归档的记录和附件内容与归档时一致，办理记录在归档前的部分没有改动',
    'en-US':
      'an archived record and the bytes of its files are as they were archived, and so is the history of its case up to then',
  },
  scope: 'database',
  async *check(tx) {
    for await (const rows of batches(tx)) {
      const contents = await contentsOf(tx, rows);
      for (const row of rows) {
        const [recordCollection, recordId] = [text(row, 'recordCollection'), text(row, 'recordId')];
        const content = contents.get(recordCollection)?.get(recordId);
        const hash = await cases.historyHashAt(tx, text(row, 'instanceId'), Number(row.get('historySequence')));
        const faults = [
          ...(content === undefined ? ['gone'] : []),
          ...(content !== undefined && digestOf(content.values, canonicalJson) !== text(row, 'digest') ? ['changed'] : []),
          ...(await filesFault(row, content, files, canonicalJson)),
          ...(hash === text(row, 'historyHash') ? [] : ['otherHistory']),
        ];
        for (const fault of faults) yield broken(row, fault);
      }
    }
  },
});

/** Records that were archived before their files had a digest have none (see `filesSealedAt`). */
async function filesFault(
  row: Row,
  content: RecordContent | undefined,
  files: FileStore,
  canonicalJson: Port['canonicalJson'],
): Promise<string[]> {
  const sealed = row.get('filesDigest');
  if (typeof sealed !== 'string' || content === undefined) return [];
  try {
    return (await digestOfFiles(files, content.files, canonicalJson)) === sealed ? [] : ['filesChanged'];
  } catch (error) {
    if (error instanceof CommunityError) return ['fileUnreadable'];
    throw error;
  }
}

async function* batches(tx: Tx): AsyncIterable<readonly Row[]> {
  for (let after = 0; ; ) {
    const rows = await findRows(tx, 'sealedRecords', { filter: { id: { $gt: after } }, sort: ['id'], limit: BATCH });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = Number(rows.at(-1)?.get('id'));
  }
}

async function contentsOf(tx: Tx, rows: readonly Row[]) {
  const collections = new Set(rows.map((row) => text(row, 'recordCollection')));
  const entries = await Promise.all(
    [...collections].map(async (collection) => {
      const own = rows.filter((row) => text(row, 'recordCollection') === collection);
      return [collection, await readContents(tx, collection, own.map((row) => text(row, 'recordId')))] as const; // prettier-ignore
    }),
  );
  return new Map(entries);
}

const broken = (row: Row, fault: string): BrokenRow => ({
  table: text(row, 'recordCollection'),
  rowId: text(row, 'recordId'),
  instanceId: text(row, 'instanceId'),
  data: { fault },
});
