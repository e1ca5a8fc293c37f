import type { Model } from '@nocobase/database';
import { NOON, Petition, type Person } from '../__fixtures__';
import { tables } from '../store';
import { higherDecidersOf } from './index';

describe('an objection at the level above', () => {
  let petition: Petition;
  beforeAll(async () => {
    petition = await Petition.open();
  });
  afterAll(() => petition?.close());
  beforeEach(async () => {
    petition.office.now = NOON;
    above();
    await petition.office.db.getRepository('notificationInAppMessages').destroy({ truncate: true });
  });

  /** People of the places above the township, the nearest place first. */
  const above = (...people: readonly (readonly Person[])[]) =>
    higherDecidersOf(petition.office.db).register(async () => people.map((at) => at.map((one) => petition.office.id(one))));
  const send = async (by: Person, act: string, id: string, data: object = {}): Promise<string> =>
    (await petition.office.send(by, `noticeRaisedObjections:${act}`, id, data)).errors[0]?.code ?? 'done';
  const received = async (against: Person | null, changes: object = {}) => {
    const notice = await petition.notice({ approvedById: petition.office.id('decider'), ...changes });
    const given = against === null ? {} : { againstUserId: petition.office.id(against) };
    return { notice, ...(await petition.receive(notice.id, given)) };
  };
  const messages = async (): Promise<[number, string][]> => {
    const rows = (await petition.office.db.getRepository('notificationInAppMessages').find({ sort: ['userId'] })) as Model[]; // untyped in NocoBase
    return rows.map((row) => [Number(row.get('userId')), String(row.get('title'))]);
  };

  it('is the superior’s, and nobody else is told, while one of them may decide', async () => {
    above(['outsider']);

    const { id } = await received(null);

    expect([await petition.kinds(id), await messages()]).toEqual([['received'], []]);
    expect(await send('superior', 'accept', id)).toBe('done');
  });

  it('against every superior is decided by the next place above, whose people are told', async () => {
    above(['outsider'], ['supervisor']);

    const { id, number } = await received('superior');

    expect(await petition.kinds(id)).toEqual(['received', 'raisedHigher']);
    expect(await messages()).toEqual([[petition.office.id('outsider'), `异议 ${number} 转由您办理`]]);
    expect(await send('superior', 'accept', id)).toBe('objection.againstYou');
    expect(await send('supervisor', 'accept', id)).toBe('objection.notForYou');
    expect(await send('outsider', 'accept', id)).toBe('done');
  });

  it('passes over a place where everybody is objected against', async () => {
    above(['approver', 'superior'], ['outsider']);

    const { id } = await received('superior', { createdById: petition.office.id('approver') });

    expect(await send('approver', 'accept', id)).toBe('objection.againstYou');
    expect(await send('outsider', 'accept', id)).toBe('done');
  });

  it('that nobody may decide on is told to administrators, who name somebody', async () => {
    const { id, number, notice } = await received('superior');

    expect(await petition.kinds(id)).toEqual(['received', 'nobodyDecides']);
    expect(await messages()).toEqual([[petition.office.id('root'), `异议 ${number} 没有人可以办理`]]);
    const staff = await petition.read((tx) => tables.staff.select(tx, { noticeId: notice.id }));
    const named = [...staff.map(({ userId, post }) => ({ userId, post })), { userId: petition.office.id('outsider'), post: 'superior' }]; // prettier-ignore
    await petition.office.do('root', 'noticeNotices:setStaff', notice.id, { staff: named, reason: '镇里须回避' });
    expect(await send('outsider', 'accept', id)).toBe('done');
  });

  it('whose superior turns out to be the one it is against goes higher then', async () => {
    above(['outsider']);
    const { id } = await received(null);
    expect(await send('superior', 'setAgainst', id, { userId: petition.office.id('superior') })).toBe('done');

    expect(await petition.kinds(id)).toEqual(['received', 'againstSet', 'raisedHigher']);
    expect(await send('outsider', 'accept', id)).toBe('done');
  });

  it('that comes there because the community was late goes higher at once where the superior withdraws', async () => {
    above(['outsider']);
    const notice = await petition.notice();
    const { id } = await petition.receive(notice.id, { againstUserId: petition.office.id('superior') });
    expect(await petition.kinds(id)).toEqual(['received']);

    await petition.at((await petition.row(id)).dueAt!);

    expect(await petition.kinds(id)).toEqual(['received', 'escalated', 'raisedHigher']);
    expect(await send('outsider', 'accept', id)).toBe('done');
  });
});
