import type { OnWallList, OnWallQuery } from '../../common/api';
import { NOON, Notices, Office, type Person } from '../__fixtures__';
import { wallOf } from '../publication';

describe('what hangs on the wall', () => {
  let office: Office;
  let notices: Notices;
  beforeAll(async () => {
    office = await Office.open();
    office.now = NOON;
    notices = new Notices(office);
    wallOf(office.db).register({ pathOf: (token) => `/n/${token}`, changed: async () => undefined });
  });
  afterAll(() => office?.close());

  const onWall = (by: Person, query: OnWallQuery = {}) => office.do<OnWallList>(by, 'noticeNotices:onWall', undefined, query);
  const titles = async (query: OnWallQuery = {}) => (await onWall('outsider', query)).rows.map(({ title }) => title);

  it('is told to everybody once it is published, until it is taken down', async () => {
    const id = await notices.approved({ title: '低保公示' });
    expect(await titles()).toEqual([]);

    await office.do('poster', 'noticeNotices:publish', id);
    const { rows, total, today } = await onWall('outsider');
    expect({ total, today }).toEqual({ total: 1, today: '2026-11-05' });
    expect(rows).toMatchObject([{ title: '低保公示', status: 'running', endsOn: '2026-11-12', place: { name: '东村社区' } }]);
    expect(rows[0]?.wallPath).toMatch(/^\/n\/[\w-]{22}$/);

    await office.do('approver', 'noticeNotices:takeDown', id, { reason: '贴错了' });
    expect(await titles()).toEqual([]);
  });

  it('has the way to the desk for whoever has a part in it, and administrators', async () => {
    const id = await notices.published({ title: '收支公示' });

    const idFor = async (by: Person) => (await onWall(by)).rows.find(({ title }) => title === '收支公示')?.id;
    expect(await idFor('poster')).toBe(id);
    expect(await idFor('root')).toBe(id);
    expect(await idFor('outsider')).toBeNull();
    expect(JSON.stringify((await onWall('outsider')).rows)).not.toContain(id);
  });

  it('is of one place and of all places, and of nowhere else', async () => {
    await notices.published({ title: '东村的', placeId: 'east' });
    await notices.published({ title: '西村的', placeId: 'west' });
    await notices.published({ title: '各处的', placeId: null });

    const west = await titles({ placeId: 'west' });
    expect(west).toEqual(['各处的', '西村的']);
  });

  it('is of all places below one', async () => {
    await notices.published({ title: '县里的', placeId: 'county' });

    const [town, county] = [await titles({ placeId: 'town' }), await titles({ placeId: 'county' })];
    expect(town).toEqual(expect.arrayContaining(['东村的', '西村的', '各处的']));
    expect(town).not.toContain('县里的');
    expect(county).toEqual(expect.arrayContaining(['东村的', '西村的', '各处的', '县里的']));
  });

  it('is the announcements by which people are asked now, with their last day', async () => {
    const noticeId = await notices.approved({ title: '公约征求意见公告', kindKey: 'announcement' });
    const asked = { noticeId, title: '公约征求意见', opensOn: '2026-11-05', closesOn: '2026-11-11' };
    const { id } = await office.do<{ id: string }>('drafter', 'noticeCollections:create', undefined, asked);
    expect(await titles({ only: 'asking' })).toEqual([]);
    await office.do('poster', 'noticeNotices:publish', noticeId);
    await office.drain();

    const asks = { title: '公约征求意见', closesOn: '2026-11-11' };
    expect((await onWall('outsider', { only: 'asking' })).rows).toMatchObject([{ asks: { ...asks, id: null } }]);
    expect((await onWall('decider', { only: 'asking' })).rows).toMatchObject([{ asks: { ...asks, id } }]);
  });

  it('leaves out what is over where only running ones are asked for', async () => {
    const before = await titles({ only: 'running' });
    expect(before).toContain('收支公示');

    office.now = Date.parse('2026-11-20T08:00:00+08:00');
    await office.drain();
    expect(await titles({ only: 'running' })).not.toContain('收支公示');
    expect(await titles()).toContain('收支公示');
  });
});
