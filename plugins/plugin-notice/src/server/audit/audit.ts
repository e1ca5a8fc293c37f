import { brokenAt, type BrokenRow, type DatabaseInvariant, type Tx } from '@wuxin/plugin-bpmn';
import { addDays, localDate } from '@wuxin/workday';
import { contentDigest } from '../check';
import { journal } from '../journal';
import { tables, type FileRecord, type NoticeRecord } from '../store';

/** Rows that are read at a time. */
const BATCH = 100;

/** What was published is what is stored, was looked at by a person, and was posted for its whole period. */
export const publishedAsChecked: DatabaseInvariant = {
  name: 'notice.published',
  rule: {
    'zh-CN': '已公布的公示：内容与公布时的校验值一致，脱敏检查针对的就是这份内容，公示期不少于规定天数',
    'en-US':
      'a notice that was published says what its hash is of, the redaction check was of that, and its period has all its days',
  },
  scope: 'database',
  async *check(tx) {
    for await (const { notice, files } of publishedInBatches(tx)) {
      const fault = faultOf(notice, files);
      if (fault !== undefined) yield broken('noticeNotices', notice.id, fault);
    }
  },
};

function faultOf(notice: NoticeRecord, files: readonly FileRecord[]): string | undefined {
  const { contentHash, check, startsOn, endsOn, periodDays, approvedAt } = notice;
  if (contentHash !== contentDigest(notice, files)) return 'otherContent';
  if (check?.digest !== contentHash) return 'notChecked';
  if (approvedAt === null) return 'notApproved';
  if (startsOn === null || endsOn === null) return startsOn === endsOn ? undefined : 'halfAPeriod';
  return endsOn < addDays(localDate(startsOn), periodDays) ? 'periodTooShort' : undefined;
}

/** Nobody took a row out of a journal or changed one. */
export const journalWhole: DatabaseInvariant = {
  name: 'notice.journal',
  rule: {
    'zh-CN': '每件公示的日志是一条未断的链，条数与公示的修订号一致',
    'en-US': 'the journal of each notice is an unbroken chain, of as many rows as the revision of the notice says',
  },
  scope: 'database',
  async *check(tx) {
    const subjects = await tables.journal.countBy(tx, ['subjectId'], {});
    const lengths = new Map(subjects.map(({ subjectId, count }) => [subjectId, count]));
    for (const { subjectId } of subjects) {
      const at = brokenAt(await journal.rowsOf(tx, subjectId));
      if (at !== undefined) yield broken('noticeJournal', subjectId, `row ${at}`);
    }
    // a chain says nothing of rows that were cut off its end
    for (const { id, revision } of await tables.notices.selectColumns(tx, ['id', 'revision'], {})) {
      if (lengths.get(id) !== revision) yield broken('noticeNotices', id, `${lengths.get(id) ?? 0} of ${revision} rows`);
    }
  },
};

const broken = (table: string, rowId: string, fault: string): BrokenRow => ({ table, rowId, instanceId: null, data: { fault } });

const PUBLISHED = ['posting', 'running', 'ended', 'withdrawn'] as const;

async function* publishedInBatches(tx: Tx): AsyncIterable<{ notice: NoticeRecord; files: readonly FileRecord[] }> {
  for (let last = ''; ; ) {
    const where = { status: [...PUBLISHED], ...tables.notices.after('id', last) };
    const rows = await tables.notices.select(tx, where, { order: [['id', 'ASC']], limit: BATCH });
    const end = rows.at(-1);
    if (!end) return;
    const files = await tables.files.select(tx, { ownerId: rows.map(({ id }) => id), purpose: 'attachment' });
    for (const notice of rows) yield { notice, files: files.filter(({ ownerId }) => ownerId === notice.id) };
    last = end.id;
  }
}
