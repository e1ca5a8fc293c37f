import { expectRefused } from '@wuxin/test';
import { brokenAt } from '@wuxin/plugin-bpmn';
import type { JournalRow, MeetingList } from '../../common/api';
import { dayOf, DAY_MS, Hall, NOON } from '../__fixtures__';
import { journalOf } from '../journal';

describe('a meeting', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
  });

  const refused = (
    by: Parameters<Hall['send']>[0],
    action: string,
    id: string | undefined,
    data: object,
    code: string,
    status: number,
  ) => expectRefused((locale) => hall.send(by, action, id, data, locale), { code, status });

  it('is numbered within its year, and listed to whoever has a part in it', async () => {
    const first = await hall.meeting({ title: '一月例会' });
    const second = await hall.meeting({ title: '二月例会' });
    const [a, b] = [await hall.desk(first.id), await hall.desk(second.id)];
    const list = async (by: 'chair' | 'outsider', data: object = {}) =>
      hall.do<MeetingList>(by, 'ballotMeetings:list', undefined, data);

    expect(Number(b.number.slice(5))).toBe(Number(a.number.slice(5)) + 1);
    expect(a.number).toMatch(/^2026-\d{4}$/);
    expect((await list('chair', { search: '二月' })).rows).toMatchObject([{ id: second.id, posts: ['chair'], motions: 0 }]);
    expect(await list('outsider', { scope: 'all' })).toMatchObject({ rows: [], total: 0, mayCreate: false });
    expect((await hall.send('outsider', 'ballotMeetings:desk', first.id)).status).toBe(404);
  });

  it('that is called while another one is gets a number of its own', async () => {
    const called = await Promise.all([hall.meeting(), hall.meeting(), hall.meeting()]);
    const numbers = await Promise.all(called.map(async ({ id }) => (await hall.desk(id)).number));
    expect(new Set(numbers).size).toBe(3);
  });

  it('is called by whoever has that right, and by nobody else', async () => {
    const body = { typeKey: 'village.group', title: '组会', plannedAt: NOON, venue: '', agenda: [], staff: [] };
    await refused('outsider', 'ballotMeetings:create', undefined, body, 'ballot.mayNotCall', 403);
    await refused(
      'secretary',
      'ballotMeetings:create',
      undefined,
      { ...body, typeKey: 'none' },
      'ballot.meetingTypeNotFound',
      404,
    );
    await refused('secretary', 'ballotMeetings:create', undefined, { ...body, placeId: 'nowhere' }, 'ballot.placeUnknown', 400);
  });

  it('has two tellers who are different people, and neither of them watches the count', async () => {
    const twice = [
      { userId: hall.id('teller'), post: 'teller' },
      { userId: hall.id('teller'), post: 'teller' },
    ];
    const both = [
      { userId: hall.id('teller'), post: 'teller' },
      { userId: hall.id('teller'), post: 'supervisor' },
    ];
    const { id } = await hall.meeting();
    await refused('chair', 'ballotMeetings:setStaff', id, { staff: twice, reason: '换人' }, 'ballot.sameTeller', 400);
    await refused('chair', 'ballotMeetings:setStaff', id, { staff: both, reason: '换人' }, 'ballot.sameTeller', 400);
    expect((await hall.desk(id)).staff.filter(({ post }) => post === 'teller')).toHaveLength(2);
  });

  it('that is announced too late is refused by the law, and with a reason let through by custom', async () => {
    const soon = { plannedAt: NOON + 3 * DAY_MS };
    const byLaw = await hall.meeting({ ...soon, typeKey: 'village.meeting' });
    const byCustom = await hall.meeting(soon);
    const notice = { noticeOn: dayOf(NOON) };

    expect((await hall.desk(byLaw.id)).conveningProblems).toEqual([
      { code: 'noticeShort', noticeDays: 10, earliest: '2026-11-15' },
    ]);
    const despite = { ...notice, despite: '防汛紧急' };
    await refused('chair', 'ballotMeetings:convene', byLaw.id, despite, 'ballot.conveningRefused', 409);
    await refused('chair', 'ballotMeetings:convene', byCustom.id, notice, 'ballot.conveningRefused', 409);
    await hall.do('chair', 'ballotMeetings:convene', byCustom.id, despite);
    expect(await hall.desk(byCustom.id)).toMatchObject({ status: 'convened', noticeOn: '2026-11-05' });
  });

  it('shows each what they may do, and refuses the rest', async () => {
    const { id } = await hall.meeting();
    expect((await hall.desk(id, 'chair')).may).toContain('ballotMeetings:convene');
    expect((await hall.desk(id, 'teller')).may).toEqual([]);
    await refused('teller', 'ballotMeetings:convene', id, { noticeOn: dayOf(NOON) }, 'ballot.notForYou', 403);
    await refused('chair', 'ballotMeetings:open', id, {}, 'ballot.notNow', 409);
    await refused('outsider', 'ballotMeetings:cancel', id, { reason: '试' }, 'ballot.meetingNotFound', 404);
  });

  it('opens only with a roll, freezes it, and is adjourned and goes on with everybody signing in again', async () => {
    const { id } = await hall.meeting();
    await hall.do('chair', 'ballotMeetings:convene', id, { noticeOn: dayOf(NOON) });
    hall.now += 14 * DAY_MS;
    await refused('chair', 'ballotMeetings:open', id, {}, 'ballot.rollEmpty', 409);
    await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'person', entries: hall.people(3) });
    await hall.do('chair', 'ballotMeetings:open', id);
    expect((await hall.desk(id)).roll).toMatchObject({ status: 'frozen', due: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });

    await hall.arrive(id, 3);
    const far = { reason: '停电', continuesAt: hall.now + 16 * DAY_MS };
    await refused('chair', 'ballotMeetings:adjourn', id, far, 'ballot.continuesTooLate', 400);
    await hall.do('chair', 'ballotMeetings:adjourn', id, { reason: '停电', continuesAt: hall.now + DAY_MS });
    expect(await hall.desk(id)).toMatchObject({ status: 'adjourned', attendance: { present: 0 } });
    hall.now += DAY_MS;
    await hall.do('chair', 'ballotMeetings:open', id);
    await hall.arrive(id, 2);
    expect(await hall.desk(id)).toMatchObject({ status: 'open', attendance: { present: 2, due: 3, missing: 0 } });
    await refused('chair', 'ballotMeetings:update', id, { title: '改' }, 'ballot.notNow', 409);
  });

  it('to which too few came is called again between the days of its type, so often and no more', async () => {
    let id = await hall.convened(hall.people(30));
    for (const times of [1, 2]) {
      await hall.do('chair', 'ballotMeetings:notHeld', id, { reason: '不足三分之二' });
      const early = { plannedAt: hall.now + 2 * DAY_MS };
      const again = await hall.do<{ id: string }>('chair', 'ballotMeetings:reconvene', id, early);
      await refused('chair', 'ballotMeetings:reconvene', id, early, 'ballot.reconvenedAlready', 400);
      id = again.id;
      const desk = await hall.desk(id);
      expect(desk.conveningProblems.map(({ code }) => code)).toEqual(['noticeShort', 'reconvenedEarly']);
      expect(desk).toMatchObject({ reconvenes: { times }, roll: { entries: 30, status: 'draft' } });
      await hall.do('chair', 'ballotMeetings:update', id, { plannedAt: hall.now + 12 * DAY_MS });
      await hall.do('chair', 'ballotMeetings:convene', id, { noticeOn: dayOf(hall.now) });
      hall.now += 12 * DAY_MS;
    }
    await hall.do('chair', 'ballotMeetings:notHeld', id, { reason: '不足三分之二' });
    const third = await hall.do<{ id: string }>('chair', 'ballotMeetings:reconvene', id, { plannedAt: hall.now + 12 * DAY_MS });
    expect((await hall.desk(third.id)).conveningProblems).toEqual([{ code: 'reconvenedTooOften', times: 2 }]);
  });

  it('of a law whose numbers nobody confirmed does not open', async () => {
    const { id } = await hall.meeting({ typeKey: 'urban2026.meeting' });
    await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'person', entries: hall.people(3) });
    await hall.do('chair', 'ballotMeetings:convene', id, { noticeOn: dayOf(NOON) });
    hall.now += 14 * DAY_MS;
    await refused('chair', 'ballotMeetings:open', id, {}, 'ballot.ruleUnconfirmed', 409);
    expect((await hall.desk(id)).status).toBe('convened');
  });

  it('ends once, when nothing is left to vote on', async () => {
    const id = await hall.opened(hall.people(3), 3);
    const motionId = await hall.motion(id);
    await refused('chair', 'ballotMeetings:close', id, { minutes: '' }, 'ballot.motionsWaiting', 409);
    await hall.do('chair', 'ballotMotions:withdraw', motionId, { reason: '提案人撤回' });
    await hall.do('chair', 'ballotMeetings:close', id, { minutes: '会议讨论了广场选址。' });
    await refused('chair', 'ballotMeetings:close', id, { minutes: '' }, 'ballot.notNow', 409);
    expect(await hall.desk(id)).toMatchObject({ status: 'closed', minutes: '会议讨论了广场选址。', may: [] });
  });

  it('keeps a journal in which every row follows from the one before, and its revision grows with every change', async () => {
    const id = await hall.opened(hall.people(3), 2);
    const { revision } = await hall.desk(id);
    await hall.arrive(id, 3);
    expect((await hall.do<{ revision: number }>('watcher', 'ballotMeetings:revision', id)).revision).toBe(revision + 1);

    const shown = await hall.do<JournalRow[]>('watcher', 'ballotMeetings:journal', id);
    expect(shown.map(({ kind }) => kind)).toEqual([
      'created',
      'rollEntered',
      'rollFrozen',
      'convened',
      'arrived',
      'opened',
      'arrived',
    ]);
    expect(shown.map(({ text }) => text).join()).not.toMatch(/\{\{|journal\.|undefined/);
    const rows = await journalOf({ db: hall.db, now: hall.now } as never, id);
    expect(brokenAt(rows)).toBeUndefined();
    expect(brokenAt(rows.filter(({ sequence }) => sequence !== 3))).toBe(3);
    expect(brokenAt(rows.map((row) => (row.sequence === 2 ? { ...row, data: { entries: 4 } } : row)))).toBe(2);
  });
});
