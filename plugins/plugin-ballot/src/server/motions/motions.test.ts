import { expectRefused } from '@wuxin/test';
import type { Recount, MotionExport } from '../../common/api';
import { verifyDatabase } from '@wuxin/plugin-bpmn';
import { Hall, MINUTE_MS, NOON } from '../__fixtures__';

describe('a motion', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
  });

  const refused = (by: Parameters<Hall['send']>[0], action: string, id: string, data: object, code: string, status: number) =>
    expectRefused((locale) => hall.send(by, action, id, data, locale), { code, status });
  const count = (teller: 'teller' | 'teller2', id: string, counts: object) =>
    hall.send(teller, 'ballotMotions:count', id, { counts });

  describe('by show of hands', () => {
    it('of thirty with twenty there fails at ten and passes at eleven', async () => {
      const id = await hall.opened(hall.people(30), 20);
      const ten = await hall.motion(id);
      await hall.decided(ten, { approve: 10, oppose: 6, abstain: 4 });
      const eleven = await hall.motion(id);
      await hall.decided(eleven, { approve: 11, oppose: 9, abstain: 0 });

      const [first, second] = (await hall.desk(id)).motions;
      expect(first).toMatchObject({ number: 1, status: 'decided', result: { decided: 'notPassed' }, nextRound: null });
      expect(first!.result!.sentence['zh-CN']).toBe('应到 30 人，实到 20 人，达到三分之二；赞成 10 人，未超过实到半数，不通过');
      expect(second).toMatchObject({ number: 2, result: { decided: 'passed' }, decidedBy: { name: '李强' } });
    });

    it('is counted by two people who do not see each other’s numbers, and again when they differ', async () => {
      const id = await hall.opened(hall.people(30), 20);
      const motionId = await hall.motion(id);
      await hall.do('chair', 'ballotMotions:open', motionId);
      await hall.do('chair', 'ballotMotions:close', motionId);
      await refused('chair', 'ballotMotions:decide', motionId, {}, 'ballot.notCounted', 409);

      expect((await count('teller', motionId, { approve: 11, oppose: 9, abstain: 0 })).data).toEqual({ isSame: null });
      expect((await hall.motionOf(id, motionId, 'teller2')).sheets).toMatchObject([{ counts: null, mismatches: [] }]);
      expect((await hall.motionOf(id, motionId)).sheets).toMatchObject([{ counts: null }]);
      await refused('teller', 'ballotMotions:count', motionId, { counts: { approve: 12, oppose: 8, abstain: 0 } }, 'ballot.countedAlready', 409); // prettier-ignore
      expect((await count('teller2', motionId, { approve: 12, oppose: 8, abstain: 0 })).data).toEqual({ isSame: false });
      await refused('chair', 'ballotMotions:decide', motionId, {}, 'ballot.notCounted', 409);

      for (const teller of ['teller2', 'teller'] as const) await count(teller, motionId, { approve: 12, oppose: 8, abstain: 0 });
      await hall.do('chair', 'ballotMotions:decide', motionId);
      const { sheets, result } = await hall.motionOf(id, motionId);
      expect(sheets).toMatchObject([
        { attempt: 1, counts: { approve: 11 }, mismatches: [{ field: 'approve' }, { field: 'oppose' }] },
        { attempt: 1, counts: { approve: 12 } },
        { attempt: 2 },
        { attempt: 2 },
      ]);
      expect(result!.decided).toBe('passed');
    });

    it.each<[string, object, string]>([
      ['more hands than people', { approve: 12, oppose: 9 }, 'ballot.votesDoNotAddUp'],
      ['a negative number', { approve: -1, oppose: 21 }, 'ballot.countNotWhole'],
      ['a fraction', { approve: 10.5, oppose: 9.5 }, 'ballot.countNotWhole'],
      ['a number as text', { approve: '11', oppose: 9 }, 'ballot.countNotWhole'],
      ['a number that the roll knows', { approve: 11, oppose: 9, due: 3 }, 'input.invalid'],
    ])('refuses a count sheet with %s, and keeps nothing of it', async (_, counts, code) => {
      const id = await hall.opened(hall.people(30), 20);
      const motionId = await hall.motion(id);
      await hall.do('chair', 'ballotMotions:open', motionId);
      await hall.do('chair', 'ballotMotions:close', motionId);
      const { revision } = await hall.desk(id);

      await refused('teller', 'ballotMotions:count', motionId, { counts }, code, 400);
      expect(await hall.desk(id)).toMatchObject({ revision, motions: [{ sheets: [] }] });
    });

    it('is counted by the tellers who are named and by nobody else, administrators included, and only after it is closed', async () => {
      const id = await hall.opened(hall.people(30), 20);
      const motionId = await hall.motion(id);
      const counts = { approve: 11, oppose: 9, abstain: 0 };
      await hall.do('chair', 'ballotMotions:open', motionId);
      await refused('teller', 'ballotMotions:count', motionId, { counts }, 'ballot.notNow', 409);
      await hall.do('chair', 'ballotMotions:close', motionId);
      for (const by of ['chair', 'watcher', 'root'] as const)
        await refused(by, 'ballotMotions:count', motionId, { counts }, 'ballot.notForYou', 403);
      for (const teller of ['teller', 'teller2'] as const) await count(teller, motionId, counts);
      await hall.do('chair', 'ballotMotions:decide', motionId);
      await refused('teller', 'ballotMotions:count', motionId, { counts }, 'ballot.notNow', 409);
      await refused('chair', 'ballotMotions:decide', motionId, {}, 'ballot.notNow', 409);
    });
  });

  it('waits until enough are there, and is not decided when people went', async () => {
    const id = await hall.opened(hall.people(30), 19);
    const motionId = await hall.motion(id);
    await refused('chair', 'ballotMotions:open', motionId, {}, 'ballot.quorumShort', 409);
    await hall.arrive(id, 20);
    await hall.do('chair', 'ballotMotions:open', motionId);
    const [first] = await hall.entries(id);
    hall.now += MINUTE_MS;
    await hall.do('clerk', 'ballotAttendance:leave', id, { entryIds: [first!.id] });
    await hall.do('chair', 'ballotMotions:close', motionId);
    await hall.do('chair', 'ballotMotions:decide', motionId);
    expect((await hall.motionOf(id, motionId)).result).toMatchObject({ decided: 'noQuorum' });
  });

  it('that cannot pass any more is opened with a reason only', async () => {
    const id = await hall.opened(hall.people(16), 8, { typeKey: 'party.members' });
    const motionId = await hall.motion(id, { ruleKey: 'party.meeting.decision' });
    await refused('chair', 'ballotMotions:open', motionId, {}, 'ballot.cannotPass', 409);
    await hall.do('chair', 'ballotMotions:open', motionId, { despiteOutlook: '先听取意见' });
  });

  it('is judged by the rule as it was when the vote began', async () => {
    const rules = await hall.as('root').get<{ key: string; rule: { approval: { clauses: object[] } } }[]>('ballotRules:list');
    const { rule } = rules.data.find(({ key }) => key === 'village.group')!;
    const id = await hall.opened(hall.people(3), 3, { typeKey: 'village.group' });
    const motionId = await hall.motion(id, { ruleKey: 'village.group' });
    await hall.do('chair', 'ballotMotions:open', motionId);
    const threshold = { operator: 'atLeast', num: 1, den: 1, base: 'present' };
    const unanimous = { ...rule, approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold }] } };
    await hall.do('root', 'ballotRules:save', undefined, { rule: unanimous, reason: '改为一致同意' });
    await hall.do('chair', 'ballotMotions:close', motionId);
    for (const teller of ['teller', 'teller2'] as const) await count(teller, motionId, { approve: 2, oppose: 1, abstain: 0 });
    await hall.do('chair', 'ballotMotions:decide', motionId);
    await hall.do('root', 'ballotRules:save', undefined, { rule, reason: '改回' });

    expect((await hall.motionOf(id, motionId)).result!.decided).toBe('passed');
    expect(await hall.do<Recount>('watcher', 'ballotMotions:recount', motionId)).toMatchObject({ isSame: true });
  });

  it('of a law that does not apply on the day is refused', async () => {
    const { id } = await hall.meeting({ typeKey: 'urban2018.meeting' });
    await refused(
      'chair',
      'ballotMeetings:convene',
      id,
      { noticeOn: '2026-11-05', despite: '照旧' },
      'ballot.conveningRefused',
      409,
    );
  });

  describe('by roll-call', () => {
    const rollCall = async (present: number, people = 30) => {
      const id = await hall.opened(hall.people(people), present);
      const motionId = await hall.motion(id, { way: 'rollCall' });
      await hall.do('chair', 'ballotMotions:open', motionId);
      return { id, motionId, names: (await hall.motionOf(id, motionId)).rollCall! };
    };
    const answer = (motionId: string, entryId: string, answer: string) =>
      hall.do('clerk', 'ballotMotions:answer', motionId, { entryId, answer });

    it('calls who is there, takes a correction until it is closed, and tells the chair when it is decided', async () => {
      const { id, motionId, names } = await rollCall(20);
      expect(names).toHaveLength(20);
      for (const { entryId } of names.slice(0, 10)) await answer(motionId, entryId, 'approve');
      expect((await hall.motionOf(id, motionId)).outlook).toMatchObject({ status: 'open', outstanding: 10 });
      await answer(motionId, names[10]!.entryId, 'approve');
      const decided = await hall.motionOf(id, motionId);
      expect(decided).toMatchObject({ outlook: { status: 'willPass' }, progress: { expected: 20, voted: 11 } });
      await answer(motionId, names[10]!.entryId, 'oppose');
      await hall.do('chair', 'ballotMotions:close', motionId);
      await refused('clerk', 'ballotMotions:answer', motionId, { entryId: names[11]!.entryId, answer: 'approve' }, 'ballot.notNow', 409); // prettier-ignore
      await hall.do('chair', 'ballotMotions:decide', motionId);

      const { result, counted } = await hall.motionOf(id, motionId);
      expect(counted).toMatchObject({ due: 30, present: 20, approve: 10, oppose: 1, abstain: 0, notVoting: 9 });
      expect(result!.decided).toBe('notPassed');
      const { votes } = await hall.do<MotionExport>('watcher', 'ballotMotions:export', motionId);
      expect(votes).toHaveLength(11);
      expect(votes![10]).toEqual({ number: 11, answer: 'oppose' });
    });

    it('takes no answer of somebody who is not there, is recused or stands on another roll', async () => {
      const id = await hall.opened(hall.people(3), 2);
      const [first, , absent] = await hall.entries(id);
      const recused = [{ entryId: first!.id, reason: '承包人' }];
      const motionId = await hall.motion(id, { way: 'rollCall', recused });
      hall.now = NOON;
      const [stranger] = await hall.entries(await hall.opened(hall.people(3), 3));
      await hall.do('chair', 'ballotMotions:open', motionId, { despiteOutlook: '只有一人可表决' });
      for (const { id: entryId } of [first!, absent!, stranger!])
        await refused('clerk', 'ballotMotions:answer', motionId, { entryId, answer: 'approve' }, 'ballot.noVoteHere', 403);
      expect(await hall.motionOf(id, motionId)).toMatchObject({
        progress: { expected: 1, voted: 0 },
        recused: [{ name: '代表1' }],
      });
    });

    it('keeps a last answer that races its end, or refuses it: never half', async () => {
      const { id, motionId, names } = await rollCall(3, 3);
      for (const { entryId } of names.slice(0, 2)) await answer(motionId, entryId, 'approve');
      const [last, close] = await Promise.all([
        hall.send('clerk', 'ballotMotions:answer', motionId, { entryId: names[2]!.entryId, answer: 'oppose' }),
        hall.send('chair', 'ballotMotions:close', motionId),
      ]);
      await hall.do('chair', 'ballotMotions:decide', motionId);
      const { counted } = await hall.motionOf(id, motionId);
      expect(close.status).toBe(200);
      expect([last.status, counted!.oppose]).toEqual(last.status === 200 ? [200, 1] : [409, 0]);
    });
  });

  describe('on paper', () => {
    it('is counted from what came back, with invalid ballots in the base', async () => {
      const id = await hall.opened(hall.people(30), 20);
      const motionId = await hall.motion(id, { way: 'paper' });
      await hall.decided(motionId, { issued: 20, recovered: 19, approve: 10, oppose: 5, abstain: 2, invalid: 2 });
      const { secrecy, counted, result, rollCall } = await hall.motionOf(id, motionId);
      expect({ secrecy, rollCall }).toEqual({ secrecy: 'secret', rollCall: null });
      expect(counted).toMatchObject({ present: 20, recovered: 19, notVoting: 1 });
      expect(result!.decided).toBe('notPassed');
    });

    it.each<[string, object, string]>([
      ['without the number that came back', { issued: 20, approve: 11, oppose: 9 }, 'ballot.recoveredMissing'],
      ['with fewer votes than ballots', { issued: 20, recovered: 20, approve: 11, oppose: 5 }, 'ballot.votesDoNotAddUp'],
      ['with more ballots than people', { issued: 21, recovered: 21, approve: 11, oppose: 10 }, 'ballot.votesDoNotAddUp'],
      [
        'with a negative number, though more came back than went out',
        { issued: 20, recovered: 21, approve: -1 },
        'ballot.countNotWhole',
      ],
    ])('takes no count %s', async (_, counts, code) => {
      const id = await hall.opened(hall.people(30), 20);
      const motionId = await hall.motion(id, { way: 'paper' });
      await hall.do('chair', 'ballotMotions:open', motionId);
      await hall.do('chair', 'ballotMotions:close', motionId);
      await refused('teller', 'ballotMotions:count', motionId, { counts }, code, 400);
      expect((await hall.motionOf(id, motionId)).sheets).toEqual([]);
    });

    it('counts who put a ballot into the box and went, and who came while others voted', async () => {
      const id = await hall.opened(hall.people(30), 20);
      const motionId = await hall.motion(id, { way: 'paper' });
      await hall.do('chair', 'ballotMotions:open', motionId);
      const rows = await hall.entries(id);
      hall.now += MINUTE_MS;
      await hall.do('clerk', 'ballotAttendance:leave', id, { entryIds: [rows[0]!.id] });
      await hall.do('clerk', 'ballotAttendance:arrive', id, { entryIds: [rows[20]!.id] });
      hall.now += MINUTE_MS;
      await hall.do('chair', 'ballotMotions:close', motionId);
      for (const teller of ['teller', 'teller2'] as const)
        await hall.do(teller, 'ballotMotions:count', motionId, {
          counts: { issued: 21, recovered: 21, approve: 11, oppose: 10 },
        });
      await hall.do('chair', 'ballotMotions:decide', motionId);
      expect(await hall.motionOf(id, motionId)).toMatchObject({ counted: { present: 21 }, result: { decided: 'passed' } });
    });

    it('is void when more came back than went out, and everybody votes again', async () => {
      const id = await hall.opened(hall.people(100), 100);
      const motionId = await hall.motion(id, { way: 'paper' });
      await hall.decided(motionId, { issued: 100, recovered: 101, approve: 90, oppose: 11 });
      expect(await hall.motionOf(id, motionId)).toMatchObject({
        status: 'void',
        nextRound: 'again',
        result: { decided: 'void' },
      });
      const next = await hall.do<{ id: string }>('chair', 'ballotMotions:nextRound', motionId);
      expect(await hall.motionOf(id, next.id)).toMatchObject({ number: 1, round: 2, status: 'waiting' });
      await refused('chair', 'ballotMotions:nextRound', motionId, {}, 'ballot.nextRoundThere', 409);
      await hall.decided(next.id, { issued: 100, recovered: 100, approve: 90, oppose: 10 });
      expect((await hall.motionOf(id, next.id)).result!.decided).toBe('passed');
    });

    it('of an election goes on among those who tied, and takes no candidates that do not stand', async () => {
      const id = await hall.opened(hall.people(10), 10, { typeKey: 'party.election' });
      const candidates = [
        { id: 'a', name: '甲' },
        { id: 'b', name: '乙' },
        { id: 'c', name: '丙' },
      ];
      const election = { ruleKey: 'party.election', way: 'paper' as const, candidates, seats: 2 };
      const motionId = await hall.motion(id, election);
      await hall.do('chair', 'ballotMotions:open', motionId);
      await hall.do('chair', 'ballotMotions:close', motionId);
      const votes = (...approve: number[]) => candidates.map((one, index) => ({ id: one.id, approve: approve[index] }));
      const ballots = { issued: 10, recovered: 10 };
      const strange = { ...ballots, candidates: [{ id: 'z', approve: 9 }] };
      await refused('teller', 'ballotMotions:count', motionId, { counts: strange }, 'ballot.candidatesDiffer', 400);
      for (const teller of ['teller', 'teller2'] as const)
        await count(teller, motionId, { ...ballots, candidates: votes(8, 6, 6) });
      await hall.do('chair', 'ballotMotions:decide', motionId);

      const { result, nextRound } = await hall.motionOf(id, motionId);
      expect({ decided: result!.decided, nextRound }).toEqual({ decided: 'revote', nextRound: 'revote' });
      const next = await hall.do<{ id: string }>('secretary', 'ballotMotions:nextRound', motionId);
      expect(await hall.motionOf(id, next.id)).toMatchObject({
        seats: 1,
        candidates: [{ name: '乙' }, { name: '丙' }],
        round: 2,
      });
    });
  });

  it('fits the meeting: its rules, its ways, and candidates only where somebody is elected', async () => {
    const { id } = await hall.meeting();
    const body = { title: '事项', text: '', ruleKey: 'village.representatives', way: 'showOfHands' };
    const create = (change: object, code: string) =>
      refused('secretary', 'ballotMotions:create', id, { ...body, ...change }, code, 400);
    await create({ ruleKey: 'party.meeting.decision' }, 'ballot.ruleNotOfType');
    await create({ candidates: [{ id: 'a' }] }, 'ballot.noCandidatesHere');
    await create({ title: ' ' }, 'ballot.titleMissing');
    await create({ way: 'telepathy' }, 'input.invalid');
    expect((await hall.desk(id)).motions).toEqual([]);
  });

  it('that is decided can be counted again at any time, and the audit says when rows were changed behind our back', async () => {
    const id = await hall.opened(hall.people(30), 20);
    const motionId = await hall.motion(id);
    await hall.decided(motionId, { approve: 11, oppose: 9, abstain: 0 });
    const broken = async () =>
      (await verifyDatabase(hall.engine)).invariants.filter((one) => one.broken > 0).map(({ name }) => name);
    expect((await hall.send('outsider', 'ballotMotions:recount', motionId)).status).toBe(404);
    expect(await hall.do<Recount>('chair', 'ballotMotions:recount', motionId)).toMatchObject({ isSame: true });
    expect(await broken()).toEqual([]);

    const sheets = hall.db.getCollection('ballotSheets').model;
    await sheets.update(
      { counts: JSON.stringify({ approve: 12, oppose: 8, abstain: 0 }) } as never,
      { where: { motionId } } as never,
    );
    expect(await hall.do<Recount>('chair', 'ballotMotions:recount', motionId)).toMatchObject({
      isSame: false,
      counts: { approve: 12 },
    });
    expect(await broken()).toEqual(['ballot.recounted']);

    const journal = hall.db.getCollection('ballotJournal').model;
    const last = Number(await journal.max('sequence', { where: { meetingId: id } } as never));
    await journal.destroy({ where: { meetingId: id, sequence: last } } as never);
    expect(await broken()).toEqual(['ballot.recounted', 'ballot.journal']);
  });
});
