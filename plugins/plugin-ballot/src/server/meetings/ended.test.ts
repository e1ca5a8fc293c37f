import { expectRefused } from '@wuxin/test';
import { SYSTEM, verifyDatabase } from '@wuxin/plugin-bpmn';
import { DAY_MS, Hall, NOON } from '../__fixtures__';
import { createMotion } from '../motions';
import { cancelMeeting, createMeeting, meetingEnded } from '.';

describe('a meeting that something waits for', () => {
  let hall: Hall;
  const told: string[] = [];
  let refuses = false;
  beforeAll(async () => {
    hall = await Hall.open();
    meetingEnded(hall.db).register(async (_, { meeting, motions, by }) => {
      if (refuses) throw new Error('the case was cancelled');
      const results = motions.map(({ result }) => result?.decided ?? 'none');
      told.push(`${meeting.instanceId}/${meeting.tokenId} ${meeting.status} ${results.join()} ${by.name}`);
    });
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
    refuses = false;
    told.splice(0);
  });

  /** As a process asks for it. */
  const asked = async () => {
    const planned = { typeKey: 'village.group', title: '组会', plannedAt: NOON + DAY_MS, venue: '村口', agenda: [] };
    const waiting = { instanceId: 'case', tokenId: 'token' };
    const { id } = await hall.engine.write((tx) => createMeeting(tx, SYSTEM, { ...planned, ...waiting, staff: hall.staff() }));
    const motion = { title: '事项', text: '同意', ruleKey: 'village.group', way: 'showOfHands' as const };
    const { id: motionId } = await hall.engine.write((tx) => createMotion(tx, SYSTEM, id, motion));
    await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'person', entries: hall.people(3) });
    await hall.do('chair', 'ballotMeetings:convene', id, { noticeOn: '2026-11-05' });
    hall.now += DAY_MS;
    await hall.do('chair', 'ballotMeetings:open', id);
    await hall.arrive(id, 3);
    return { id, motionId };
  };

  it('tells it with the result once it is closed, in the same transaction', async () => {
    const { id, motionId } = await asked();
    await hall.decided(motionId, { approve: 2, oppose: 1, abstain: 0 });
    expect((await hall.motionOf(id, motionId)).result).toMatchObject({ decided: 'passed' });

    refuses = true;
    expect((await hall.send('chair', 'ballotMeetings:close', id, { minutes: '记录' })).status).toBe(500);
    expect(await hall.desk(id)).toMatchObject({ status: 'open', minutes: null });
    refuses = false;
    await hall.do('chair', 'ballotMeetings:close', id, { minutes: '记录' });
    expect(told).toEqual(['case/token closed passed 李强']);
  });

  it('tells it that it was not held; whether there is another one is not for the desk to say', async () => {
    const { id } = await asked();
    await hall.do('chair', 'ballotMeetings:notHeld', id, { reason: '人数不足' });
    expect(told).toEqual(['case/token notHeld none 李强']);

    const again = { plannedAt: hall.now + 8 * DAY_MS };
    await expectRefused((locale) => hall.send('chair', 'ballotMeetings:reconvene', id, again, locale), {
      code: 'ballot.processReconvenes',
      status: 409,
    });
  });

  it('is cancelled when nothing waits any more, with votes that are under way void', async () => {
    const { id, motionId } = await asked();
    await hall.do('chair', 'ballotMotions:open', motionId);
    await hall.engine.write((tx) => cancelMeeting(tx, SYSTEM, { id, reason: '办件撤销' }));
    await hall.engine.write((tx) => cancelMeeting(tx, SYSTEM, { id, reason: '再次' }));

    expect(await hall.desk(id)).toMatchObject({ status: 'notHeld', motions: [{ status: 'void', result: null }] });
    expect((await hall.send('chair', 'ballotMotions:close', motionId)).errors[0]?.code).toBe('ballot.notNow');
    expect(told).toEqual([]);
    expect((await verifyDatabase(hall.engine)).isWhole).toBe(true);
  });
});
