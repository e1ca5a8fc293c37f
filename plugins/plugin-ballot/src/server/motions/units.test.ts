import { expectRefused } from '@wuxin/test';
import type { RollEntryInput } from '../../common/api';
import { verifyDatabase } from '@wuxin/plugin-bpmn';
import { DAY_MS, Hall, NOON } from '../__fixtures__';

describe('a vote', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
  });

  const households = (count: number): RollEntryInput[] =>
    Array.from({ length: count }, (_, index) => ({ name: `户主${index + 1}`, household: `${index + 1}号` }));

  it('of households has one vote for each, whoever of them came', async () => {
    const { id } = await hall.meeting({ typeKey: 'village.meeting' });
    const entries = [...households(6), { name: '户主1之子', household: '1号' }];
    await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'household', entries });
    await hall.do('chair', 'ballotMeetings:convene', id, { noticeOn: '2026-11-05' });
    hall.now = (await hall.desk(id)).plannedAt;
    await hall.do('chair', 'ballotMeetings:open', id);
    const rows = await hall.entries(id);
    // both of house 1, and houses 2 to 4
    const there = [0, 1, 2, 3, 6].map((index) => rows[index]!.id);
    await hall.do('clerk', 'ballotAttendance:arrive', id, { entryIds: there });
    expect((await hall.desk(id)).attendance).toMatchObject({ households: 6, householdsPresent: 4, present: 5 });

    const motionId = await hall.motion(id, { ruleKey: 'village.meeting.households' });
    await hall.do('chair', 'ballotMotions:open', motionId);
    await hall.do('chair', 'ballotMotions:close', motionId);
    const count = (counts: object) => (locale: 'zh-CN' | 'en-US') =>
      hall.send('teller', 'ballotMotions:count', motionId, { counts }, locale);
    await expectRefused(count({ approve: 5, oppose: 0, abstain: 0 }), { code: 'ballot.votesDoNotAddUp', status: 400 });
    for (const teller of ['teller', 'teller2'] as const)
      await hall.do(teller, 'ballotMotions:count', motionId, { counts: { approve: 3, oppose: 1, abstain: 0 } });
    await hall.do('chair', 'ballotMotions:decide', motionId);
    expect((await hall.motionOf(id, motionId)).result).toMatchObject({ decided: 'passed' });
  });

  it('of owners needs people and area, both of those who took part', async () => {
    const owners = Array.from({ length: 6 }, (_, index) => ({
      name: `业主${index + 1}`,
      area: index === 0 ? '150.25' : '89.95',
    }));
    const id = await hall.opened(owners, 0, { typeKey: 'owners.meeting', plannedAt: NOON + 20 * DAY_MS });
    const motionId = await hall.motion(id, { ruleKey: 'owners.meeting', way: 'paper' });
    const ballots = { issued: 6, recovered: 4, approve: 3, oppose: 1, areaVoted: '420.1', areaOppose: '150.25' };
    await hall.decided(motionId, { ...ballots, areaApprove: '269.85' });
    const { counted, result } = await hall.motionOf(id, motionId);
    expect(counted).toMatchObject({ due: 6, voted: 4, area: '600', areaVoted: '420.1' });
    expect(result!.decided).toBe('passed');
  });

  it('leaves who is recused among those present and without a vote', async () => {
    const id = await hall.opened(hall.people(30), 20);
    const [first] = await hall.entries(id);
    const motionId = await hall.motion(id, { recused: [{ entryId: first!.id, reason: '项目承包人' }] });
    await hall.do('chair', 'ballotMotions:open', motionId);
    await hall.do('chair', 'ballotMotions:close', motionId);
    const all = { counts: { approve: 20, oppose: 0, abstain: 0 } };
    await expectRefused((locale) => hall.send('teller', 'ballotMotions:count', motionId, all, locale), {
      code: 'ballot.votesDoNotAddUp',
      status: 400,
    });
    for (const teller of ['teller', 'teller2'] as const)
      await hall.do(teller, 'ballotMotions:count', motionId, { counts: { approve: 10, oppose: 9, abstain: 0 } });
    await hall.do('chair', 'ballotMotions:decide', motionId);
    expect(await hall.motionOf(id, motionId)).toMatchObject({
      counted: { present: 20, recused: 1 },
      result: { decided: 'notPassed' },
    });
  });

  it('of Party members counts neither probationary members nor those on probation', async () => {
    const members: RollEntryInput[] = [
      ...hall.people(15),
      { name: '预备党员', standing: 'probationary' },
      { name: '留党察看', standing: 'placedOnProbation' },
    ];
    const id = await hall.opened(members, 17, { typeKey: 'party.members' });
    expect((await hall.desk(id)).attendance).toMatchObject({ due: 15, present: 15 });
    const motionId = await hall.motion(id, { ruleKey: 'party.meeting.decision' });
    await hall.decided(motionId, { approve: 8, oppose: 7, abstain: 0 });
    expect((await hall.motionOf(id, motionId)).result!.decided).toBe('passed');
    expect((await hall.entries(id)).filter(({ mayVote }) => !mayVote).map(({ name }) => name)).toEqual(['预备党员', '留党察看']);
  });

  it('of each of these recounts', async () => {
    expect((await verifyDatabase(hall.engine)).firstBroken).toBeNull();
  });
});
