import { Community } from '../__fixtures__/community';
import { findRows, text } from '../rows';
import { fieldsOf, measure, start } from './__fixtures__/site';

const MINUTE = 60_000;

describe('a Party-organisation setting is calculated by thresholds', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02', ['02-party', '05', 'demo']);
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const set = async (key: string, value: unknown, act: 'set' | 'propose' = 'set') => {
    const placeId = await community.placeId('安康市');
    const data = { value, placeId, reason: '市委组织部通知' };
    return (await community.as('nocobase')).post(`bpmnParameters:${act}`, { params: { filterByTk: key }, data });
  };

  it('of the city, in cases that start afterwards', async () => {
    const before = await start(community);
    expect((await set('setting.large_min', 400)).errors).toEqual([]);
    const after = await start(community);

    await measure(community, before);
    await measure(community, after);

    expect(await fieldsOf(community, before, 'suggestion')).toEqual(['integrated']);
    expect(await fieldsOf(community, after, 'suggestion')).toEqual(['independent']);
  });

  it('but not below what the rule demands, and only with approval where each change needs it', async () => {
    expect((await set('setting.branch_min', 2, 'propose')).errors[0]?.code).toBe('parameter.beyondStatutoryLimit');
    expect((await set('setting.branch_min', 4)).errors[0]?.code).toBe('parameter.needsApproval');
    expect((await set('setting.branch_min_counts', 'candidates', 'propose')).errors[0]).toMatchObject({
      code: 'parameter.notAnOption',
      message: expect.stringContaining('正式党员、正式党员和预备党员') as string,
    });
  });

  it('that contradict each other are warned of', async () => {
    const root = await community.as('nocobase');
    const params = { filterByTk: 'setting.medium_min', value: '1200' };
    const { data } = await root.get<{ contradictions: { text: string }[] }>('bpmnParameters:reach', { params });
    expect(data.contradictions.map(({ text: said }) => said).join()).toContain('大型安置区的户数不多于中型安置区');
  });

  it('may count probationary members as well', async () => {
    const proposed = await set('setting.branch_min_counts', 'all', 'propose');
    expect(proposed.errors).toEqual([]);
    const [proposal] = await findRows(community, 'bpmnParameterValues', {
      filter: { parameterKey: 'setting.branch_min_counts', status: 'proposed' },
    });
    const manager = await community.as('manager');
    expect((await manager.post('bpmnParameters:approve', { params: { filterByTk: text(proposal!, 'id') } })).errors).toEqual([]);
    const setting = await start(community);

    await measure(community, setting, { formalMembers: 2, probationaryMembers: 1 });

    expect(await fieldsOf(community, setting, 'countedMembers', 'suggestion')).toEqual([3, 'independent']);
  });
});
