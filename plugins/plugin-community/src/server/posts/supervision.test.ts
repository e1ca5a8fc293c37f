import { Community } from '../__fixtures__/community';
import { higherDeciders } from './index';

const MINUTE = 60_000;
/** Of the demonstration: `witness` is in the committee of 锦苑社区; the township above it has none. */
const COMMUNITY = '锦苑社区';
const TOWNSHIP = '云岭镇';

describe('the disclosures of a place', () => {
  let community: Community;
  let dutyId: unknown;
  beforeAll(async () => {
    community = await Community.open('2026-11-05', ['03', 'demo']);
    dutyId = (await community.row('noticeDuties', { key: 'residents.approval' })).get('id');
  }, 5 * MINUTE);
  afterAll(() => community?.close());
  beforeEach(async () => {
    await community.db.getRepository('postHolders').destroy({ filter: { postKey: 'supervisionMember' } });
  });

  const send = async <Data = unknown>(by: string, action: string, data: object, id?: string) => {
    const params = id === undefined ? {} : { filterByTk: id };
    return (await community.as(by)).post<Data>(`noticeDisclosures:${action}`, { params, data });
  };

  /** Owed at the community, with a notice that its secretary has drafted. */
  const drafted = async (): Promise<string> => {
    const placeId = await community.placeId(COMMUNITY);
    const body = { dutyId, placeId, matter: `事项 ${(matters += 1)}`, happenedOn: community.today };
    const { data, errors } = await send<{ id: string }>('secretary', 'record', body);
    expect([...errors, ...(await send('secretary', 'draft', {}, data.id)).errors]).toEqual([]);
    return data.id;
  };
  let matters = 0;
  const review = async (by: string, id: string) =>
    (await send(by, 'review', { verdict: 'agreed', opinion: '同意公开' }, id)).errors[0]?.code ?? 'done';

  it('are reviewed by its supervision committee, and by nobody else of the place or above it', async () => {
    await community.appoint('witness', 'supervisionMember');
    const id = await drafted();

    expect(await review('director', id)).toBe('disclosure.mayNotReview');
    expect(await review('township', id)).toBe('disclosure.mayNotReview');
    expect(await review('witness', id)).toBe('done');

    expect(await community.row('noticeDisclosures', { id })).toMatchObject({ status: 'reviewed', reviewedByName: '张丽' });
  });

  it('are not reviewed by the committee above while there is one', async () => {
    await community.appoint('witness', 'supervisionMember');
    await community.appointAbove('township', 'supervisionMember');

    expect(await review('township', await drafted())).toBe('disclosure.mayNotReview');
  });

  it('are reviewed by the next committee above where it has none of its own', async () => {
    await community.appointAbove('township', 'supervisionMember');
    const id = await drafted();

    expect(await review('witness', id)).toBe('disclosure.notFound');
    expect(await review('township', id)).toBe('done');
  });

  it('are reviewed by those who are in the committee today, not by those who were', async () => {
    await community.appoint('witness', 'supervisionMember');
    const id = await drafted();
    const until = { to: community.day(-1) };
    await community.db.getRepository('postHolders').update({ filter: { postKey: 'supervisionMember' }, values: until });

    expect(await review('witness', id)).toBe('disclosure.notFound');
  });

  it('are listed for their committee among the places whose calendar it opens', async () => {
    await community.appointAbove('witness', 'supervisionMember');

    const names = (await send<{ name: string }[]>('witness', 'places', { search: '' })).data.map(({ name }) => name);

    expect(names).toEqual(expect.arrayContaining([TOWNSHIP, COMMUNITY]));
  });

  it('have objections that the township withdraws from decided by whoever inspects at the county, the nearest place first', async () => {
    const above = await higherDeciders(community, await community.placeId(COMMUNITY));

    expect(above).toEqual([[await community.userId('supervisor')], [], []]);
  });
});
