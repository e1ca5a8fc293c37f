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
