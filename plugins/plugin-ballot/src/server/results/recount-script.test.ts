import type { Choice } from '@wuxin/ballot-box';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { MotionBody, MotionExport } from '../../common/api';
import { castByPhone, Hall, openBoxOf, secretMeeting } from '../__fixtures__';

const SCRIPT = resolve(__dirname, '../../../../../packages/ballot-box/recount.mjs');

/** What an export says is counted again by a script that knows nothing of ours. */
describe('an export that anybody counts again', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'wuxin-recount-')), 'export.json');
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());

  const exported = (motionId: string) => hall.do<MotionExport>('watcher', 'ballotMotions:export', motionId);
  const recount = (what: object) => {
    writeFileSync(file, JSON.stringify(what));
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT, file], { encoding: 'utf8' });
    return { status, ...(JSON.parse(stdout) as { counted: object; decided: string; problems: string[] }) };
  };
  const byTellers = async (body: Partial<MotionBody>, counts: object) => {
    const id = await hall.opened(hall.people(30), 20);
    const motionId = await hall.motion(id, body);
    await hall.decided(motionId, counts);
    return exported(motionId);
  };
  const onPhones = async () => {
    const paper = await secretMeeting(hall, { people: 12, present: 10 });
    const motionId = await hall.motion(paper.id, { way: 'phone' });
    await hall.do('chair', 'ballotMotions:open', motionId);
    const choices: Choice[] = [...Array.from({ length: 7 }, () => ['approve']), ['oppose'], ['abstain'], ['approve', 'oppose']];
    for (const [index, choice] of choices.entries())
      await castByPhone(hall, paper, { motionId, code: paper.codes[index]!, choice });
    await hall.do('chair', 'ballotMotions:close', motionId);
    await openBoxOf(hall, paper, motionId);
    await hall.do('chair', 'ballotMotions:decide', motionId);
    return exported(motionId);
  };

  it('by hands and on paper, from both count sheets', async () => {
    const hands = await byTellers({}, { approve: 15, oppose: 4, abstain: 1 });
    const onPaper = { issued: 20, recovered: 20, approve: 11, oppose: 8, abstain: 0, invalid: 1 };
    const paper = await byTellers({ way: 'paper' }, onPaper);

    expect(recount(hands)).toMatchObject({ status: 0, counted: { approve: 15, oppose: 4, abstain: 1 }, problems: [] });
    expect(recount(paper)).toMatchObject({ status: 0, counted: { approve: 11, invalid: 1, recovered: 20 }, decided: 'passed' });
  });

  it('by roll-call, from each answer', async () => {
    const id = await hall.opened(hall.people(3), 3);
    const motionId = await hall.motion(id, { way: 'rollCall' });
    await hall.do('chair', 'ballotMotions:open', motionId);
    for (const { id: entryId, number } of await hall.entries(id)) {
      await hall.do('clerk', 'ballotMotions:answer', motionId, { entryId, answer: number === 1 ? 'oppose' : 'approve' });
    }
    await hall.do('chair', 'ballotMotions:close', motionId);
    await hall.do('chair', 'ballotMotions:decide', motionId);

    expect(recount(await exported(motionId))).toMatchObject({
      status: 0,
      counted: { approve: 2, oppose: 1, abstain: 0 },
      problems: [],
    });
  });

  it('on phones, from the opened box', async () => {
    expect(recount(await onPhones())).toMatchObject({
      status: 0,
      counted: { approve: 7, oppose: 1, abstain: 1, invalid: 1, recovered: 10 },
      decided: 'passed',
      problems: [],
    });
  });

  /** So many vote on phones; the others give their slips back for paper, of which so many are in favour. */
  const mixed = async (phones: number, others: number, approve: number) => {
    const paper = await secretMeeting(hall, { people: phones + others, present: phones + others });
    const motionId = await hall.motion(paper.id, { way: 'mixed' });
    await hall.do('chair', 'ballotMotions:open', motionId);
    for (const code of paper.codes.slice(0, phones)) await castByPhone(hall, paper, { motionId, code, choice: ['approve'] });
    for (const code of paper.codes.slice(phones)) await hall.do('clerk', 'ballotBoxes:exchange', paper.id, { code });
    await hall.do('chair', 'ballotMotions:close', motionId);
    await openBoxOf(hall, paper, motionId);
    const counts = { issued: others, recovered: others, approve, oppose: others - approve, abstain: 0, invalid: 0 };
    for (const teller of ['teller', 'teller2'] as const) await hall.do(teller, 'ballotMotions:count', motionId, { counts });
    await hall.do('chair', 'ballotMotions:decide', motionId);
    return exported(motionId);
  };

  it('on phones and paper, from the opened box and both count sheets together', async () => {
    const both = await mixed(9, 6, 2);
    const [first, second] = both.sheets;
    const withOneMore = { counts: { ...first!.counts, approve: 3, oppose: 3 } };

    expect(recount(both)).toMatchObject({
      status: 0,
      counted: { approve: 11, oppose: 4, recovered: 15 },
      decided: 'passed',
      problems: [],
    });
    expect(recount({ ...both, sheets: [withOneMore, second] })).toMatchObject({ status: 1 });
    expect(recount({ ...both, sheets: [withOneMore, withOneMore] })).toMatchObject({ status: 1, counted: { approve: 12 } });
    expect(recount({ ...both, box: { ...both.box, choices: both.box!.choices.slice(1) } })).toMatchObject({ status: 1 });
  });

  it('on phones and a few ballots on paper, of which the shares of the result alone are there to be counted', async () => {
    const few = await mixed(7, 3, 1);

    expect(recount(few)).toMatchObject({ status: 0, counted: {}, decided: 'passed', problems: [] });
    expect(recount({ ...few, counts: { ...few.counts, approve: 9 } })).toMatchObject({ status: 1 });
    expect(few.result.reasons).toContainEqual(expect.objectContaining({ clause: 'approval', got: 8 }));
  });

  it('and learns of whatever somebody has changed in it', async () => {
    const hands = await byTellers({}, { approve: 15, oppose: 4, abstain: 1 });
    const phones = await onPhones();
    const [sheet] = hands.sheets;
    const changed = [
      { ...hands, counts: { ...hands.counts, approve: 16 } },
      { ...hands, sheets: [sheet, { counts: { ...sheet!.counts, approve: 14 } }] },
      { ...hands, result: { ...hands.result, reasons: hands.result.reasons.map((one) => ({ ...one, got: 9 })) } },
      { ...phones, box: { ...phones.box, choices: phones.box!.choices.map(() => ['approve']) } },
      { ...phones, motion: { ...phones.motion, id: 'another' } },
    ];

    for (const one of changed)
      expect(recount(one)).toMatchObject({ status: 1, problems: expect.arrayContaining([expect.any(String)]) as string[] });
  });
});
