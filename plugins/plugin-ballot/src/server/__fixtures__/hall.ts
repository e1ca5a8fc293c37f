import { BASE_PLUGINS, TestApp, TestPeople, type HttpAnswer, type Locale } from '@wuxin/test';
import type { Model } from '@nocobase/database';
import type { Variables } from '@wuxin/bpmn-core';
import { engineOf, placesOf, startInstance, type Engine, type PlacesProvider, type StartedInstance } from '@wuxin/plugin-bpmn';
import type { MeetingBody, MeetingDesk, MotionBody, MotionView, RollEntryInput, RollEntryRow } from '../../common/api';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
/** A Thursday at noon. */
export const NOON = Date.parse('2026-11-05T12:00:00+08:00');

/** People of the tests: name → nickname and roles. `root` is NocoBase's own administrator. */
const PEOPLE = {
  secretary: { nickname: '王芳', roles: ['convenor'] },
  chair: { nickname: '李强', roles: ['member'] },
  clerk: { nickname: '赵敏', roles: ['member'] },
  teller: { nickname: '周红', roles: ['member'] },
  teller2: { nickname: '吴刚', roles: ['member'] },
  watcher: { nickname: '郑洁', roles: ['member'] },
  outsider: { nickname: '孙伟', roles: ['member'] },
  /** On the roll, with an account. */
  resident: { nickname: '钱进', roles: ['member'] },
} as const;
export type Person = keyof typeof PEOPLE | 'root';

const PLUGINS = [...BASE_PLUGINS, '@wuxin/plugin-bpmn', '@wuxin/plugin-ballot'];

/** Where meetings are held: two villages, and nothing above them. */
const PLACES = [
  { id: 'east', name: '东村', level: 'community' },
  { id: 'west', name: '西村', level: 'community' },
];
const places: PlacesProvider = {
  chainOf: async (_, placeId) => PLACES.filter(({ id }) => id === placeId),
  placesOf: async () => [],
  search: async (_, { text = '' }) => PLACES.filter(({ name }) => name.includes(text)),
  find: async (_, ids) => PLACES.filter(({ id }) => ids.includes(id)),
  lowestWithin: async () => PLACES.map(({ id }) => [id]),
};

/** One application with people of a meeting, a clock that only a test moves, and short words for what they do. */
export class Hall extends TestPeople<keyof typeof PEOPLE> {
  now = NOON;

  static async open(
    prepare?: (test: TestApp) => Promise<void>,
    plugins: readonly string[] = [],
    { logsSql = false } = {},
  ): Promise<Hall> {
    const test = await TestApp.start({ plugins: [...PLUGINS, ...plugins], logsSql });
    const hall = await Hall.in(test);
    const roles = test.db.getRepository('roles');
    await roles.create({ values: { name: 'convenor', title: '召集人', snippets: ['wuxin.ballots.convene'] } });
    await hall.create(PEOPLE);
    await prepare?.(test);
    return hall;
  }

