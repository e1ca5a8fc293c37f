import { expectRefused } from '@wuxin/test';
import type { Choice } from '@wuxin/ballot-box';
import type { DrawnKeyView, DrawnSlipsView, MotionExport, Recount } from '../../common/api';
import { castByPhone, Hall, openBoxOf, secretMeeting, type PaperOfMeeting } from '../__fixtures__';
import { tables } from '../store';

const refused = (
  hall: Hall,
  [by, action, id]: readonly [Parameters<Hall['send']>[0], string, string],
  data: object,
  [code, status]: readonly [string, number],
) => expectRefused((locale) => hall.send(by, action, id, data, locale), { code, status });

describe('a secret vote of a meeting', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());

  const vote = async (paper: PaperOfMeeting, motionId: string, choices: readonly Choice[]) => {
    for (const [index, choice] of choices.entries()) {
      const answer = await castByPhone(hall, paper, { motionId, code: paper.codes[index]!, choice });
      expect(answer.errors).toEqual([]);
    }
  };
  const opened = async (paper: PaperOfMeeting, way: 'phone' | 'mixed' = 'phone') => {
    const motionId = await hall.motion(paper.id, { way });
    await hall.do('chair', 'ballotMotions:open', motionId);
    return motionId;
  };
  const times = (count: number, choice: Choice): Choice[] => Array.from({ length: count }, () => choice);

  describe('on phones', () => {
    it('is cast, closed, opened by the tellers, decided by what the box says, and counts again the same', async () => {
      const paper = await secretMeeting(hall, { people: 30, present: 22 });
      const motionId = await opened(paper);
      await vote(paper, motionId, [...times(12, ['approve']), ...times(5, ['oppose']), ...times(3, ['abstain'])]);
      expect((await hall.motionOf(paper.id, motionId)).box).toMatchObject({ ballots: 20, isOpened: false, receipts: [] });
      await hall.do('chair', 'ballotMotions:close', motionId);
      await refused(hall, ['chair', 'ballotMotions:decide', motionId], {}, ['ballot.boxNotOpened', 409]);

      const { data } = await openBoxOf(hall, paper, motionId);
      await hall.do('chair', 'ballotMotions:decide', motionId);

      const motion = await hall.motionOf(paper.id, motionId);
      expect(motion).toMatchObject({
        status: 'decided',
        secrecy: 'secret',
        counted: { present: 22, approve: 12, oppose: 5, abstain: 3, notVoting: 2 },
        result: { decided: 'passed' },
        box: { ballots: 20, isOpened: true, head: data.head, spoilt: 0 },
      });
      expect(await hall.do<Recount>('root', 'ballotMotions:recount', motionId)).toMatchObject({ isSame: true });
      const exported = await hall.do<MotionExport>('watcher', 'ballotMotions:export', motionId);
      expect(exported.box).toMatchObject({ head: data.head });
      expect(exported.box?.receipts).toHaveLength(20);
      expect((await hall.desk(paper.id)).key).toMatchObject({ isOpen: true });
    });

    it('is not put up without slips and a key', async () => {
      const id = await hall.opened(hall.people(3), 3);
      const motionId = await hall.motion(id, { way: 'phone' });
      await refused(hall, ['chair', 'ballotMotions:open', motionId], {}, ['ballot.keyMissing', 409]);
      await hall.do('chair', 'ballotBoxes:drawKey', id);
      await refused(hall, ['chair', 'ballotMotions:open', motionId], {}, ['ballot.slipsMissing', 409]);
    });

    it('is opened by a teller only, after it is closed, and once', async () => {
      const paper = await secretMeeting(hall, { people: 6, present: 6 });
      const motionId = await opened(paper);
      await vote(paper, motionId, times(6, ['approve']));
      const data = { shares: paper.shares.slice(1) };
      await refused(hall, ['teller', 'ballotBoxes:openBox', motionId], data, ['ballot.notNow', 409]);
      await hall.do('chair', 'ballotMotions:close', motionId);
      for (const by of ['root', 'chair', 'clerk', 'watcher'] as const) {
        await refused(hall, [by, 'ballotBoxes:openBox', motionId], data, ['ballot.notForYou', 403]);
      }
      expect((await hall.motionOf(paper.id, motionId, 'teller')).may).toContain('ballotBoxes:openBox');

      await hall.do('teller2', 'ballotBoxes:openBox', motionId, data);

      await refused(hall, ['teller', 'ballotBoxes:openBox', motionId], data, ['ballot.boxOpened', 409]);
      expect((await hall.motionOf(paper.id, motionId, 'teller')).may).not.toContain('ballotBoxes:openBox');
    });

    it('counts the ballots of those who have voted and gone', async () => {
      const paper = await secretMeeting(hall, { people: 6, present: 4 });
      const motionId = await opened(paper);
      await vote(paper, motionId, times(4, ['approve']));
      const entryIds = (await hall.entries(paper.id)).slice(0, 3).map(({ id }) => id);
      hall.now += 60_000;
      await hall.do('clerk', 'ballotAttendance:leave', paper.id, { entryIds });
      await hall.do('chair', 'ballotMotions:close', motionId);
      await openBoxOf(hall, paper, motionId);

      await hall.do('chair', 'ballotMotions:decide', motionId);

      expect(await hall.motionOf(paper.id, motionId)).toMatchObject({
        counted: { present: 4, approve: 4 },
        result: { decided: 'passed' },
      });
      expect(await tables.boxes.count(hall, { motionId })).toBe(0);
    });
  });

  describe('on phones and paper', () => {
    const onPaper = { issued: 6, recovered: 6, approve: 4, oppose: 2, abstain: 0, invalid: 0 };
    const counted = async (motionId: string, counts: object) => {
      await hall.do('teller', 'ballotMotions:count', motionId, { counts });
      await hall.do('teller2', 'ballotMotions:count', motionId, { counts });
    };

    it('is one count; each paper ballot has cost a slip', async () => {
      const paper = await secretMeeting(hall, { people: 30, present: 20 });
      const motionId = await opened(paper, 'mixed');
      await vote(paper, motionId, [...times(9, ['approve']), ...times(5, ['oppose'])]);
      const exchange = (index: number) => hall.do('clerk', 'ballotBoxes:exchange', paper.id, { code: paper.codes[index]! });
      for (let index = 14; index < 19; index += 1) await exchange(index);
      await hall.do('chair', 'ballotMotions:close', motionId);
      await openBoxOf(hall, paper, motionId);
      await counted(motionId, onPaper);
      await refused(hall, ['chair', 'ballotMotions:decide', motionId], {}, ['ballot.morePaperThanExchanged', 409]);
      await exchange(19);

      await hall.do('chair', 'ballotMotions:decide', motionId);

      expect(await hall.motionOf(paper.id, motionId)).toMatchObject({
        counted: { present: 20, recovered: 20, issued: 20, approve: 13, oppose: 7 },
        result: { decided: 'passed' },
        box: { ballots: 14, isOpened: true },
      });
      expect(await hall.do<Recount>('root', 'ballotMotions:recount', motionId)).toMatchObject({ isSame: true });
    });

    it('shows no part of it of which there are few', async () => {
      const paper = await secretMeeting(hall, { people: 12, present: 10 });
      const motionId = await opened(paper, 'mixed');
      await vote(paper, motionId, times(7, ['approve']));
      for (const code of paper.codes.slice(7, 10)) await hall.do('clerk', 'ballotBoxes:exchange', paper.id, { code });
      await hall.do('chair', 'ballotMotions:close', motionId);
      await openBoxOf(hall, paper, motionId);
      await counted(motionId, { ...onPaper, issued: 3, recovered: 3, approve: 1, oppose: 2 });
      await hall.do('chair', 'ballotMotions:decide', motionId);

      const { box, counted: shown } = await hall.motionOf(paper.id, motionId);

      expect(shown).toMatchObject({ approve: 8, oppose: 2 });
      expect(box).toMatchObject({ ballots: null, head: null, choices: [] });
      const exported = await hall.do<MotionExport>('watcher', 'ballotMotions:export', motionId);
      expect({ box: exported.box, sheets: exported.sheets }).toEqual({ box: null, sheets: [] });
    });
  });

  describe('slips', () => {
    const draw = (id: string, count: number) => hall.do<DrawnSlipsView>('clerk', 'ballotBoxes:drawSlips', id, { count });
    const states = async (meetingId: string) => {
      const rows = await tables.slips.countBy(hall, ['state'], { meetingId });
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    };

    it('are drawn again in place of the first while nobody has one, and are added afterwards', async () => {
      const id = await hall.opened(hall.people(3), 3);
      const first = await draw(id, 3);
      const again = await draw(id, 2);
      expect(await states(id)).toEqual({ replaced: 3, valid: 2 });
      expect(new Set([...first.codes, ...again.codes]).size).toBe(5);
      await hall.do('clerk', 'ballotBoxes:handOut', id, { entryId: (await hall.entries(id))[0]!.id });

      const added = await draw(id, 4);

      expect(await states(id)).toEqual({ replaced: 3, valid: 6 });
      expect(added.codes).toHaveLength(4);
      expect(added.url).toBe(`/api/ballot-box/${id}`);
      expect((await hall.desk(id)).slips).toEqual({ drawn: 6, handedOut: 1, exchanged: 0 });
    });

    it('are handed to whoever is there and has a vote, one each', async () => {
      const probationary = { name: '预备党员', standing: 'probationary' as const };
      const id = await hall.opened([...hall.people(3), probationary], 2, { typeKey: 'party.members' });
      await draw(id, 1);
      const [first, second, absent] = await hall.entries(id);
      const handOut = (entryId: string, code: string, status = 409) =>
        refused(hall, ['clerk', 'ballotBoxes:handOut', id], { entryId }, [code, status]);
      await hall.do('clerk', 'ballotBoxes:handOut', id, { entryId: first!.id });

      await handOut(first!.id, 'ballot.hasSlip');
      await handOut(second!.id, 'ballot.slipsUsedUp');
      await handOut(absent!.id, 'ballot.notPresent');
      await handOut('nobody', 'ballot.notOnThisRoll', 403);
      await draw(id, 5);
      await hall.arrive(id, 4);
      await handOut((await hall.entries(id))[3]!.id, 'ballot.hasNoVote');
      expect((await hall.entries(id)).map(({ hasSlip }) => hasSlip)).toEqual([true, false, false, false]);
    });

    it('are given back for paper, unless they have voted on what is not decided', async () => {
      const paper = await secretMeeting(hall, { people: 6, present: 6 });
      const motionId = await opened(paper, 'mixed');
      const [voted, other] = paper.codes;
      await vote(paper, motionId, [['approve']]);
      const exchange = (code: string, refusal: readonly [string, number]) =>
        refused(hall, ['clerk', 'ballotBoxes:exchange', paper.id], { code }, refusal);

      await exchange(voted!, ['ballot.slipHasVoted', 409]);
      await hall.do('clerk', 'ballotBoxes:exchange', paper.id, { code: other!.toLowerCase() });

      await exchange(other!, ['ballot.slipExchanged', 409]);
      await exchange('7K2M', ['ballot.slip.codeUnreadable', 400]);
      await exchange((await secretMeeting(hall, { people: 1, present: 1 })).codes[0]!, ['ballot.codeUnknown', 404]);
      expect((await castByPhone(hall, paper, { motionId, code: other!, choice: [] })).status).toBe(409);
      await hall.do('chair', 'ballotMotions:close', motionId);
      await exchange(voted!, ['ballot.slipHasVoted', 409]);
    });

    it('leave nothing in the journal that tells who has which or who gave one back', async () => {
      const paper = await secretMeeting(hall, { people: 5, present: 5 });
      await hall.do('clerk', 'ballotBoxes:exchange', paper.id, { code: paper.codes[0]! });
      const entryIds = (await hall.entries(paper.id)).map(({ id }) => id);

      const journal = JSON.stringify(
        await tables.journal.select(hall, { meetingId: paper.id, kind: ['slipHandedOut', 'slipExchanged', 'slipsDrawn'] }),
      );

      for (const word of [...paper.codes, ...entryIds, '代表']) expect(journal).not.toContain(word);
    });
  });

  it('has a key that is drawn again until phones vote, and whose shares are kept nowhere', async () => {
    const id = await hall.opened(hall.people(3), 3);
    const first = await hall.do<DrawnKeyView>('chair', 'ballotBoxes:drawKey', id);
    const second = await hall.do<DrawnKeyView>('chair', 'ballotBoxes:drawKey', id);
    expect(second.publicKey).not.toBe(first.publicKey);
    expect((await hall.desk(id)).key).toEqual({ publicKey: second.publicKey, isOpen: false });
    const stored = JSON.stringify(await Promise.all(Object.values(tables).map((table) => table.select(hall, {}))));
    for (const share of [...first.shares, ...second.shares]) expect(stored).not.toContain(share);
    await hall.do('clerk', 'ballotBoxes:drawSlips', id, { count: 3 });
    const motionId = await hall.motion(id, { way: 'phone' });
    const offered = async () => (await hall.desk(id, 'chair')).may.includes('ballotBoxes:drawKey');
    expect(await offered()).toBe(true);
    await hall.do('chair', 'ballotMotions:open', motionId);

    expect(await offered()).toBe(false);
    await refused(hall, ['chair', 'ballotBoxes:drawKey', id], {}, ['ballot.keyInUse', 409]);
  });
});
