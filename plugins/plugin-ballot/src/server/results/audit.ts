import { brokenAt, type BrokenRow, type DatabaseInvariant, type Tx } from '@wuxin/plugin-bpmn';
import { BallotError } from '@wuxin/ballot-core';
import { journalOf } from '../journal';
import { tables, type MotionRecord } from '../store';
import { isSame, judgedAgain } from './recount';

/** Rows that are read at a time. */
const BATCH = 100;

/** What is decided follows from what is stored. */
export const motionRecounted: DatabaseInvariant = {
  name: 'ballot.recounted',
  rule: {
    'zh-CN': '已决定的表决事项：按存下的名册、到会、计票表和唱名记录重新计票，得到同样的票数和结果',
    'en-US':
      'a motion that is decided gives the same counts and result when its roll, attendance, sheets and answers are counted again',
  },
  scope: 'database',
  async *check(tx) {
    for await (const motion of rowsInBatches(tx, tables.motions, { status: ['decided', 'void'] })) {
      if (motion.result === null) continue; // its case was cancelled while people voted
      const fault = await faultOf(tx, motion);
      if (fault !== undefined) yield broken('ballotMotions', motion.id, fault);
    }
  },
};

async function faultOf(tx: Tx, motion: MotionRecord): Promise<string | undefined> {
  try {
    const again = await judgedAgain(tx, motion);
    if (!again) return 'notCounted';
    return isSame(motion, again) ? undefined : 'otherResult';
  } catch (error) {
    if (error instanceof BallotError) return (error as BallotError).code; // of whichever code
    throw error;
  }
}

/** Nobody took a row out of a journal or changed one. */
export const journalChain: DatabaseInvariant = {
  name: 'ballot.journal',
  rule: {
    'zh-CN': '每个会议的日志是一条未断的链，条数与会议的修订号一致',
    'en-US': 'the journal of each meeting is an unbroken chain, of as many rows as the revision of the meeting says',
  },
  scope: 'database',
  async *check(tx) {
    const subjects = await tables.journal.countBy(tx, ['meetingId'], {});
    const lengths = new Map(subjects.map(({ meetingId, count }) => [meetingId, count]));
    for (const { meetingId } of subjects) {
      const at = brokenAt(await journalOf(tx, meetingId));
      if (at !== undefined) yield broken('ballotJournal', meetingId, `row ${at}`);
    }
    // a chain says nothing of rows that were cut off its end
    for (const { id, revision } of await tables.meetings.selectColumns(tx, ['id', 'revision'], {})) {
      if (lengths.get(id) !== revision) yield broken('ballotMeetings', id, `${lengths.get(id) ?? 0} of ${revision} rows`);
    }
  },
};

const broken = (table: string, rowId: string, fault: string): BrokenRow => ({ table, rowId, instanceId: null, data: { fault } });

async function* rowsInBatches(tx: Tx, table: typeof tables.motions, where: object): AsyncIterable<MotionRecord> {
  for (let last = ''; ; ) {
    const rows = await table.select(tx, { ...where, ...table.after('id', last) }, { order: [['id', 'ASC']], limit: BATCH });
    yield* rows;
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}
