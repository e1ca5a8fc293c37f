import { placesOf, type PlacesProvider } from '@wuxin/plugin-bpmn';
import type { DutyBody, NoticeStatus } from '../../../common/api';
import { Office, type Person } from '../../__fixtures__';
import { tables, type NoticeRecord } from '../../store';
import { noticeDraftsOf } from '../ports';
import { supervisionOf } from '../supervision';

const LEVELS = ['county', 'township', 'community'] as const;

/** Where people of the office work and what they supervise. */
const WORK: Partial<Record<Person, readonly string[]>> = {
  drafter: ['east'],
  approver: ['east'],
  superior: ['town'],
  receiver: ['west'],
};
const SUPERVISED: Partial<Record<Person, readonly string[]>> = { supervisor: ['east'], drafter: ['east'] };

export const aDuty = (given: Partial<DutyBody> = {}): DutyBody => ({
  placeId: null,
  class: 'finance',
  title: '财务收支',
  titleEn: 'Income and spending',
  cadence: 'monthly',
  dueDays: 15,
  keepDays: null,
  source: '测试',
  sourceEn: 'Test',
  certainty: 'unsure',
  ...given,
});

/** Territory as ways down to its lowest places, and a stand-in for the notices of the core. */
export class CalendarOffice {
  ways: string[][] = [
    ['county', 'town', 'east'],
    ['county', 'town', 'west'],
  ];

  private constructor(readonly office: Office) {}

  static async open(): Promise<CalendarOffice> {
    const office = await Office.open();
    const calendar = new CalendarOffice(office);
    placesOf(office.db).register(calendar.provider());
    supervisionOf(office.db).register({
      placesOf: async (_, userId) => calendar.ofPerson(SUPERVISED, userId),
    });
    noticeDraftsOf(office.db).register(async (tx, asked) => {
      const { userId, name } = asked.who.actor;
      const id = office.engine.newId();
      const by = { createdById: userId, createdByName: name };
      await tables.notices.insert(tx, [{ ...aNotice(id, tx.now), ...by, title: asked.title, placeId: asked.placeId, periodDays: asked.periodDays, matter: asked.matter }]); // prettier-ignore
      return id;
    });
    await office.engine.write((tx) => tables.duties.delete(tx, {})); // each test has its own
    return calendar;
  }

  /** A notice as the core would leave it. */
  setNotice(id: string, changes: Partial<NoticeRecord> & { status?: NoticeStatus }): Promise<unknown> {
    return this.office.engine.write((tx) => tables.notices.update(tx, { id }, changes));
  }

  async newNotice(given: Partial<NoticeRecord>): Promise<string> {
    const id = this.office.engine.newId();
    await this.office.engine.write((tx) => tables.notices.insert(tx, [{ ...aNotice(id, tx.now), ...given }]));
    return id;
  }

  private ofPerson(by: Partial<Record<Person, readonly string[]>>, userId: number): readonly string[] {
    const found = Object.entries(by).find(([person]) => this.office.id(person as Person) === userId); // keys of the table
    return found?.[1] ?? [];
  }

  private provider(): PlacesProvider {
    const place = (id: string, depth: number) => ({ id, name: `名${id}`, level: LEVELS[depth] ?? 'community' });
    const chain = (id: string) => {
      const way = this.ways.find((one) => one.includes(id)) ?? [];
      return way.slice(0, way.indexOf(id) + 1).map(place);
    };
    const all = () => [...new Map(this.ways.flatMap((way) => way.map((id, depth) => [id, place(id, depth)] as const))).values()];
    return {
      chainOf: async (_, id) => chain(id),
      placesOf: async (_, userId) => this.ofPerson(WORK, userId).flatMap((id) => chain(id).slice(-1)),
      search: async (_, { text = '', within }) =>
        all().filter(({ id, name }) => name.includes(text) && (!within || chain(id).some((one) => within.includes(one.id)))),
      find: async (_, ids) => all().filter(({ id }) => ids.includes(id)),
      lowestWithin: async (_, id) => this.ways.filter((way) => id === null || way.includes(id)),
    };
  }
}

function aNotice(id: string, now: number): NoticeRecord {
  return {
    id,
    number: `T-${id}`,
    kindKey: 'disclosure',
    form: 'disclosure',
    title: '财务公开',
    body: [{ kind: 'paragraph', text: '收入 1000 元，支出 800 元。' }],
    placeId: 'east',
    status: 'draft',
    periodDays: 10,
    periodUnit: 'calendarDays',
    keepDays: 30,
    takesObjections: false,
    boardIds: [],
    boardProof: 'photo',
    notBefore: null,
    matter: null,
    check: null,
    submittedAt: null,
    approvedAt: null,
    approvedById: null,
    approvedByName: null,
    wallToken: null,
    publishedAt: null,
    startsOn: null,
    endsOn: null,
    keepUntilOn: null,
    endedAt: null,
    takenDownAt: null,
    outcome: null,
    contentHash: null,
    previousId: null,
    instanceId: null,
    tokenId: null,
    revision: 1,
    createdAt: now,
    createdById: null,
    createdByName: null,
    knownNames: [],
    returnsUpheld: false,
    affectedSteps: null,
  };
}
