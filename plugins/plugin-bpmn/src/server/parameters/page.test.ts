import type { LevelledPlace, ParameterDetail, ParameterLevel, ParameterOverview, ParameterReach } from '../../common/api';
import { DAY_MS, Desk, userTask, type Person } from '../__fixtures__';
import { placesOf, type Place } from '../places';
import { confirmParameter, defineParameters, setParameter, type ParameterChange } from './index';

const COUNTY: Place = { id: '1', name: '汉滨区', level: 'county' };
const TOWN: Place = { id: '12', name: '云岭镇', level: 'township' };
const COMMUNITY: Place = { id: '123', name: '锦苑社区', level: 'community' };
const NEIGHBOUR: Place = { id: '124', name: '和顺社区', level: 'community' };
const OTHER_TOWN: Place = { id: '13', name: '青山镇', level: 'township' };
const PLACES = [COUNTY, TOWN, COMMUNITY, NEIGHBOUR, OTHER_TOWN];
const CHAINS: Record<string, readonly Place[]> = {
  '1': [COUNTY],
  '12': [COUNTY, TOWN],
  '123': [COUNTY, TOWN, COMMUNITY],
  '124': [COUNTY, TOWN, NEIGHBOUR],
  '13': [COUNTY, OTHER_TOWN],
};
const LOWEST = ['123', '124', '13'].map((id) => (CHAINS[id] ?? []).map((place) => place.id));

const KEY = 'cov.women_pct';
const LAWFUL = { key: 'cov.lawful_pct', floor: 20, limitKind: 'statutory', policyFloor: 25 } as const;

