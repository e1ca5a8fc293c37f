import { addDays, localDate } from '@wuxin/workday';
import { engineOf, localDateOf, PluginBpmnServer, type Tx } from '@wuxin/plugin-bpmn';
import type { Acknowledgement, NoticePost, ObjectionView } from '../../common/api';
import { journal } from '../journal';
import { noticeCorrections, noticeSettled, openObjections, type NoticeCorrection, type SettledNotice } from '../objections';
import { tables, type NoticeRecord, type ObjectionRecord } from '../store';
import { Office, type Person } from './office';

/** A text that is let in. */
export const TEXT = '公示名单里没有我家，请居委会核对后更正。';

const STAFF: readonly (readonly [Person, NoticePost])[] = [
  ['drafter', 'drafter'],
  ['approver', 'approver'],
  ['poster', 'poster'],
  ['decider', 'decider'],
  ['superior', 'superior'],
  ['supervisor', 'supervisor'],
];

const NOTICE: Omit<NoticeRecord, 'id' | 'number' | 'createdById' | 'approvedById' | 'createdAt'> = {
  kindKey: 'publicity',
  form: 'publicity',
  title: '低保对象名单公示',
  body: [],
  placeId: 'east',
  status: 'running',
  periodDays: 7,
  periodUnit: 'calendarDays',
  keepDays: 30,
  takesObjections: true,
  boardIds: [],
  boardProof: 'photo',
  notBefore: null,
  matter: null,
  check: null,
  knownNames: null,
  submittedAt: null,
  approvedAt: null,
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
  returnsUpheld: false,
  affectedSteps: null,
  revision: 0,
  createdByName: null,
};

/** Notices as they are once they are on the wall, and objections to them; what the core area does with them is noted here. */
export class Petition {
  readonly corrections: NoticeCorrection[] = [];
  readonly settled: SettledNotice[] = [];

  private constructor(readonly office: Office) {}

  static async open(options: { logsSql?: boolean } = {}): Promise<Petition> {
    const petition = new Petition(await Office.open(options));
    const { db } = petition.office;
    noticeCorrections(db).register(async (tx, correction) => {
      petition.corrections.push(correction);
      await tables.notices.update(tx, { id: correction.noticeId }, { status: 'withdrawn', takenDownAt: tx.now });
    });
    noticeSettled(db).register(async (_, settled) => void petition.settled.push(settled));
    return petition;
  }

  close(): Promise<void> {
    return this.office.close();
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.office.engine.write(work);
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.office.engine.read(work);
  }

  /** Posted today, with a period of a week. */
  notice(changes: Partial<NoticeRecord> = {}, staff = STAFF): Promise<NoticeRecord> {
    return this.write((tx) => this.insertNotice(tx, changes, staff));
  }

  async insertNotice(tx: Tx, changes: Partial<NoticeRecord> = {}, staff = STAFF): Promise<NoticeRecord> {
    const { office } = this;
    const id = engineOf(office.db).newId();
    const today = localDate(localDateOf(office.now));
    const row: NoticeRecord = {
      ...NOTICE,
      id,
      number: `G${id}`,
      wallToken: `token${id}`,
      createdAt: office.now,
      createdById: office.id('drafter'),
      approvedById: office.id('approver'),
      approvedAt: office.now,
      publishedAt: office.now,
      startsOn: today,
      endsOn: addDays(today, 7),
      keepUntilOn: addDays(today, 37),
      ...changes,
    };
    await tables.notices.insert(tx, [row]);
    const posts = staff.map(([person, post]) => ({ userId: office.id(person), name: person, post, noticeId: id }));
    await tables.staff.insert(tx, posts.map((post) => ({ id: engineOf(tx.db).newId(), ...post }))); // prettier-ignore
    return row;
  }

  /** Entered at the window by somebody who takes objections there. */
  receive(noticeId: string, given: object = {}): Promise<Acknowledgement> {
    const today = localDateOf(this.office.now);
    const body = { noticeId, channel: 'window', receivedOn: today, text: TEXT, name: '周桂兰', contact: '13912345678', ...given };
    return this.office.do('receiver', 'noticeRaisedObjections:receive', undefined, body);
  }

  view(by: Person, id: string): Promise<ObjectionView> {
    return this.office.read<ObjectionView>(by, 'noticeRaisedObjections:get', { filterByTk: id }).then(({ data }) => data);
  }

  async row(id: string): Promise<ObjectionRecord> {
    const row = await this.read((tx) => tables.objections.find(tx, { id }));
    if (!row) throw new Error('there is no such objection');
    return row;
  }

  noticeRow = async (id: string): Promise<NoticeRecord | undefined> => this.read((tx) => tables.notices.find(tx, { id }));

  open = (noticeId: string): Promise<number> => this.read((tx) => openObjections(tx, noticeId));

  async kinds(id: string): Promise<string[]> {
    return (await this.read((tx) => journal.rowsOf(tx, id))).map(({ kind }) => kind.replace(/^\w+\./, ''));
  }

  /** Carries out everything that is due at a moment. */
  async at(now: number): Promise<void> {
    this.office.now = now;
    await this.office.test.app.pm.get(PluginBpmnServer).drain();
  }
}

export const at = (time: string): number => Date.parse(`${time}+08:00`);
