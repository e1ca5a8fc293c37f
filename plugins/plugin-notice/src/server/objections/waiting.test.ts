import type { ObjectionList, ObjectionListQuery, TakingNotice } from '../../common/api';
import { DAY_MS, NOON, Petition, type Person } from '../__fixtures__';

describe('what waits for somebody', () => {
  let petition: Petition;
  beforeAll(async () => {
    petition = await Petition.open();
  });
  afterAll(() => petition?.close());
  beforeEach(() => {
    petition.office.now = NOON;
  });

  const list = (by: Person, query: ObjectionListQuery) =>
    petition.office.do<ObjectionList>(by, 'noticeRaisedObjections:list', undefined, query);
  const waiting = async (by: Person, noticeId: string) =>
    (await list(by, { noticeId, isWaiting: true })).rows.map(({ id }) => id);
  const taking = async (by: Person, search = '') =>
    petition.office.do<TakingNotice[]>(by, 'noticeRaisedObjections:notices', undefined, { search });

  it('is what they decide on, the one that is due first at the top, until it is answered', async () => {
    const notice = await petition.notice();
    const [first, second] = [await petition.receive(notice.id), await petition.receive(notice.id)];
    await petition.office.do('decider', 'noticeRaisedObjections:accept', first.id);

    expect(await waiting('decider', notice.id)).toEqual([second.id, first.id]);
    expect(await waiting('superior', notice.id)).toEqual([]);
    expect(await waiting('supervisor', notice.id)).toEqual([]);
    await petition.office.do('decider', 'noticeRaisedObjections:answer', first.id, {
      decision: 'rejected',
      answer: '名单无误。',
    });
    expect(await waiting('decider', notice.id)).toEqual([second.id]);
  });

  it('is nothing for whom it is against, but for the level above', async () => {
    const notice = await petition.notice();
    const { id } = await petition.receive(notice.id, { againstUserId: petition.office.id('decider') });

    expect(await waiting('decider', notice.id)).toEqual([]);
    expect(await waiting('superior', notice.id)).toEqual([id]);
    expect((await list('superior', { noticeId: notice.id, level: 'community' })).total).toBe(0);
    expect((await list('superior', { noticeId: notice.id, level: 'township' })).total).toBe(1);
  });

  it('says how many working days are left, and by how many it is late', async () => {
    const notice = await petition.notice();
    await petition.receive(notice.id);
    const left = async () => (await list('decider', { noticeId: notice.id })).rows[0];

    expect(await left()).toMatchObject({ dueOn: '2026-11-09', workingDaysLeft: 2, isOverdue: false });
    petition.office.now = NOON + 4 * DAY_MS;
    expect(await left()).toMatchObject({ workingDaysLeft: 0, isOverdue: false });
    petition.office.now = NOON + 6 * DAY_MS;
    expect(await left()).toMatchObject({ workingDaysLeft: -2, isOverdue: true });
  });

  it('offers for entering an objection the notices that take some, but not to who wrote or approved them', async () => {
    const notice = await petition.notice({ title: '停车位分配公示' });

    expect(await taking('receiver', '停车位')).toMatchObject([{ id: notice.id, title: '停车位分配公示' }]);
    expect((await taking('poster', '停车位'))[0]?.involved).toContainEqual({
      id: petition.office.id('decider'),
      name: 'decider',
    });
    for (const by of ['drafter', 'approver', 'outsider'] as const) expect(await taking(by, '停车位')).toEqual([]);
  });
});
