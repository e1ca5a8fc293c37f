import { expectRefused } from '@wuxin/test';
import type { SignInTicket } from '../../common/api';
import { dayOf, Hall, MINUTE_MS, NOON } from '../__fixtures__';

describe('attendance', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
  });

  const attendance = async (id: string) => (await hall.desk(id)).attendance;
  const refused = (by: Parameters<Hall['send']>[0], action: string, id: string, data: object, code: string, status: number) =>
    expectRefused((locale) => hall.send(by, action, id, data, locale), { code, status });

  it('says how many more have to come', async () => {
    const id = await hall.convened(hall.people(30));
    await hall.arrive(id, 17);
    expect(await attendance(id)).toMatchObject({ due: 30, present: 17, missing: 3 });
    expect((await attendance(id)).sentence!['zh-CN']).toContain('还差 3 人到会');
    await hall.arrive(id, 20);
    expect(await attendance(id)).toMatchObject({ present: 20, missing: 0 });
  });

  it('follows who goes, and who comes twice is there once', async () => {
    const id = await hall.opened(hall.people(3), 3);
    const [first] = await hall.entries(id);
    await hall.arrive(id, 3);
    hall.now += MINUTE_MS;
    await hall.do('clerk', 'ballotAttendance:leave', id, { entryIds: [first!.id] });
    expect(await attendance(id)).toMatchObject({ present: 2 });
    expect((await hall.entries(id))[0]).toMatchObject({ isPresent: false, arrivedAt: null });
    hall.now += MINUTE_MS;
    await hall.arrive(id, 1);
    expect((await hall.entries(id))[0]).toMatchObject({ isPresent: true, arrivedAt: hall.now });
  });

  it('from a signed sheet has the time on it, which is not in the future', async () => {
    const id = await hall.opened(hall.people(3), 1);
    const [, second, third] = await hall.entries(id);
    const at = hall.now;
    hall.now += 30 * MINUTE_MS;
    await hall.do('clerk', 'ballotAttendance:arrive', id, { entryIds: [second!.id], means: 'paper', at });
    expect((await hall.entries(id))[1]).toMatchObject({ isPresent: true, arrivedAt: at });
    const late = { entryIds: [third!.id], means: 'paper', at: hall.now + 5 * MINUTE_MS };
    await refused('clerk', 'ballotAttendance:arrive', id, late, 'ballot.timeInFuture', 400);
    const called = { entryIds: [third!.id], means: 'clerk', at };
    await refused('clerk', 'ballotAttendance:arrive', id, called, 'ballot.timeOnlyOnPaper', 400);
  });

  it('knows one person with two entries once, and the household they speak for', async () => {
    const identity = '330102198801013333';
    const twice = [
      { name: '户主', identity },
      { name: '户主', identity, household: '一号', representsHousehold: true },
      { name: '邻居', household: '二号', representsHousehold: true },
    ];
    const id = await hall.opened(twice, 3, { typeKey: 'village.meeting' });
    expect(await attendance(id)).toMatchObject({ due: 2, present: 2, households: 2, householdsPresent: 2 });
  });

  it('takes nobody who stands on another roll, and nothing from whoever does not look after it', async () => {
    const id = await hall.opened(hall.people(3), 1);
    hall.now = NOON;
    const other = await hall.opened(hall.people(3), 0);
    const [stranger] = await hall.entries(other);
    await refused('clerk', 'ballotAttendance:arrive', id, { entryIds: [stranger!.id] }, 'ballot.notOnThisRoll', 403);
    await refused('watcher', 'ballotAttendance:arrive', id, { entryIds: [stranger!.id] }, 'ballot.notForYou', 403);
    expect(await attendance(id)).toMatchObject({ present: 1 });
  });

  describe('by the code on the wall', () => {
    const ticket = async (id: string) => (await hall.do<SignInTicket>('clerk', 'ballotAttendance:ticket', id)).ticket;
    let id: string;
    beforeEach(async () => {
      id = await hall.opened([...hall.people(2), { name: '钱进', userId: hall.id('resident') }], 0);
    });

    it('is somebody’s own, once, and works for two minutes', async () => {
      const shown = await ticket(id);
      hall.now += MINUTE_MS;
      expect(await ticket(id)).not.toBe(shown);
      await hall.do('resident', 'ballotAttendance:signIn', id, { ticket: shown });
      await hall.do('resident', 'ballotAttendance:signIn', id, { ticket: await ticket(id) });
      expect(await attendance(id)).toMatchObject({ present: 1 });
      expect((await hall.desk(id, 'resident')).attendance.present).toBe(1);
    });

    it('is refused when it is old, of another meeting, made up, or sent by somebody who is not on the roll', async () => {
      const shown = await ticket(id);
      hall.now += 2 * MINUTE_MS;
      const signIn = (by: 'resident' | 'outsider', ticket: string, code: string, status: number) =>
        refused(by, 'ballotAttendance:signIn', id, { ticket }, code, status);
      await signIn('resident', shown, 'ballot.ticketInvalid', 403);
      await signIn('resident', 'a'.repeat(32), 'ballot.ticketInvalid', 403);
      await signIn('outsider', await ticket(id), 'ballot.notOnRoll', 404);
      await refused('teller', 'ballotAttendance:signIn', id, { ticket: await ticket(id) }, 'ballot.notOnRoll', 404);
      expect((await hall.send('resident', 'ballotAttendance:ticket', id)).status).toBe(404);
      expect(await attendance(id)).toMatchObject({ present: 0 });
    });
  });

  it('before a decided vote stays as it was', async () => {
    const id = await hall.opened(hall.people(3), 2);
    const motionId = await hall.motion(id);
    const before = hall.now;
    hall.now += MINUTE_MS;
    await hall.decided(motionId, { approve: 2, oppose: 0, abstain: 0 });
    const [, , third] = await hall.entries(id);
    hall.now += MINUTE_MS;
    const early = { entryIds: [third!.id], means: 'paper', at: before };
    await refused('clerk', 'ballotAttendance:arrive', id, early, 'ballot.timeBeforeVote', 409);
    expect(dayOf(before)).toBe('2026-11-19');
  });
});
