import type { DisclosureDetail } from '../../common/api';
import type { Person } from '../__fixtures__';
import { journal } from '../journal';
import { tables } from '../store';
import { aDuty, CalendarOffice } from './__fixtures__';
import { openPeriods } from './open';
import { NoticeDrafts } from './ports';
import { archiveKept, disclosureBlocks, disclosurePublished, disclosureTakenDown } from './published';

describe('a disclosure', () => {
  let calendar: CalendarOffice;
  let id: string;
  beforeAll(async () => {
    calendar = await CalendarOffice.open();
  });
  afterAll(() => calendar?.office.close());
  beforeEach(async () => {
    await calendar.office.engine.write((tx) => tables.disclosures.delete(tx, {}));
    await calendar.office.engine.write((tx) => tables.duties.delete(tx, {}));
    on('2026-11-05');
    await calendar.office.do('root', 'noticeDuties:add', undefined, aDuty());
    on('2026-12-01');
    await calendar.office.engine.write(openPeriods);
    on('2027-01-04');
    const row = await calendar.office.engine.read((tx) => tables.disclosures.find(tx, { placeId: 'east' }));
    id = row?.id ?? '';
  });

  const on = (day: string) => {
    calendar.office.now = Date.parse(`${day}T12:00:00+08:00`);
  };
  const detail = async (by: Person = 'root') =>
    (await calendar.office.read<DisclosureDetail>(by, 'noticeDisclosures:get', { filterByTk: id })).data;
  const draft = async (by: Person = 'drafter') =>
    (await calendar.office.do<{ noticeId: string }>(by, 'noticeDisclosures:draft', id)).noticeId;
  const review = (verdict: 'agreed' | 'returned', opinion = '', by: Person = 'supervisor') =>
    calendar.office.do(by, 'noticeDisclosures:review', id, { verdict, opinion });
  const published = (noticeId: string, publishedOn: string) =>
    calendar.office.engine.write((tx) => disclosurePublished(tx, { noticeId, publishedOn }));
  const blocks = (noticeId: string) => calendar.office.engine.write((tx) => disclosureBlocks(tx, noticeId));
  const code = async (...sent: Parameters<CalendarOffice['office']['send']>) =>
    (await calendar.office.send(...sent)).errors[0]?.code;

  it('goes from due over a drafted notice and the supervision committee to published and the archive', async () => {
    const noticeId = await draft();
    expect(await detail()).toMatchObject({ status: 'drafted', notice: { id: noticeId, title: '财务收支 · 2026-12' } });

    await review('agreed', '同意公开');
    expect(await detail()).toMatchObject({ status: 'reviewed', review: { verdict: 'agreed', byName: '郑洁' } });

    await published(noticeId, '2027-01-15');
    expect(await detail()).toMatchObject({ state: 'published', lateDays: 0, isAsReviewed: true, keepUntilOn: '2027-01-25' });

    on('2027-01-26');
    await calendar.office.engine.write(archiveKept);
    expect(await detail()).toMatchObject({ status: 'archived', state: 'published' });
    const kinds = (await calendar.office.engine.read((tx) => journal.rowsOf(tx, id))).map(({ kind }) => kind);
    expect(kinds).toEqual(['disclosure.drafted', 'disclosure.reviewed', 'disclosure.published', 'disclosure.archived']);
  });

  it('stays public to the last day of its period before it is archived', async () => {
    await published(await draft(), '2027-01-15');
    on('2027-01-25');

    await calendar.office.engine.write(archiveKept);

    expect((await detail()).status).toBe('published');
  });

  it('has a notice that is posted for as long as the parameter says at the place', async () => {
    const noticeId = await draft();

    const notice = await calendar.office.engine.read((tx) => tables.notices.find(tx, { id: noticeId }));
    expect(notice?.periodDays).toBe(10);
  });

  it('comes back with a reason from the supervision committee, and is presented again with the same notice', async () => {
    const noticeId = await draft();

    await review('returned', '票据不全');
    expect(await detail()).toMatchObject({ status: 'due', review: { verdict: 'returned', opinion: '票据不全' } });

    expect(await draft()).toBe(noticeId);
    expect((await detail()).status).toBe('drafted');
  });

  it('gets a new notice when the first was cancelled', async () => {
    const first = await draft();
    await calendar.setNotice(first, { status: 'cancelled' });

    expect(await draft()).not.toBe(first);
  });

  it('is reviewed by whoever has that post in the notice, too', async () => {
    const noticeId = await draft();
    const post = { id: `staff-${noticeId}`, noticeId, userId: calendar.office.id('outsider'), name: '孙伟', post: 'supervisor' };
    await calendar.office.engine.write((tx) => tables.staff.insert(tx, [{ ...post, post: 'supervisor' }]));

    await review('agreed', '', 'outsider');

    expect((await detail()).status).toBe('reviewed');
  });

  it('is not reviewed by whoever drafted it', async () => {
    await draft(); // the drafter sits on the committee of the tests

    expect(await code('drafter', 'noticeDisclosures:review', id, { verdict: 'agreed', opinion: '' })).toBe('disclosure.ownDraft');
    expect((await detail('drafter')).may).not.toContain('review');
  });

  it.each([
    ['staff who are not on the committee', 'approver', 'disclosure.mayNotReview'],
    ['administrators who are not on the committee', 'root', 'disclosure.mayNotReview'],
    ['whoever has nothing to do there', 'outsider', 'disclosure.notFound'],
  ] as const)('is not reviewed by %s', async (_, person, refusal) => {
    await draft();

    expect(await code(person, 'noticeDisclosures:review', id, { verdict: 'agreed', opinion: '' })).toBe(refusal);
  });

  it('is drafted once as long as its notice stands', async () => {
    await draft();

    expect(await code('drafter', 'noticeDisclosures:draft', id)).toBe('disclosure.isDrafted');
  });

  it('is not reviewed when its notice was cancelled', async () => {
    await calendar.setNotice(await draft(), { status: 'cancelled' });

    expect(await code('supervisor', 'noticeDisclosures:review', id, { verdict: 'agreed', opinion: '' })).toBe('disclosure.noticeGone'); // prettier-ignore
  });

  it('cannot be drafted where nothing drafts notices', async () => {
    const bare = await tables.disclosures.find({ db: calendar.office.db }, { id });
    const asked = { placeId: bare?.placeId ?? '', kindKey: 'disclosure', title: '', matter: id, periodDays: 10 } as const;
    const who = { actor: { userId: 1, name: '', isAdministrator: true, roles: [], channel: 'web' }, isAdministrator: true, mayDraft: true, mayReceive: true } as const; // prettier-ignore

    const drafted = calendar.office.engine.write((tx) => new NoticeDrafts().create(tx, { who, ...asked }));

    await expect(drafted).rejects.toMatchObject({ code: 'disclosure.noNotices' });
  });

  it('is returned with a reason only', async () => {
    await draft();

    expect(await code('supervisor', 'noticeDisclosures:review', id, { verdict: 'returned', opinion: ' ' })).toBe('disclosure.reasonMissing'); // prettier-ignore
  });

  it('is published late when it is, and says so for good', async () => {
    const noticeId = await draft();
    await review('agreed');

    await published(noticeId, '2027-01-18');

    expect(await detail()).toMatchObject({ state: 'late', lateDays: 3, publishedOn: '2027-01-18' });
  });

  it('says when it was published with another text than the reviewed one, or without a review', async () => {
    const noticeId = await draft();
    await review('agreed');
    await calendar.setNotice(noticeId, { body: [{ kind: 'paragraph', text: '支出 900 元。' }] });

    expect(await blocks(noticeId)).toBe('changedSinceReview');
    await published(noticeId, '2027-01-10');

    expect((await detail()).isAsReviewed).toBe(false);
  });

  it('may be published after its review and not before', async () => {
    const noticeId = await draft();
    expect(await blocks(noticeId)).toBe('notReviewed');

    await review('agreed');
    expect(await blocks(noticeId)).toBeNull();
  });

  it('keeps its first day when a corrected notice stands for the published one, and its hash follows the new text', async () => {
    const first = await draft();
    await review('agreed');
    await published(first, '2027-01-14');
    const { archiveHash } = await detail();
    const corrected = await calendar.newNotice({ previousId: first, title: '更正' });

    await published(corrected, '2027-01-20');

    const now = await detail();
    expect(now).toMatchObject({ publishedOn: '2027-01-14', lateDays: 0, notice: { id: corrected }, isAsReviewed: false });
    expect(now.archiveHash).not.toBe(archiveHash);
  });

  it('is owed again when its notice was taken down by mistake', async () => {
    const noticeId = await draft();
    await published(noticeId, '2027-01-14');

    await calendar.office.engine.write((tx) => disclosureTakenDown(tx, noticeId));

    on('2027-01-20');
    expect(await detail()).toMatchObject({ status: 'due', state: 'overdue', lateDays: 5, publishedOn: null });
  });

  it('is waived by the level above with a reason, not by the place itself', async () => {
    expect(await code('drafter', 'noticeDisclosures:waive', id, { reason: '无收支' })).toBe('disclosure.mayNotWaive');
    expect(await code('superior', 'noticeDisclosures:waive', id, { reason: '' })).toBe('disclosure.reasonMissing');

    await calendar.office.do('superior', 'noticeDisclosures:waive', id, { reason: '无收支' });

    expect(await detail()).toMatchObject({ state: 'waived', waived: { reason: '无收支', byName: '陈平' } });
    expect(await code('drafter', 'noticeDisclosures:draft', id)).toBe('disclosure.status');
  });

  it('is not waived once it is published', async () => {
    await published(await draft(), '2027-01-14');

    expect(await code('superior', 'noticeDisclosures:waive', id, { reason: '无收支' })).toBe('disclosure.status');
  });

  it.each([
    ['approver', 'disclosure.mayNotDraft'],
    ['receiver', 'disclosure.notFound'],
    ['outsider', 'disclosure.notFound'],
  ] as const)('is not drafted by %s', async (person, refusal) => {
    expect(await code(person, 'noticeDisclosures:draft', id)).toBe(refusal);
  });

  it('tells each reader what they may do', async () => {
    expect((await detail('drafter')).may).toEqual(['draft']);
    expect((await detail('superior')).may).toEqual(['waive']);
    expect((await detail('supervisor')).may).toEqual([]);

    await draft();

    expect((await detail('supervisor')).may).toEqual(['review']);
  });
});
