import { BASE_PLUGINS, TestApp, TestPeople } from '@wuxin/test';
import { engineOf, PluginBpmnServer, placesOf, type Engine, type PlacesProvider } from '@wuxin/plugin-bpmn';

export const DAY_MS = 24 * 60 * 60 * 1000;
/** A Thursday at noon. */
export const NOON = Date.parse('2026-11-05T12:00:00+08:00');

/** People of the tests: name → nickname and roles. `root` is NocoBase's own administrator. */
const PEOPLE = {
  drafter: { nickname: '赵敏', roles: ['drafter'] },
  approver: { nickname: '王芳', roles: ['member'] },
  poster: { nickname: '周红', roles: ['member'] },
  poster2: { nickname: '吴刚', roles: ['member'] },
  decider: { nickname: '李强', roles: ['member'] },
  superior: { nickname: '陈平', roles: ['member'] },
  supervisor: { nickname: '郑洁', roles: ['member'] },
  receiver: { nickname: '钱进', roles: ['receiver'] },
  outsider: { nickname: '孙伟', roles: ['member'] },
} as const;
export type Person = keyof typeof PEOPLE | 'root';

/** A county, its township and two communities. */
const PLACES = [
  { id: 'county', name: '汉滨区', level: 'county' },
  { id: 'town', name: '江北镇', level: 'township' },
  { id: 'east', name: '东村社区', level: 'community' },
  { id: 'west', name: '西村社区', level: 'community' },
];
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  county: ['county'],
  town: ['county', 'town'],
  east: ['county', 'town', 'east'],
  west: ['county', 'town', 'west'],
};
/** Where somebody works, by their account. */
const workplaces = new Map<number, string>();
const places: PlacesProvider = {
  chainOf: async (_, placeId) => PLACES.filter(({ id }) => ABOVE[placeId]?.includes(id)),
  placesOf: async (_, userId) => PLACES.filter(({ id }) => workplaces.get(userId) === id),
  search: async (_, { text = '' }) => PLACES.filter(({ name }) => name.includes(text)),
  find: async (_, ids) => PLACES.filter(({ id }) => ids.includes(id)),
  lowestWithin: async (_, placeId) =>
    ['east', 'west'].flatMap((id) => {
      const way = ABOVE[id] ?? [];
      return placeId === null || way.includes(placeId) ? [way] : [];
    }),
};

/** One application with people of a notice, a clock that only a test moves, and short words for what they do. */
export class Office extends TestPeople<keyof typeof PEOPLE> {
  now = NOON;
  readonly places = places;

  static async open({ plugins = [] as readonly string[], logsSql = false } = {}): Promise<Office> {
    const own = ['@wuxin/plugin-bpmn', '@wuxin/plugin-notice'];
    const test = await TestApp.start({ plugins: [...BASE_PLUGINS, ...own, ...plugins], logsSql });
    const office = new Office(test);
    office.engine.clock = { now: () => office.now };
    placesOf(test.db).register(places);
    const roles = test.db.getRepository('roles');
    await roles.create({ values: { name: 'drafter', title: '拟稿人', snippets: ['wuxin.notices.draft'] } });
    await roles.create({ values: { name: 'receiver', title: '窗口人员', snippets: ['wuxin.notices.receive'] } });
    await office.create(PEOPLE);
    return office;
  }

  get engine(): Engine {
    return engineOf(this.test.db);
  }

  /** Carries out what is due now. */
  drain(): Promise<void> {
    return this.test.app.pm.get(PluginBpmnServer).drain();
  }

  worksAt(person: Person, placeId: string): void {
    workplaces.set(this.id(person), placeId);
  }
}
