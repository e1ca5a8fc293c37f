import type { HttpAnswer } from '@wuxin/test';
import { at, NOON, Petition, TEXT } from '../__fixtures__';
import { tables } from '../store';
import { answerByCode } from './by-code';
import { receiveFromWall, type WallObjection } from './receive';

describe('an objection that comes in', () => {
  let petition: Petition;
  beforeAll(async () => {
    petition = await Petition.open();
  });
  afterAll(() => petition?.close());
  beforeEach(() => {
    petition.office.now = NOON;
  });

  const wall = (wallToken: string | null, given: Partial<WallObjection> = {}) =>
    petition.write((tx) => receiveFromWall(tx, { wallToken: wallToken ?? '', text: TEXT, ...given }));
  const count = (noticeId: string) => petition.read((tx) => tables.objections.count(tx, { noticeId }));
  const atWindow = (noticeId: string, given: object = {}, by: Parameters<typeof petition.office.send>[0] = 'receiver') =>
    petition.office.send(by, 'noticeRaisedObjections:receive', undefined, {
      noticeId,
      channel: 'paper',
      receivedOn: '2026-11-05',
      text: TEXT,
      ...given,
    });
  const codeOf = ({ errors }: HttpAnswer) => errors[0]?.code ?? 'done';

  it('from the wall is kept with what was given, a number and a code that the database does not know', async () => {
    const notice = await petition.notice();

    const { number, code } = await wall(notice.wallToken, { name: '周桂兰', contact: '13912345678', people: 3 });

    const [row] = await petition.read((tx) => tables.objections.select(tx, { noticeId: notice.id }));
    expect(row).toMatchObject({ number, channel: 'wall', status: 'received', text: TEXT, objectorName: '周桂兰', people: 3 });
    expect(row).toMatchObject({ receivedOn: '2026-11-05', level: 'community', enteredById: null });
    expect(JSON.stringify(row)).not.toContain(code.replaceAll('-', ''));
    expect(number).toMatch(/^Y2026-\d{5}$/);
    expect(await petition.kinds(row!.id)).toEqual(['received']);
    expect(await petition.read((tx) => answerByCode(tx, code.toLowerCase()))).toMatchObject({ number, status: 'received' });
  });

  it.each([
    ['the evening of the last day', '2026-11-12T23:59:59.999', 'done'],
    ['the midnight that ends it', '2026-11-13T00:00:00', 'objection.late'],
  ])('from the wall on %s: %s', async (_, time, expected) => {
    const { wallToken } = await petition.notice();
    petition.office.now = at(time);

    const came = await wall(wallToken).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

    expect(came).toBe(expected);
  });

  it.each([
    ['2026-12-31T23:59:59', 'Y2026-'],
    ['2027-01-01T00:00:00', 'Y2027-00001'],
  ])('at the turn of the year (%s) has the number of its own year', async (time, expected) => {
    const { wallToken } = await petition.notice({ endsOn: '2027-01-01', keepUntilOn: '2027-02-01' });
    petition.office.now = at(time);

    expect((await wall(wallToken)).number).toContain(expected);
  });

  it('that is late is told where else to go', async () => {
    const { id, wallToken } = await petition.notice({ status: 'ended', endsOn: '2026-11-04' });

    await expect(wall(wallToken)).rejects.toMatchObject({ code: 'objection.late', status: 409, data: { endsOn: '2026-11-04' } });
    const refused = await atWindow(id);
    expect(refused.errors[0]!.message).toBe('异议期已于 2026-11-04 结束，不能再提出异议；有新情况可以向镇（街）反映');
  });

  it('to an address that was guessed, or is not on the wall any more, finds nothing, and both are answered alike', async () => {
    const gone = await petition.notice({ status: 'ended', endsOn: '2026-10-01', keepUntilOn: '2026-11-04' });
    const withdrawn = await petition.notice({ status: 'withdrawn' });
    const draft = await petition.notice({ status: 'approved', publishedAt: null });

    const answers = await Promise.all(
      ['guessed', gone.wallToken, withdrawn.wallToken, draft.wallToken].map((token) =>
        wall(token).catch((error: { code: string; status: number; data: object }) => [error.code, error.status, error.data]),
      ),
    );

    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['["objection.noticeNotFound",404,{}]']));
  });

  it('to a notice that takes none is refused', async () => {
    const { id, wallToken } = await petition.notice({ takesObjections: false });

    await expect(wall(wallToken)).rejects.toMatchObject({ code: 'objection.notTaken' });
    expect(codeOf(await atWindow(id))).toBe('objection.notTaken');
  });

  it('while the notice is not on every board yet is taken', async () => {
    const { wallToken } = await petition.notice({ status: 'posting', startsOn: null, endsOn: null, keepUntilOn: null });

    expect((await wall(wallToken)).code).not.toBe('');
  });

  it('of a program that fills in the hidden field is answered like any other, and nothing of it is kept', async () => {
    const { id, wallToken } = await petition.notice();

    const answer = await wall(wallToken, { honeypot: 'http://example.com' });

    expect(answer).toEqual({ number: expect.stringMatching(/^Y2026-\d{5}$/), code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) });
    expect(await count(id)).toBe(0);
  });

  it('with markup in it is text', async () => {
    const { id, wallToken } = await petition.notice();

    await wall(wallToken, { text: `<script>alert(1)</script>\u0000${TEXT}` });

    const [row] = await petition.read((tx) => tables.objections.select(tx, { noticeId: id }));
    expect(row?.text).toBe(`<script>alert(1)</script>${TEXT}`);
  });

  it.each([
    ['on the day of posting', '2026-11-05', 'done'],
    ['before it was posted', '2026-11-04', 'objection.receivedOn'],
    ['tomorrow', '2026-11-07', 'objection.receivedOn'],
    ['on no day', '2026-02-30', 'input.invalid'],
  ])('that came on paper %s: %s', async (_, receivedOn, expected) => {
    const { id } = await petition.notice();
    petition.office.now = at('2026-11-06T09:00:00');

    expect(codeOf(await atWindow(id, { receivedOn }))).toBe(expected);
  });

  it('that came on paper in time, and is entered after the last day while the period is still open, is in time', async () => {
    const { id } = await petition.notice();
    petition.office.now = at('2026-11-13T09:00:00');

    const lateReason = '昨天窗口停电，今天补录';
    expect(codeOf(await atWindow(id, { receivedOn: '2026-11-12' }))).toBe('objection.lateReasonMissing');
    expect(codeOf(await atWindow(id, { receivedOn: '2026-11-12', lateReason }))).toBe('done');
    expect(codeOf(await atWindow(id, { receivedOn: '2026-11-13', lateReason }))).toBe('objection.late');
  });

  it.each([
    ['receiver', 'done'],
    ['decider', 'done'],
    ['root', 'done'],
    ['outsider', 'objection.noticeNotFound'],
    ['drafter', 'objection.againstYou'],
    ['approver', 'objection.againstYou'],
  ] as const)('may be entered by %s: %s', async (by, expected) => {
    const { id } = await petition.notice();

    expect(codeOf(await atWindow(id, {}, by))).toBe(expected);
  });

  it('against whoever is at the window is not entered by them', async () => {
    const { id } = await petition.notice();

    expect(codeOf(await atWindow(id, { againstUserId: petition.office.id('receiver') }))).toBe('objection.againstYou');
  });

  it('has its scan, whose kind is read from its bytes', async () => {
    const { id } = await petition.notice();
    const pdf = Buffer.from('%PDF-1.7 scan').toString('base64');

    const kept = await atWindow(id, { scan: { name: '异议书.exe', content: pdf } });
    const refused = await atWindow(id, { scan: { name: '异议书.pdf', content: Buffer.from('MZ').toString('base64') } });

    const owner = (kept.data as { id: string }).id;
    expect(await petition.read((tx) => tables.files.select(tx, { ownerId: owner }))).toMatchObject([{ type: 'application/pdf' }]);
    expect(codeOf(refused)).toBe('objection.scan');
  });

  it('has no scan of more than five megabytes, and nothing is kept with one', async () => {
    const { id } = await petition.notice();
    const pdf = (bytes: number) => Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(bytes - 5)]).toString('base64');

    expect(codeOf(await atWindow(id, { scan: { name: '异议书.pdf', content: pdf(5 * 1024 * 1024 + 1) } }))).toBe(
      'objection.scan',
    );
    expect(await count(id)).toBe(0);
    expect(codeOf(await atWindow(id, { scan: { name: '异议书.pdf', content: pdf(5 * 1024 * 1024) } }))).toBe('done');
  });

  it('against the only one who decides goes to the level above at once', async () => {
    const { id } = await petition.notice();
    const own = await petition.receive(id, { againstUserId: petition.office.id('decider') });
    const other = await petition.receive(id, { againstUserId: petition.office.id('poster') });

    expect([(await petition.row(own.id)).level, (await petition.row(other.id)).level]).toEqual(['township', 'community']);
  });

  it('is to be accepted within two working days, which leave out the weekend, counted from the day on which it came', async () => {
    const { id } = await petition.notice();

    const { dueAt } = await petition.row((await petition.receive(id)).id);

    expect(dueAt).toBe(at('2026-11-10T00:00:00'));
  });

  it('in a year of which no calendar is known is due all the same', async () => {
    petition.office.now = at('2035-03-01T10:00:00');
    const { id } = await petition.notice();

    const { dueAt } = await petition.row((await petition.receive(id)).id);

    expect(dueAt).toBe(at('2035-03-06T00:00:00'));
  });
});
