import { aMeeting } from '../__fixtures__/box';
import { openKey } from '../key';
import { isSealed } from './choice';
import { openChoice } from './open';
import { sealChoice } from './seal';

describe('a sealed choice', () => {
  const meeting = aMeeting(3);
  const opened = async (sealed: string, motionId = 'q1') => {
    const { sodium, key } = await meeting;
    return openChoice(sodium, await openKey(sodium, key.publicKey, key.shares.slice(0, 2)), { motionId, sealed });
  };

  test.each([[['approve']], [[]], [['c3', 'c1']]])('%j comes out as it went in, in the order of the alphabet', async (choice) => {
    const { cast, slips } = await meeting;

    expect(await opened(cast(slips.codes[0]!, choice).sealed)).toEqual({ kind: 'choice', choice: choice.toSorted() });
  });

  test('has the same length whatever it says, and never the same text twice', async () => {
    const { cast, slips } = await meeting;
    const sealed = [['approve'], ['oppose'], [], ['approve']].map((choice) => cast(slips.codes[0]!, choice).sealed);

    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    expect(new Set(sealed).size).toBe(4);
  });

  test('is told from what cannot be one, by its length and signs', async () => {
    const { cast, slips } = await meeting;
    const { sealed } = cast(slips.codes[0]!, ['approve']);

    expect(isSealed(sealed)).toBe(true);
    expect([sealed.slice(1), `${sealed}A`, `=${sealed.slice(1)}`, '', `${sealed}\n`].map(isSealed)).not.toContain(true);
  });

  test('that does not fit is refused before it is cast', async () => {
    const { sodium, key } = await meeting;
    const choice = [`x${'x'.repeat(1100)}`];

    expect(() => sealChoice(sodium, key.publicKey, { motionId: 'q1', choice })).toThrow('choice.tooLong');
  });

  test('of another motion is spoilt, and so is whatever else somebody put into the box', async () => {
    const { sodium, key, cast, slips } = await meeting;
    const variant = sodium.base64_variants.URLSAFE_NO_PADDING;
    const foreign = (text: string) =>
      sodium.to_base64(sodium.crypto_box_seal(text, sodium.from_base64(key.publicKey, variant)), variant);
    const padded = (value: unknown) => {
      const text = sodium.pad(sodium.from_string(JSON.stringify(value)), 1024);
      return sodium.to_base64(sodium.crypto_box_seal(text, sodium.from_base64(key.publicKey, variant)), variant);
    };
    const { sealed } = cast(slips.codes[0]!, ['approve']);

    for (const thing of [
      '',
      '###',
      sealed.slice(4),
      foreign('approve'),
      padded(null),
      padded({ motionId: 'q1', choice: 'approve' }),
      padded({ motionId: 'q1', choice: ['approve', 'approve'] }),
      padded({ motionId: 'q1', choice: [7] }),
    ])
      expect(await opened(thing)).toEqual({ kind: 'spoilt' });
    expect(await opened(sealed, 'q2')).toEqual({ kind: 'spoilt' });
  });
});
