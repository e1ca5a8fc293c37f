import { brokenAt, type BrokenRow, type DatabaseInvariant } from '@wuxin/plugin-bpmn';
import { journal } from '../journal';
import { tables } from '../store';
import { endedWithoutAnswer, erasedAndTelling } from './store';

const BATCH = 100;

const broken = (rowId: string, fault: string): BrokenRow => ({
  table: 'noticeRaisedObjections',
  rowId,
  instanceId: null,
  data: { fault },
});

/** No objection ends without an answer, and who objected is kept no longer than it says. */
export const objectionAnswered: DatabaseInvariant = {
  name: 'notice.objectionAnswered',
  rule: {
    'zh-CN': '办结和不予受理的异议都有答复；已清除的异议不再有异议人的姓名、联系方式和备注',
    'en-US': 'every objection that is closed or refused has an answer; one that was erased has neither name, contact nor note',
  },
  scope: 'database',
  async *check(tx) {
    for (const id of await endedWithoutAnswer(tx)) yield broken(id, 'noAnswer');
    for (const id of await erasedAndTelling(tx)) yield broken(id, 'notErased');
  },
};

/** Nobody took a row out of an objection's journal or changed one. */
export const objectionJournal: DatabaseInvariant = {
  name: 'notice.objectionJournal',
  rule: {
    'zh-CN': '每件异议的日志是一条未断的链，条数与异议的修订号一致',
    'en-US': 'the journal of each objection is an unbroken chain, of as many rows as the revision of the objection says',
  },
  scope: 'database',
  async *check(tx) {
    for (let last = ''; ; ) {
      const where = tables.objections.after('id', last);
      const rows = await tables.objections.select(tx, where, { order: [['id', 'ASC']], limit: BATCH });
      for (const { id, revision } of rows) {
        const chain = await journal.rowsOf(tx, id);
        const at = brokenAt(chain);
        if (at !== undefined) yield broken(id, `row ${at}`);
        // a chain says nothing of rows that were cut off its end
        else if (chain.length !== revision) yield broken(id, `${chain.length} of ${revision} rows`);
      }
      const end = rows.at(-1);
      if (!end) return;
      last = end.id;
    }
  },
};
