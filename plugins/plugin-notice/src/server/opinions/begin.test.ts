import { expectRefused } from '@wuxin/test';
import type { BeginCollectionBody, CollectionList, CollectionView } from '../../common/api';
import { NOON, Wall } from '../__fixtures__';
import { tables } from '../store';

describe('beginning a collection of opinions', () => {
  let wall: Wall;
  beforeAll(async () => {
    wall = await Wall.open();
  });
  beforeEach(() => {
    wall.office.now = NOON;
  });
  afterAll(() => wall?.close());

  const body = (given: Partial<BeginCollectionBody> = {}): BeginCollectionBody => ({
    title: '公约征求意见',
    text: '现就居民公约修改征求意见。\n请于期限内提出。',
    placeId: 'east',
    days: 10,
    staff: [
      { userId: wall.office.id('approver'), post: 'approver' },
      { userId: wall.office.id('poster'), post: 'poster' },
      { userId: wall.office.id('decider'), post: 'decider' },
    ],
    ...given,
  });
  const begin = (given: Partial<BeginCollectionBody> = {}) =>
    wall.office.do<{ id: string; noticeId: string }>('drafter', 'noticeCollections:begin', undefined, body(given));
  const view = async (id: string) =>
    (await wall.office.read<CollectionView>('decider', 'noticeCollections:get', { filterByTk: id })).data;

  it('drafts its announcement for the same people, with whoever begins it as its drafter', async () => {
    const { id, noticeId } = await begin();

    const notice = await wall.office.engine.read((tx) => tables.notices.find(tx, { id: noticeId }));
    expect(notice).toMatchObject({ status: 'draft', kindKey: 'announcement', title: '公约征求意见', placeId: 'east' });
    expect(notice?.body).toEqual([{ kind: 'paragraph', text: body().text }]);
    const staff = await wall.office.engine.read((tx) => tables.staff.select(tx, { noticeId }));
    expect(staff).toContainEqual(expect.objectContaining({ userId: wall.office.id('drafter'), post: 'drafter' }));
    expect(await view(id)).toMatchObject({ status: 'draft', noticeId, opensOn: null, closesOn: null });
  });

  it('has its days begin when the announcement is published', async () => {
    const { id, noticeId } = await begin({ days: 10 });
    await wall.notices.redact(noticeId);
    await wall.office.do('drafter', 'noticeNotices:submit', noticeId);
    await wall.office.do('approver', 'noticeNotices:approve', noticeId);
    await wall.office.do('poster', 'noticeNotices:publish', noticeId);

    expect(await view(id)).toMatchObject({ status: 'open', opensOn: '2026-11-05', closesOn: '2026-11-15' });
    const hangs = await wall.office.engine.read((tx) => tables.notices.find(tx, { id: noticeId }));
    expect(hangs?.endsOn).toBe('2026-11-15');
  });

  it.each([
    ['without a title', { title: ' ' }, 'opinion.title'],
    ['without a text', { text: '\n' }, 'opinion.textMissing'],
    ['at a place that is not there', { placeId: 'nowhere' }, 'notice.placeUnknown'],
    ['without anybody who decides', { staff: [] }, 'opinion.deciderMissing'],
  ])('is refused %s', async (_, given, code) => {
    await expectRefused((locale) => wall.office.send('drafter', 'noticeCollections:begin', undefined, body(given), locale), { code, status: 400 }); // prettier-ignore
  });

  it('is for whoever drafts notices, which the list says', async () => {
    await expectRefused((locale) => wall.office.send('decider', 'noticeCollections:begin', undefined, body(), locale), { code: 'notice.mayNotDraft', status: 403 }); // prettier-ignore
    const lists = await Promise.all(
      (['drafter', 'decider'] as const).map((by) => wall.office.send<CollectionList>(by, 'noticeCollections:list', undefined)),
    );
    expect(lists.map(({ data }) => data.mayBegin)).toEqual([true, false]);
  });
});
