import {
  drawKey,
  drawSlips,
  loadSodium,
  markOf,
  receiptOf,
  sealChoice,
  type Choice,
  type DrawnKey,
  type Sodium,
} from '@wuxin/ballot-box';
import { engineOf, type Engine } from '@wuxin/plugin-bpmn';
import { BASE_PLUGINS, TestApp, type HttpAnswer } from '@wuxin/test';
import { close, open, openMotion, type OpenedBox } from '../box';
import { slipsInUse } from '../slips';
import { tables, type MeetingRecord, type MotionRecord, type RollEntryRecord } from '../store';

const PLUGINS = [...BASE_PLUGINS, '@wuxin/plugin-bpmn', '@wuxin/plugin-ballot'];
export const MORNING = Date.parse('2026-11-20T09:00:00+08:00');

const MEETING: MeetingRecord = {
  id: '', number: '2026-0001', typeKey: 'villagers', title: '第三次村民代表会议', placeId: null, plannedAt: MORNING, venue: '村委会', agenda: [],
  status: 'open', noticeOn: null, openedAt: MORNING, closedAt: null, minutes: null, reconvenesId: null, reconvenedTimes: 0, instanceId: null,
  tokenId: null,
        notBefore: null, publicKey: null, keyDrawnAt: MORNING, slipsDrawn: 0, revision: 1, createdAt: MORNING, createdById: null, createdByName: null,
}; // prettier-ignore
const MOTION: MotionRecord = {
  id: '', meetingId: '', number: 1, round: 1, previousId: null, title: '村规民约', text: '通过修订后的村规民约。', ruleKey: 'covenant', rule: null,
  way: 'phone', secrecy: 'secret', status: 'open', candidates: [], seats: null, openedAt: MORNING, closesAt: null, closedAt: null, counted: null,
  attempt: 1, result: null, box: null, decidedAt: null, decidedById: null, decidedByName: null,
}; // prettier-ignore
const ENTRY: RollEntryRecord = {
  id: '', rollId: '', number: 0, name: '', userId: null, household: null, representsHousehold: false, isWoman: false, standing: 'full',
  identityDigest: null, area: null, isWithdrawn: false, hasSlip: true,
}; // prettier-ignore

/** An application with meetings at which people vote in secret, by rows: what the commands of a meeting do is not asked here. */
export class SecretVotes {
  now = MORNING;
  private made = 0;

  private constructor(
    readonly test: TestApp,
    readonly sodium: Sodium,
  ) {}

  static async start(options: { logsSql?: boolean } = {}): Promise<SecretVotes> {
    const votes = new SecretVotes(await TestApp.start({ plugins: PLUGINS, ...options }), await loadSodium());
    votes.engine.clock = { now: () => votes.now };
    return votes;
  }

  get db() {
    return this.test.db;
  }

  get engine(): Engine {
    return engineOf(this.db);
  }

  /** A meeting in which everybody on the roll holds a slip. */
  async meeting(voters = 8): Promise<SecretMeeting> {
    const id = `m${(this.made += 1)}`;
    const { codes, seals } = drawSlips(this.sodium, {
      meetingId: id,
      count: voters,
      randomBytes: (length) => this.sodium.randombytes_buf(length),
    });
    const key = await drawKey(this.sodium);
    await this.engine.write(async (tx) => {
      await tables.meetings.insert(tx, [{ ...MEETING, id, number: `2026-${id}`, publicKey: key.publicKey, slipsDrawn: voters }]);
      await tables.rolls.insert(tx, [
        { id: `${id}-roll`, meetingId: id, unit: 'person', status: 'frozen', source: {}, hash: null, frozenAt: MORNING, frozenById: null, frozenByName: null },
      ]); // prettier-ignore
      const entries = codes.map((_, index) => ({
        ...ENTRY,
        id: `${id}-entry-${index}`,
        rollId: `${id}-roll`,
        number: index + 1,
        name: `村民${index + 1}`,
      }));
      await tables.rollEntries.insert(tx, entries);
      await tables.slips.insert(tx, seals.map((seal) => ({ id: seal, meetingId: id, state: 'valid' as const }))); // prettier-ignore
    });
    return new SecretMeeting(this, id, codes, key);
  }
}

/** One meeting, its slips and its key, as people hold them on paper. */
export class SecretMeeting {
  private made = 0;

  constructor(
    private readonly votes: SecretVotes,
    readonly id: string,
    readonly codes: readonly string[],
    readonly key: DrawnKey,
  ) {}

  /** A motion that is put up. */
  async motion(given: Partial<MotionRecord> = {}): Promise<string> {
    this.made += 1;
    const motion = { ...MOTION, id: `${this.id}-q${this.made}`, meetingId: this.id, number: this.made, ...given };
    await this.votes.engine.write(async (tx) => {
      await tables.motions.insert(tx, [motion]);
      await openMotion(tx, motion, this.codes.length);
    });
    return motion.id;
  }

  sealed(motionId: string, choice: Choice): string {
    return sealChoice(this.votes.sodium, this.key.publicKey, { motionId, choice });
  }

  receipt(motionId: string, code: string): string {
    return receiptOf(this.votes.sodium, markOf(this.votes.sodium, motionId, code));
  }

  send<Data>(action: string, data: object, locale: 'zh-CN' | 'en-US' = 'zh-CN'): Promise<HttpAnswer<Data>> {
    return this.votes.test.as().post<Data>(`ballot-box/${this.id}/${action}`, { data, locale });
  }

  cast(motionId: string, code: string, choice: Choice = ['approve']): Promise<HttpAnswer<{ receipt: string }>> {
    return this.send('cast', { motionId, code, sealed: this.sealed(motionId, choice) });
  }

  /** Ends voting, as the chair does. */
  close(motionId: string): Promise<number> {
    return this.votes.engine.write(async (tx) => {
      await tables.motions.update(tx, { id: motionId }, { status: 'counting', closedAt: tx.now });
      return close(tx, { id: motionId, meetingId: this.id });
    });
  }

  open(motionId: string, shares: readonly string[] = this.key.shares.slice(0, 2)): Promise<OpenedBox> {
    return this.votes.engine.write(async (tx) => {
      const motion = (await tables.motions.find(tx, { id: motionId }))!;
      return open(tx, { motion, publicKey: this.key.publicKey, slipsInUse: await slipsInUse(tx, this.id), shares });
    });
  }

  boxes(motionId: string) {
    return tables.boxes.select(this.votes, { motionId }, { order: [['bucket', 'ASC']] });
  }
}
