import { brokenAt, type BrokenRow, type DatabaseInvariant } from '@wuxin/plugin-bpmn';
import { journal } from '../journal';
import { tables } from '../store';

const broken = (rowId: string, fault: string): BrokenRow => ({
  table: 'noticeCollections',
  rowId,
  instanceId: null,
  data: { fault },
});

/** A collection that is closed has decided on every opinion, and its journal is whole. */
export const opinionsSorted: DatabaseInvariant = {
  name: 'notice.opinionsSorted',
  rule: {
    'zh-CN': '已结束的意见征集，每条意见都已处理并写明理由；每次征集的日志是一条未断的链，条数与修订号一致',
    'en-US':
      'of a collection that is closed every opinion is decided with a reason; the journal of each is an unbroken chain, of as many rows as its revision says',
  },
  scope: 'database',
  async *check(tx) {
    const closed = tables.collections.among(tx.db, 'id', { status: 'closed' });
    const undecided = await tables.opinions.countBy(tx, ['collectionId'], { collectionId: closed, reason: null });
    for (const { collectionId, count } of undecided) yield broken(collectionId, `${count} undecided`);
    for (const { id, revision } of await tables.collections.selectColumns(tx, ['id', 'revision'], {})) {
      const chain = await journal.rowsOf(tx, id);
      if (brokenAt(chain) !== undefined || chain.length !== revision) yield broken(id, `${chain.length} of ${revision} rows`);
    }
  },
};
