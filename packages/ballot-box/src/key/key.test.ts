import { loadSodium, type Sodium } from '../sodium';
import { drawKey, openKey, type DrawnKey } from '.';

describe('the key of a meeting', () => {
  let sodium: Sodium;
  let key: DrawnKey;
  beforeAll(async () => {
    sodium = await loadSodium();
    key = await drawKey(sodium);
  });
  const opened = (typed: readonly string[]) => openKey(sodium, key.publicKey, typed);

  test.each([
    ['both tellers', 0, 1],
    ['the first teller and the recovery key', 0, 2],
    ['the recovery key and the second teller', 2, 1],
  ] as const)('is opened by %s', async (_, one, other) => {
    const { publicKey, privateKey } = await opened([key.shares[one], key.shares[other]]);

    expect(sodium.crypto_scalarmult_base(privateKey)).toEqual(publicKey);
  });

  test('is opened by all three, and by two of which one is typed twice', async () => {
    await expect(opened(key.shares)).resolves.toBeDefined();
    await expect(opened([key.shares[0], key.shares[1], key.shares[0]])).resolves.toBeDefined();
  });

  test('is read in small letters and with gaps', async () => {
    const typed = key.shares.map((share) => share.toLowerCase().replaceAll('-', ' '));

    await expect(opened(typed.slice(0, 2))).resolves.toBeDefined();
  });

  test.each([
    ['none', [], 0],
    ['one', [0], 1],
    ['one twice', [0, 0], 1],
  ] as const)('is not opened by %s', async (_, which, given) => {
    await expect(opened(which.map((index) => key.shares[index]))).rejects.toMatchObject({
      code: 'key.sharesTooFew',
      data: { given, needed: 2 },
    });
  });

  test('is not opened by shares of another meeting, nor by one of each', async () => {
    const other = await drawKey(sodium);

    for (const typed of [other.shares, [key.shares[0], other.shares[1]]])
      await expect(opened(typed)).rejects.toMatchObject({ code: 'key.sharesDoNotFit' });
  });

  test('says which share was mistyped, and tells nothing of it', async () => {
    const [first, second] = key.shares;
    const wrong = `${second.slice(0, -1)}${second.endsWith('7') ? '8' : '7'}`;
    for (const typed of [wrong, '', second.slice(5), '不是密钥']) {
      const refused: unknown = await opened([first, typed]).catch((error: unknown) => error);

      expect(refused).toMatchObject({ code: 'key.shareUnreadable', data: { number: 2 } });
      if (typed) expect(String(refused)).not.toContain(typed);
    }
  });

  test('is in no part whole: one share says nothing of the key', async () => {
    const again = await drawKey(sodium);

    expect(new Set([...key.shares, ...again.shares]).size).toBe(6);
    expect(key.shares.every((share) => !share.includes(key.publicKey))).toBe(true);
  });
});
