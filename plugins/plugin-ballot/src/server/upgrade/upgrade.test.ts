import { verifyDatabase } from '@wuxin/plugin-bpmn';
import { StoredDatabases } from '@wuxin/test';
import { join } from 'node:path';
import type { Recount, RollChangeRow } from '../../common/api';
import { castByPhone, DAY_MS, dayOf, Hall, openBoxOf } from '../__fixtures__';
import { HANDS, type Left, ON_PAPER, readLeft } from './__fixtures__/play';

/** An upgrade looks at every table and index, one after the other. */
const UPGRADE_LIMIT_MS = 300_000;
const FOLDER = join(__dirname, '__fixtures__/databases');
const STORED = new StoredDatabases(FOLDER);

describe.each(STORED.builds())('meetings that build %s left, upgraded to this build', (build) => {
  let hall: Hall;
  let left: Left;
  beforeAll(async () => {
    await STORED.restore(build);
    left = readLeft(FOLDER, build);
    hall = await Hall.reopen();
  }, UPGRADE_LIMIT_MS);
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = left.now;
  });

  const broken = async () =>
    (await verifyDatabase(hall.engine)).invariants.flatMap(({ name, first }) =>
      first && name !== 'taskCentre.counts' ? [{ name, ...first }] : [],
    );
  const decided = async ({ id, motionId }: Left['hands']) => {
    await hall.do('chair', 'ballotMotions:decide', motionId);
    expect(await hall.do<Recount>('root', 'ballotMotions:recount', motionId)).toMatchObject({ isSame: true });
    return hall.motionOf(id, motionId);
  };
  const closed = async (id: string) => {
    await hall.do('chair', 'ballotMeetings:close', id, { minutes: '' });
    return (await hall.desk(id)).status;
  };

  it('break no invariant before anything goes on', async () => {
    expect(await broken()).toEqual([]);
  });

  it('go on with a secret vote: who has voted has, the others vote, and the shares of before open the box', async () => {
    const { id, motionId, paper } = left.secret;
    const cast = (code: string | undefined, choice: 'approve' | 'oppose') =>
      castByPhone(hall, paper, { motionId, code: code!, choice: [choice] });
    const again = await cast(paper.codes[0], 'oppose');
    expect(again.errors).toHaveLength(1);

    for (const code of paper.codes.slice(3, 5)) expect((await cast(code, 'approve')).errors).toEqual([]);
    await hall.do('chair', 'ballotMotions:close', motionId);
    expect((await openBoxOf(hall, paper, motionId)).errors).toEqual([]);

    expect(await decided(left.secret)).toMatchObject({
      counted: { due: 6, present: 6, recovered: 5, approve: 4, oppose: 1, abstain: 0, notVoting: 1 },
      result: { decided: 'passed' },
    });
    expect(await closed(id)).toBe('closed');
  });

  it('count phones and paper of a mixed vote together', async () => {
    await hall.do('teller2', 'ballotMotions:count', left.mixed.motionId, { counts: ON_PAPER });

    expect(await decided(left.mixed)).toMatchObject({
      counted: { present: 15, recovered: 15, issued: 15, approve: 11, oppose: 4 },
      result: { decided: 'passed' },
    });
    expect(await closed(left.mixed.id)).toBe('closed');
  });

  it('call the rest of the roll', async () => {
    const { id, motionId } = left.rollCall;
    for (const { id: entryId } of (await hall.entries(id)).slice(2)) {
      await hall.do('clerk', 'ballotMotions:answer', motionId, { entryId, answer: 'oppose' });
    }
    await hall.do('chair', 'ballotMotions:close', motionId);

    expect(await decided(left.rollCall)).toMatchObject({
      counted: { present: 4, approve: 2, oppose: 2 },
      result: { decided: 'notPassed' },
    });
    expect(await closed(id)).toBe('closed');
  });

  it('take the sheet of the second teller beside the one of the first', async () => {
    await hall.do('teller2', 'ballotMotions:count', left.hands.motionId, { counts: HANDS });

    expect(await decided(left.hands)).toMatchObject({ counted: { present: 20, ...HANDS }, result: { decided: 'passed' } });
    expect(await closed(left.hands.id)).toBe('closed');
  });

  it('go on after an adjournment with what was not decided', async () => {
    const { id, motionId } = left.adjourned;
    hall.now += DAY_MS;
    await hall.do('chair', 'ballotMeetings:open', id);
    await hall.arrive(id, 2);
    await hall.decided(motionId, { approve: 1, oppose: 1, abstain: 0 });

    expect((await hall.desk(id)).motions.map(({ result }) => result?.decided)).toEqual(['passed', 'notPassed']);
    expect(await closed(id)).toBe('closed');
  });

  it('are called again where too few came, with motion and roll', async () => {
    const plannedAt = hall.now + 12 * DAY_MS;
    const { id } = await hall.do<{ id: string }>('chair', 'ballotMeetings:reconvene', left.notHeld, { plannedAt });

    expect(await hall.desk(id)).toMatchObject({
      reconvenes: { times: 1 },
      roll: { entries: 30 },
      motions: [{ status: 'waiting' }],
    });
  });

  it('are prepared further', async () => {
    hall.now -= DAY_MS;
    await hall.do('clerk', 'ballotRolls:enter', left.draft, { unit: 'person', entries: hall.people(1) });
    await hall.do('chair', 'ballotMeetings:convene', left.draft, { noticeOn: dayOf(hall.now), despite: '村民代表均已知悉' });

    expect(await hall.desk(left.draft)).toMatchObject({ status: 'convened', roll: { entries: 6, status: 'draft' } });
  });

  it('confirm the change of a roll that was proposed before', async () => {
    const { id, change } = left.changing;
    await hall.do('secretary', 'ballotRolls:confirmChange', id, { change });

    const [row] = await hall.do<RollChangeRow[]>('clerk', 'ballotRolls:changes', id);
    expect(row).toMatchObject({ status: 'confirmed' });
    expect((await hall.desk(id)).roll).toMatchObject({ due: 2, hash: row!.hashAfter });
  });

  it('tell the case that waits for one how it ended', async () => {
    const { id, motionId, instanceId } = left.asked;
    hall.now -= 13 * DAY_MS;
    await hall.do('chair', 'ballotMeetings:update', id, { plannedAt: hall.now + DAY_MS });
    await hall.do('chair', 'ballotMeetings:convene', id, { noticeOn: dayOf(hall.now) });
    hall.now += DAY_MS;
    await hall.do('chair', 'ballotRolls:freeze', id);
    await hall.arrive(id, 20);
    await hall.do('chair', 'ballotMeetings:open', id);
    await hall.decided(motionId, HANDS);
    await closed(id);

    expect(await hall.variablesOf(instanceId)).toMatchObject({
      voteResult: 'passed',
      counts: { due: 30, present: 20, ...HANDS },
    });
  });

  it('break no invariant afterwards', async () => {
    expect(await broken()).toEqual([]);
  });
});
