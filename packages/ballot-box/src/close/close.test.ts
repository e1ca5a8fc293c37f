import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aMeeting } from '../__fixtures__/box';
import { openKey } from '../key';
import { receiptOf } from '../slips';
import { chainHead, closeBox, type ClosedBox } from '.';

const CHOICES = [['approve'], ['oppose'], ['approve'], [], ['abstain'], ['approve']];
const RECOUNT = join(__dirname, '../../recount.mjs');

describe('a box that is opened', () => {
  const meeting = aMeeting(CHOICES.length);
  const closed = async (order = CHOICES.map((_, index) => index)): Promise<ClosedBox> => {
    const { sodium, key, cast, slips } = await meeting;
    const ballots = order.map((index) => cast(slips.codes[index]!, CHOICES[index]!));
    return closeBox(sodium, { motionId: 'q1', key: await openKey(sodium, key.publicKey, key.shares.slice(0, 2)), cast: ballots });
  };

  test('has every choice and every receipt once, each list in an order of its own', async () => {
    const { sodium, cast, slips } = await meeting;
    const box = await closed();

    expect(box).toMatchObject({ spoilt: 0, choices: [['abstain'], ['approve'], ['approve'], ['approve'], ['oppose'], []] });
    expect(box.receipts).toEqual(slips.codes.map((code) => receiptOf(sodium, cast(code, []).mark)).toSorted());
  });

  test('is the same to the last byte in whichever order the ballots lie in it', async () => {
    expect(await closed([5, 3, 1, 0, 2, 4])).toEqual(await closed());
  });

  test('counts what cannot be read as spoilt, and goes on', async () => {
    const { sodium, key, cast, slips } = await meeting;
    const [code, other] = slips.codes;
    const ballots = [{ ...cast(code!, []), sealed: 'rubbish' }, cast(other!, ['oppose'])];
    const box = closeBox(sodium, {
      motionId: 'q1',
      key: await openKey(sodium, key.publicKey, key.shares.slice(0, 2)),
      cast: ballots,
    });

    expect(box).toMatchObject({ spoilt: 1, choices: [['oppose'], null] });
    expect(box.receipts).toHaveLength(2);
  });

  test('with two ballots of one slip is not opened', async () => {
    const { sodium, key, cast, slips } = await meeting;
    const ballots = [cast(slips.codes[0]!, ['approve']), cast(slips.codes[0]!, ['oppose'])];
    const open = await openKey(sodium, key.publicKey, key.shares.slice(0, 2));

    expect(() => closeBox(sodium, { motionId: 'q1', key: open, cast: ballots })).toThrow('box.markTwice');
  });

  test('has another head after any change of what is published', async () => {
    const { sodium } = await meeting;
    const box = await closed();
    const [first, ...others] = box.receipts;
    const changed = [
      { ...box, motionId: 'q2' },
      { ...box, receipts: others },
      { ...box, receipts: [...others, first!] },
      { ...box, choices: [...box.choices.slice(1), ['oppose']] },
      { ...box, choices: box.choices.slice(1) },
    ].map((published) => chainHead(sodium, published));

    expect(chainHead(sodium, box)).toBe(box.head);
    expect(new Set([box.head, ...changed]).size).toBe(6);
  });

  describe('is counted again by anybody', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'box-')), 'box.json');
    const recount = (published: object, ...more: string[]) => {
      writeFileSync(file, JSON.stringify(published));
      const { status, stdout } = spawnSync(process.execPath, [RECOUNT, file, ...more], { encoding: 'utf8' });
      return { status, ...(JSON.parse(stdout) as { marks: object; problems: string[] }) };
    };

    test('with the script, which knows nothing of ours', async () => {
      const box = await closed();

      expect(recount(box, box.receipts[2]!)).toMatchObject({
        status: 0,
        ballots: 6,
        marks: { approve: 3, oppose: 1, abstain: 1 },
        blank: 1,
        spoilt: 0,
        head: box.head,
        problems: [],
      });
    });

    test('who learns of a receipt that is missing and of anything that was changed', async () => {
      const box = await closed();

      expect(recount(box, 'AAAA-AAAA-AAAA')).toMatchObject({ status: 1, problems: ['AAAA-AAAA-AAAA is not on the list'] });
      expect(recount({ ...box, choices: [...box.choices, ['approve']] }).problems).toHaveLength(2);
      expect(recount({ ...box, receipts: [...box.receipts, box.receipts[0]!] }).problems).toHaveLength(3);
    });

    test('and says how it is used', () => {
      expect(() => execFileSync(process.execPath, [RECOUNT], { stdio: 'pipe' })).toThrow('usage: node recount.mjs FILE');
    });
  });
});
