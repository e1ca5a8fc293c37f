import { beforeCommitOf, type HttpAnswer, RaceTrack } from '@wuxin/test';
import { verifyDatabase } from '@wuxin/plugin-bpmn';
import { DAY_MS, NOON, Notices, Office } from '../__fixtures__';
import { lockNotice } from '../acts';
import { noticeSettled, objectionsOf } from '../notices';
import { tables, type ObjectionRecord } from '../store';

const told = ({ status, errors }: HttpAnswer) => [status, ...errors.map(({ code }) => code)].join(' ');
const HELD = beforeCommitOf('notice');

/** Two come to one notice at once, in the order that the test says: whoever is held before the commit is first. */
describe('races for a notice', () => {
  let office: Office;
  let notices: Notices;
  let track: RaceTrack;
  beforeAll(async () => {
    office = await Office.open();
    notices = new Notices(office);
    track = RaceTrack.on(office.db, async () => undefined);
    objectionsOf(office.db).register(async (tx, noticeId) => {
      const open = await tables.objections.count(tx, { noticeId, status: 'received' });
      return { total: open, open, rejected: 0, upheld: 0 };
    });
  });
  beforeEach(() => {
    office.now = NOON;
  });
  afterAll(() => office?.close());

  const send =
    (by: 'drafter' | 'approver' | 'poster', name: string, id: string, data: object = {}) =>
    () =>
      office.send(by, `noticeNotices:${name}`, id, data);
  const run = async (first: () => Promise<HttpAnswer>, second: () => Promise<HttpAnswer>) => {
    const ran = await track.run({ first, second, heldAt: HELD });
    expect(ran.secondWaited).toBe(true);
    return [told(ran.first), told(ran.second)];
  };

  it('a change that comes while it is submitted is too late: what is approved is what was checked', async () => {
    const id = await notices.draft();
    await notices.redact(id);

    expect(await run(send('drafter', 'submit', id), send('drafter', 'update', id, { title: '改' }))).toEqual([
      '200',
      '409 notice.notNow',
    ]);
    expect((await notices.desk(id)).title).toBe('居民公约公示');
  });

  it('a change that comes first makes the check void for whoever submits', async () => {
    const id = await notices.draft();
    await notices.redact(id);

    expect(await run(send('drafter', 'update', id, { title: '改' }), send('drafter', 'submit', id))).toEqual([
      '200',
      '409 notice.checkVoid',
    ]);
  });

  it('a return that comes while it is published is too late, and one that comes first keeps it from the wall', async () => {
    const published = await notices.approved();
    expect(await run(send('poster', 'publish', published), send('approver', 'return', published, { reason: '错' }))).toEqual([
      '200',
      '409 notice.notNow',
    ]);
    const returned = await notices.approved();
    expect(await run(send('approver', 'return', returned, { reason: '错' }), send('poster', 'publish', returned))).toEqual([
      '200',
      '409 notice.notNow',
    ]);
    expect((await notices.desk(returned)).publishedAt).toBeNull();
  });

  it('two approvals, and two publications, are one', async () => {
    const id = await notices.submitted();
    expect(await run(send('approver', 'approve', id), send('approver', 'approve', id))).toEqual(['200', '409 notice.notNow']);
    expect(await run(send('poster', 'publish', id), send('poster', 'publish', id))).toEqual(['200', '409 notice.notNow']);
  });

  it('two drafts at once have two numbers', async () => {
    const [one, other] = await Promise.all([notices.draft(), notices.draft()]);
    expect((await notices.desk(one)).number).not.toBe((await notices.desk(other)).number);
  });

  describe('at midnight after its last day', () => {
    const object = (noticeId: string) => () =>
      office.engine.write(async (tx) => {
        const { status } = (await lockNotice(tx, noticeId))!;
        if (status === 'running') await tables.objections.insert(tx, [objection(noticeId)]);
        return status;
      });
    // rows without a journal, which no invariant would let stand
    afterEach(() => office.engine.write((tx) => tables.objections.delete(tx, {})));
    const end = (noticeId: string) => () => office.engine.write((tx) => noticeSettled(tx, noticeId));

    it('an objection that comes first holds it open', async () => {
      const id = await notices.published();
      office.now = NOON + 8 * DAY_MS;
      const ran = await track.run({ first: object(id), second: end(id), heldAt: HELD });
      expect([ran.secondWaited, ran.first]).toEqual([true, 'running']);
      expect((await notices.desk(id)).status).toBe('running');
    });

    it('an objection that comes while it ends is too late', async () => {
      const id = await notices.published();
      office.now = NOON + 8 * DAY_MS;
      const ran = await track.run({ first: end(id), second: object(id), heldAt: HELD });
      expect([ran.secondWaited, ran.second]).toEqual([true, 'ended']);
      expect(await office.engine.read((tx) => tables.objections.count(tx, { noticeId: id }))).toBe(0);
    });
  });

  it('whatever raced, what was published is what was checked, and journals are chains', async () => {
    expect((await verifyDatabase(office.engine)).firstBroken).toBeNull();
  });

  const objection = (noticeId: string): ObjectionRecord => ({
    id: office.engine.newId(),
    number: office.engine.newId(),
    noticeId,
    placeId: null,
    channel: 'wall',
    status: 'received',
    codeDigest: '',
    text: '金额不对',
    objectorName: null,
    contact: null,
    note: null,
    people: 1,
    againstUserId: null,
    receivedOn: '2026-11-13',
    receivedAt: office.now,
    enteredById: null,
    lateReason: null,
    level: 'community',
    dueAt: null,
    acceptedAt: null,
    hearingOn: null,
    hearingNotes: null,
    answer: null,
    decision: null,
    affectedStep: null,
    answeredAt: null,
    answeredById: null,
    answeredByName: null,
    appeal: null,
    appealedAt: null,
    reconsideration: null,
    reconsiderationText: null,
    reconsideredAt: null,
    reconsideredById: null,
    reconsideredByName: null,
    closedAt: null,
    erasedAt: null,
    revision: 0,
  });
});
