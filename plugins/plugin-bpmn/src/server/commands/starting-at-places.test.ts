import { expectRefused } from '@wuxin/test';
import type { LevelledPlace, StartableProcess } from '../../common/api';
import { Desk, NO_PLACES, userTask } from '../__fixtures__';
import { assigneeKinds } from '../assignment';
import { placesOf } from '../places';
import { COMMUNITY, ONE_STEP, startersAre, TOWN } from './__fixtures__/starting';

describe('starting a case by who is named by a post', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    const chain = (id: string) => (id === COMMUNITY.id ? [TOWN, COMMUNITY] : id === TOWN.id ? [TOWN] : []);
    const works = (userId: number) =>
      userId === desk.id('clerk') ? [COMMUNITY] : userId === desk.id('supervisor') ? [TOWN] : [];
    placesOf(desk.db).register({
      ...NO_PLACES,
      chainOf: async (_, id) => chain(id),
      placesOf: async (_, id) => works(id),
      search: async (_, { text = '', within, limit }) =>
        [TOWN, COMMUNITY]
          .filter(({ id, name }) => name.includes(text) && (!within || chain(id).some((around) => within.includes(around.id))))
          .slice(0, limit),
    });
    await desk.publishLines('plain', ONE_STEP);
    const held = (userId: number) =>
      userId === desk.id('clerk') ? ['office:head@12'] : userId === desk.id('supervisor') ? ['office:head@1'] : [];
    assigneeKinds(desk.db).register({
      kind: 'office',
      prefixes: ['office'],
      isPlaceBound: true,
      groupKeysFor: async () => [],
      membersOf: async () => new Map(),
      labelsOf: async () => new Map(),
      groupKeysOf: async (_, userId) => held(userId),
    });
    await desk.publishLines('held', `${startersAre('office:head')}\n${ONE_STEP}`);
  });
  afterAll(() => desk?.close());

  const start = (data: object, by: Parameters<Desk['as']>[0] = 'clerk', locale?: 'zh-CN' | 'en-US') =>
    desk.as(by).post('bpmnInstances:start', { data, locale });

  it.each([
    ['the place where it is held', 'clerk', COMMUNITY],
    ['a place below', 'supervisor', COMMUNITY],
    ['the upper place itself', 'supervisor', TOWN],
    ['any place, for an administrator', 'root', COMMUNITY],
  ] as const)('is at %s', async (_, who, place) => {
    const { instanceId } = await desk.start('held', who, { placeId: place.id });

    expect(await desk.row(instanceId)).toMatchObject({ placeId: place.id });
  });

  it.each([
    ['a place above it', 'clerk', { placeId: TOWN.id }, 'process.mayNotStartHere', 403],
    ['a place that does not exist', 'clerk', { placeId: '77' }, 'place.notFound', 400],
    ['no place', 'clerk', {}, 'process.placeMissing', 400],
    ['no place, also to an administrator', 'root', {}, 'process.placeMissing', 400],
    ['its place to who does not hold it', 'checker', { placeId: COMMUNITY.id }, 'process.mayNotStart', 403],
  ] as const)('is refused at %s', async (_, who, place, code, status) => {
    const before = await desk.counts();

    await expectRefused((locale) => start({ processKey: 'held', ...place }, who, locale), { code, status });

    expect(await desk.counts()).toEqual(before);
  });

  it('is offered for the places where it is held', async () => {
    const offers = (await desk.as('clerk').get<StartableProcess[]>('bpmnProcesses:startable')).data;

    expect(offers.find(({ key }) => key === 'held')?.places).toEqual([{ id: '12', name: '安岭社区' }]);
  });

  const offer = async (who: Parameters<Desk['as']>[0], processKey: string) =>
    (await desk.as(who).get<StartableProcess[]>('bpmnProcesses:startable')).data.find(({ key }) => key === processKey);

  it('asks for a place, also where only a task names a post', async () => {
    await desk.publishLines(
      'worked',
      `<bpmn:startEvent id="begin" />${userTask('write', { kind: 'office', value: 'head' })}<bpmn:endEvent id="end" />
      begin -> write
      write -> end`,
    );

    expect(await offer('root', 'held')).toMatchObject({ needsPlace: true, places: [], onlyPlaceId: null });
    expect(await offer('root', 'worked')).toMatchObject({ needsPlace: true });
    expect(await offer('root', 'plain')).toMatchObject({ needsPlace: false });
    await expectRefused((locale) => start({ processKey: 'worked' }, 'root', locale), {
      code: 'process.placeMissing',
      status: 400,
    });
  });

  it('chooses the place by itself only where there is no other', async () => {
    expect(await offer('clerk', 'held')).toMatchObject({ onlyPlaceId: COMMUNITY.id });
    expect(await offer('supervisor', 'held')).toMatchObject({ places: [{ id: TOWN.id }], onlyPlaceId: null });
  });

  it.each([
    ['all places, for an administrator', 'root', '', [TOWN, COMMUNITY]],
    ['a part of a name', 'root', '社区', [COMMUNITY]],
    ['the upper place and those below', 'supervisor', '', [TOWN, COMMUNITY]],
    ['the place where it is held', 'clerk', '', [COMMUNITY]],
  ] as const)('finds %s', async (_, who, search, expected) => {
    const params = { filterByTk: 'held', search };

    const found = await desk.as(who).get<LevelledPlace[]>('bpmnProcesses:startPlaces', { params });

    expect(found.data).toEqual(expected);
  });

  it('finds places for nobody who may not start it', async () => {
    await expectRefused(
      (locale) => desk.as('checker').get('bpmnProcesses:startPlaces', { params: { filterByTk: 'held' }, locale }),
      { code: 'process.mayNotStart', status: 403 },
    );
  });
});