/** The pages of parameters over HTTP: the clerk works in the town and is given the administrators' pages. */
describe('the pages of parameters', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      await db.getRepository('roles').update({ filterByTk: 'checker', values: { snippets: ['pm.wuxin.parameters'] } });
    });
    placesOf(desk.db).register({
      chainOf: async (_tx, id) => CHAINS[id] ?? [],
      placesOf: async (_tx, userId) => (userId === desk.id('checker') || userId === desk.id('clerk') ? [TOWN] : []),
      search: async (_tx, { text = '' }) => PLACES.filter(({ name }) => name.includes(text)),
      find: async (_tx, ids) => PLACES.filter(({ id }) => ids.includes(id)),
      lowestWithin: async (_tx, id) => LOWEST.filter((chain) => id === null || chain.includes(id)),
    });
    const shared = { source: '本程序建议', unit: 'percent', levels: ['county', 'township'] };
    await desk.write((tx) =>
      defineParameters(tx, [
        { ...shared, key: KEY, name: '到会妇女比例', nameEn: 'Women present', defaultValue: 30, certainty: 'unsure' },
        { ...shared, ...LAWFUL, name: '法定比例', nameEn: 'Share by law', defaultValue: 30, certainty: 'unsure' },
        { ...shared, key: 'cov.unused', name: '没用到的', nameEn: 'Unused', defaultValue: 1, certainty: 'known' },
      ]),
    );
    await desk.write((tx) => confirmParameter(tx, desk.actor('root'), { key: KEY, reason: '演示', mark: '演示确认' }));
    await desk.publishLines(
      'covenant',
      `<bpmn:startEvent id="begin" />${userTask('vote')}<bpmn:endEvent id="end" /><bpmn:endEvent id="no" /><bpmn:exclusiveGateway id="gate" default="flow3" />
      begin -> vote
      vote -> gate
      gate -> no
      gate -> end : =share > param("${KEY}")`,
    );
  });
  afterEach(async () => {
    await desk.db.getRepository('bpmnParameterValues').destroy({ filter: { mark: null } });
  });
  afterAll(() => desk?.close());

  const overview = (who: Person = 'root', placeId?: string) =>
    desk.as(who).get<ParameterOverview>('bpmnParameters:overview', { params: { placeId } });
  const detail = async (placeId?: string, who: Person = 'root') =>
    (await desk.as(who).get<ParameterDetail>('bpmnParameters:detail', { params: { filterByTk: KEY, placeId } })).data;
  const reach = async (placeId?: string) =>
    (await desk.as('root').get<ParameterReach>('bpmnParameters:reach', { params: { filterByTk: KEY, placeId } })).data;
  const set = (value: number, placeId: string | null, more: Partial<ParameterChange> = {}) =>
    desk.write((tx) => setParameter(tx, desk.actor('root'), { key: KEY, value, placeId, reason: '县里通知', ...more }));
  const briefly = ({ kind, place, value, isInForce }: ParameterLevel) => [place?.name ?? kind, value, isInForce];

  it('name the processes that read a parameter, and where its value comes from', async () => {
    await set(40, TOWN.id);

    const [here] = (await overview('root', COMMUNITY.id)).data.parameters.filter(({ key }) => key === KEY);
    const everywhere = (await overview()).data.parameters;

    expect(here).toMatchObject({ value: 40, origin: 'place', place: { name: '云岭镇' }, processKeys: ['covenant'] });
    expect(everywhere.map(({ key, value, origin, mark, processKeys }) => [key, value, origin, mark, processKeys])).toEqual([
      [LAWFUL.key, 30, 'default', null, []],
      ['cov.unused', 1, 'default', null, []],
      [KEY, 30, 'installation', '演示确认', ['covenant']],
    ]);
  });

  it('show the way from the default down to a place, and which step is in force', async () => {
    await set(40, COUNTY.id);
    await set(50, TOWN.id, { effectiveFrom: desk.now + DAY_MS });

    const { chain } = await detail(COMMUNITY.id);

    expect(chain.map(briefly)).toEqual([
      ['default', 30, false],
      ['installation', 30, false],
      ['汉滨区', 40, true],
      ['云岭镇', undefined, false],
      ['锦苑社区', undefined, false],
    ]);
    expect(chain[3]).toMatchObject({ maySet: true, coming: { value: 50, effectiveFrom: desk.now + DAY_MS } });
    expect(chain[4]).toMatchObject({ maySet: false, coming: null });
  });

  it('show what will hold at a place next, with where and when, and not what a nearer value keeps out', async () => {
    const later = desk.now + DAY_MS;
    const comingAt = async (placeId?: string) =>
      (await overview('root', placeId)).data.parameters.find(({ key }) => key === KEY)?.coming;
    await set(35, null, { effectiveFrom: later });
    await set(36, null, { effectiveFrom: later + DAY_MS });
    await set(40, TOWN.id);
    await set(50, COUNTY.id, { effectiveFrom: later });

    expect(await comingAt()).toEqual({ value: 35, effectiveFrom: later, place: null });
    expect(await comingAt(OTHER_TOWN.id)).toMatchObject({ value: 50, place: { name: '汉滨区' } });
    expect(await comingAt(COMMUNITY.id)).toBeNull();
    expect((await detail(COUNTY.id)).parameter.coming).toMatchObject({ place: { name: '汉滨区' }, value: 50 });
    expect((await detail()).history.map(({ value, isComing }) => [value, isComing])).toEqual(
      expect.arrayContaining([
        [35, true],
        [40, false],
      ]),
    );
    expect((await detail()).elsewhere.map(({ place, value, isComing }) => [place.name, value, isComing])).toEqual([
      ['汉滨区', 50, true],
      ['云岭镇', 40, false],
    ]);
  });

  it('say who set what holds, on what ground', async () => {
    await set(40, TOWN.id);

    expect((await detail(COMMUNITY.id)).parameter.setting).toEqual({
      by: { id: desk.id('root'), name: 'Super Admin' },
      reason: '县里通知',
    });
    expect((await overview()).data.parameters.find(({ key }) => key === 'cov.unused')?.setting).toBeNull();
  });

  it('list other places that have a value of their own', async () => {
    await set(40, TOWN.id);
    await set(45, OTHER_TOWN.id);

    expect((await detail(COMMUNITY.id)).elsewhere).toMatchObject([{ place: { name: '青山镇' }, value: 45 }]);
    expect((await detail()).elsewhere.map(({ place }) => place.name).sort()).toEqual(['云岭镇', '青山镇']);
  });

  it('count whom a new value would touch; a nearer value of a place’s own takes it out', async () => {
    await desk.start('covenant', 'clerk', { placeId: COMMUNITY.id });

    expect(await reach()).toMatchObject({ processes: [{ key: 'covenant' }], places: 3, runningCases: 1 });
    expect(await reach(OTHER_TOWN.id)).toMatchObject({ places: 1, runningCases: 0 });
    await set(40, TOWN.id);
    expect(await reach()).toMatchObject({ places: 1 });
    expect(await reach(TOWN.id)).toMatchObject({ places: 2, runningCases: 1 });
  });

  it('show a proposal to whoever may decide it, and not to its author for decision', async () => {
    const data = { value: 20, placeId: TOWN.id, reason: '换届前来不及' };
    await desk.as('checker').post('bpmnParameters:propose', { params: { filterByTk: KEY }, data });

    const seenBy = async (who: Person) => (await overview(who)).data.proposals;

    expect(await seenBy('root')).toMatchObject([
      { value: 20, currentValue: 30, place: { name: '云岭镇' }, setBy: { name: '李强' }, isOwn: false, mayDecide: true },
    ]);
    expect(await seenBy('checker')).toMatchObject([{ isOwn: true, mayDecide: false }]);
    expect(await seenBy('checker2')).toMatchObject([{ isOwn: false, mayDecide: false }]);
    expect((await detail(COMMUNITY.id)).history[0]).toMatchObject({ status: 'proposed', reason: '换届前来不及' });
  });

  it('let somebody set values where they work, and nowhere else', async () => {
    const { chain } = await detail(COMMUNITY.id, 'checker');

    expect(chain.map(({ place, kind, maySet }) => [place?.name ?? kind, maySet])).toEqual([
      ['default', false],
      ['installation', false],
      ['汉滨区', false],
      ['云岭镇', true],
      ['锦苑社区', false],
    ]);
  });

  it('let somebody confirm and set values where they work, for all below, within the law, and nowhere else', async () => {
    const post = async (action: 'confirm' | 'set' | 'propose', value: number, placeId: string | null) => {
      const order = { params: { filterByTk: LAWFUL.key }, data: { value, placeId, reason: '镇党委会议' } };
      return (await desk.as('checker').post(`bpmnParameters:${action}`, order)).errors.map(({ code }) => code);
    };
    const seenAt = async (placeId: string) =>
      (await overview('checker', placeId)).data.parameters.find(({ key }) => key === LAWFUL.key);

    expect(await post('confirm', 30, null)).toEqual(['parameter.notYourPlace']);
    expect(await post('confirm', 30, OTHER_TOWN.id)).toEqual(['parameter.notYourPlace']);
    expect(await seenAt(COMMUNITY.id)).toMatchObject({ isConfirmed: false });
    expect(await post('confirm', 30, TOWN.id)).toEqual([]);
    expect(await post('set', 25, TOWN.id)).toEqual([]);
    expect(await post('set', 19, TOWN.id)).toEqual(['parameter.beyondStatutoryLimit']);
    expect(await post('propose', 19, TOWN.id)).toEqual(['parameter.beyondStatutoryLimit']);

    for (const place of [COMMUNITY, NEIGHBOUR])
      expect(await seenAt(place.id)).toMatchObject({ value: 25, isConfirmed: true, place: { name: '云岭镇' } });
    expect(await seenAt(OTHER_TOWN.id)).toMatchObject({ value: 30, isConfirmed: false });
  });

  it('show a limit of the law and one of policy, and let a value between them be proposed and approved', async () => {
    const order = (value: number) => ({
      params: { filterByTk: LAWFUL.key },
      data: { value, placeId: TOWN.id, reason: '镇党委会议' },
    });
    const codesOf = async (action: 'set' | 'propose', value: number) =>
      (await desk.as('checker').post(`bpmnParameters:${action}`, order(value))).errors.map(({ code }) => code);
    const seen = async () => (await overview('root', TOWN.id)).data;
    const shown = async () => (await seen()).parameters.find(({ key }) => key === LAWFUL.key);

    expect(await shown()).toMatchObject(LAWFUL);
    expect((await seen()).parameters.find(({ key }) => key === 'cov.unused')).not.toHaveProperty('policyFloor');
    expect(await codesOf('propose', 19)).toEqual(['parameter.beyondStatutoryLimit']);
    expect(await codesOf('set', 25)).toEqual([]);
    expect(await codesOf('set', 22)).toEqual(['parameter.needsApproval']);
    expect(await codesOf('propose', 22)).toEqual([]);
    expect(await shown()).toMatchObject({ value: 25 });

    const [proposal] = (await seen()).proposals;
    const approved = await desk.as('root').post('bpmnParameters:approve', { params: { filterByTk: proposal?.id } });

    expect(approved.errors).toEqual([]);
    expect(await shown()).toMatchObject({ value: 22 });
  });

  it('find places by a part of their name', async () => {
    const found = await desk.as('root').get<LevelledPlace[]>('bpmnParameters:places', { params: { search: '社区' } });

    expect(found.data).toEqual([COMMUNITY, NEIGHBOUR]);
  });

  it('cost the same number of statements however often a value was changed', async () => {
    await set(31, null);
    const few = (await desk.statementsOf(() => detail())).length;

    for (let value = 32; value < 40; value += 1) await set(value, null);

    expect(await desk.statementsOf(() => detail())).toHaveLength(few);
  });

  it.each([
    ['an unknown parameter', 'detail', { filterByTk: 'nope' }, 404, 'parameter.notFound'],
    ['a place that is none', 'detail', { filterByTk: KEY, placeId: '999' }, 400, 'place.notFound'],
    ['the reach of an unknown parameter', 'reach', { filterByTk: 'nope' }, 400, 'parameter.notFound'],
    ['a list of places for no place', 'overview', { placeId: '999' }, 400, 'place.notFound'],
  ] as const)('refuse %s', async (_, action, params, status, code) => {
    const answer = await desk.as('root').get(`bpmnParameters:${action}`, { params });

    expect(answer).toMatchObject({ status, errors: [{ code }] });
  });

  it.each(['overview', 'detail', 'reach', 'places'])('keep %s to administrators', async (action) => {
    const answer = await desk.as('clerk').get(`bpmnParameters:${action}`, { params: { filterByTk: KEY } });

    expect(answer.status).toBe(403);
  });
});