  /** On a database that another build has left; migrations of NocoBase’s own plugins want the storage of schemas. */
  static async reopen(): Promise<Hall> {
    const test = await TestApp.upgrade({ plugins: [...PLUGINS, 'ui-schema-storage'] });
    const hall = await Hall.in(test);
    await hall.find(Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]); // its keys
    return hall;
  }

  private static async in(test: TestApp): Promise<Hall> {
    const hall = new Hall(test);
    hall.engine.clock = { now: () => hall.now };
    placesOf(test.db).register(places);
    return hall;
  }

  get engine(): Engine {
    return engineOf(this.test.db);
  }

  /** What only reads is asked for. */
  override send<Data = unknown>(
    by: Person,
    action: string,
    id: string | undefined,
    data: object = {},
    locale?: Locale,
  ): Promise<HttpAnswer<Data>> {
    const isRead =
      /:(desk|revision|journal|ticket|changes|recount|export|minutesFile)$/.test(action) || action === 'ballotRules:list';
    if (!isRead) return super.send<Data>(by, action, id, data, locale);
    return this.read<Data>(by, action, id === undefined ? {} : { filterByTk: id }, locale);
  }

  /** A case of a published process, with variables as another program gives them in the person's name. */
  startAs(by: Person, processKey: string, variables: Variables): Promise<StartedInstance> {
    const isAdministrator = by === 'root';
    const actor = {
      userId: this.id(by),
      name: by,
      isAdministrator,
      roles: isAdministrator ? ['root'] : [],
      channel: 'web',
    } as const;
    return this.engine.write((tx) => startInstance(tx, actor, { processKey, title: processKey, variables }));
  }

  /** What a case knows by now. */
  async variablesOf(instanceId: string): Promise<Variables> {
    const repository = this.db.getRepository('bpmnInstances');
    const row = (await repository.findOne({ filterByTk: instanceId })) as Model; // untyped in NocoBase
    return JSON.parse(String(row.get('variables'))) as Variables; // as the engine writes them
  }

  /** A meeting of villagers' representatives in two weeks, with everybody at their posts. */
  meeting(body: Partial<MeetingBody> = {}): Promise<{ id: string }> {
    return this.do('secretary', 'ballotMeetings:create', undefined, {
      typeKey: 'village.representatives',
      title: '村民代表会议',
      plannedAt: this.now + 14 * DAY_MS,
      venue: '村委会会议室',
      agenda: [{ title: '修建文化广场' }],
      staff: this.staff(),
      ...body,
    });
  }

  staff(): MeetingBody['staff'] {
    return [
      { userId: this.id('chair'), post: 'chair' },
      { userId: this.id('secretary'), post: 'minuteTaker' },
      { userId: this.id('clerk'), post: 'clerk' },
      { userId: this.id('teller'), post: 'teller' },
      { userId: this.id('teller2'), post: 'teller' },
      { userId: this.id('watcher'), post: 'supervisor' },
    ];
  }

  /** People without accounts, numbered from 1. */
  people(count: number, change: Partial<RollEntryInput> = {}): RollEntryInput[] {
    return Array.from({ length: count }, (_, index) => ({ name: `代表${index + 1}`, ...change }));
  }

  /** Convened, its day come, its roll frozen; nobody is there yet. The clock stands at the planned time. */
  async convened(entries: readonly RollEntryInput[], body: Partial<MeetingBody> = {}): Promise<string> {
    const { id } = await this.meeting(body);
    await this.do('secretary', 'ballotRolls:enter', id, { unit: 'person', entries });
    await this.do('chair', 'ballotRolls:freeze', id);
    await this.do('chair', 'ballotMeetings:convene', id, { noticeOn: dayOf(this.now) });
    this.now = (await this.desk(id)).plannedAt;
    return id;
  }

  /** Open with so many of these people there. */
  async opened(entries: readonly RollEntryInput[], present: number, body: Partial<MeetingBody> = {}): Promise<string> {
    const id = await this.convened(entries, body);
    await this.arrive(id, present);
    await this.do('chair', 'ballotMeetings:open', id);
    return id;
  }

  /** The first so many of the roll come. */
  async arrive(meetingId: string, count: number): Promise<void> {
    if (count === 0) return;
    const entryIds = (await this.entries(meetingId)).slice(0, count).map(({ id }) => id);
    await this.do('clerk', 'ballotAttendance:arrive', meetingId, { entryIds });
  }

  async entries(meetingId: string): Promise<RollEntryRow[]> {
    return (await this.do<{ rows: RollEntryRow[] }>('root', 'ballotRolls:entries', meetingId, { pageSize: 200 })).rows;
  }

  desk(meetingId: string, by: Person = 'root'): Promise<MeetingDesk> {
    return this.do<MeetingDesk>(by, 'ballotMeetings:desk', meetingId);
  }

  async motion(meetingId: string, body: Partial<MotionBody> = {}): Promise<string> {
    const asked = {
      title: '修建文化广场',
      text: '同意在村口修建文化广场',
      ruleKey: 'village.representatives',
      way: 'showOfHands',
    };
    return (await this.do<{ id: string }>('secretary', 'ballotMotions:create', meetingId, { ...asked, ...body })).id;
  }

  /** As the desk shows it. */
  async motionOf(meetingId: string, motionId: string, by: Person = 'root'): Promise<MotionView> {
    return (await this.desk(meetingId, by)).motions.find(({ id }) => id === motionId)!;
  }

  /** Opened and closed, counted by both tellers, decided. */
  async decided(motionId: string, counts: object): Promise<void> {
    await this.do('chair', 'ballotMotions:open', motionId);
    await this.do('chair', 'ballotMotions:close', motionId);
    await this.do('teller', 'ballotMotions:count', motionId, { counts });
    await this.do('teller2', 'ballotMotions:count', motionId, { counts });
    await this.do('chair', 'ballotMotions:decide', motionId);
  }
}

/** The ISO day of the place. */
export const dayOf = (time: number): string => new Date(time + 8 * 60 * MINUTE_MS).toISOString().slice(0, 10);
