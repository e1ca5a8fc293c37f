import { Client } from 'pg';
import type { BenchDatabase } from '../databases';
import type { Host } from './host';

/** A meeting whose voters all hold a slip, and a motion of it that is put up. */
export interface Hall {
  readonly meetingId: string;
  readonly codes: readonly string[];
  readonly publicKey: string;
  readonly shares: readonly string[];
}

export interface Counted {
  readonly counted: Readonly<Record<string, unknown>>;
  readonly box: { readonly receipts: readonly string[] } | null;
}

const DAY_MS = 86_400_000;
const MOST_AT_ONCE = 200;

/** Everybody at the desk in one person; what they do is done by their HTTP actions. */
export class Staff {
  constructor(
    private readonly host: Host,
    private readonly database: BenchDatabase,
  ) {}

  async meeting(households: number): Promise<Hall> {
    const { userId } = await this.host.address;
    const now = Date.now();
    const { id } = await this.do<{ id: string }>('ballotMeetings:create', undefined, {
      typeKey: 'village.meeting',
      title: '村民会议',
      plannedAt: now + 60_000,
      venue: '村委会',
      agenda: [],
      staff: ['chair', 'minuteTaker', 'clerk', 'teller'].map((post) => ({ userId, post })),
    });
    for (let first = 0; first < households; first += MOST_AT_ONCE) {
      const entries = Array.from({ length: Math.min(MOST_AT_ONCE, households - first) }, (_, index) => ({
        name: `户主${first + index + 1}`,
        household: `第${first + index + 1}户`,
        representsHousehold: true,
      }));
      await this.do('ballotRolls:enter', id, { unit: 'household', entries });
    }
    await this.do('ballotRolls:freeze', id);
    await this.do('ballotMeetings:convene', id, { noticeOn: new Date(now - 20 * DAY_MS).toISOString().slice(0, 10) });
    for (let page = 1; (page - 1) * MOST_AT_ONCE < households; page += 1) {
      const { rows } = await this.do<{ rows: { id: string }[] }>('ballotRolls:entries', id, { page, pageSize: MOST_AT_ONCE });
      await this.do('ballotAttendance:arrive', id, { entryIds: rows.map((row) => row.id) });
    }
    await this.do('ballotMeetings:open', id);
    const { publicKey, shares } = await this.do<{ publicKey: string; shares: string[] }>('ballotBoxes:drawKey', id);
    const { codes } = await this.do<{ codes: string[] }>('ballotBoxes:drawSlips', id, { count: households });
    await this.handOutAll(id);
    return { meetingId: id, codes, publicKey, shares };
  }

  async motion({ meetingId }: Hall): Promise<string> {
    const body = { title: '村规民约', text: '通过村规民约', ruleKey: 'village.meeting.households', way: 'phone' };
    const { id } = await this.do<{ id: string }>('ballotMotions:create', meetingId, body);
    await this.do('ballotMotions:open', id);
    return id;
  }

  /** Ends the vote, opens the box, decides. @throws when the stored rows count otherwise */
  async decide({ meetingId, shares }: Hall, motionId: string): Promise<Counted> {
    await this.do('ballotMotions:close', motionId);
    await this.do('ballotBoxes:openBox', motionId, { shares: shares.slice(0, 2) });
    await this.do('ballotMotions:decide', motionId);
    const { isSame } = await this.do<{ isSame: boolean }>('ballotMotions:recount', motionId);
    if (!isSame) throw new Error(`the motion ${motionId} counts otherwise`);
    const { motions } = await this.do<{ motions: (Counted & { id: string })[] }>('ballotMeetings:desk', meetingId);
    const motion = motions.find(({ id }) => id === motionId);
    if (!motion) throw new Error(`there is no motion ${motionId}`);
    return motion;
  }

  /** Each hand-out is a click of the clerk; so many clicks are no part of what is measured. */
  private async handOutAll(meetingId: string): Promise<void> {
    const { DB_HOST: host, DB_PORT, DB_DATABASE: database, DB_USER: user, DB_PASSWORD: password } = this.database.env;
    const client = new Client({ host, port: Number(DB_PORT), database, user, password });
    await client.connect();
    const rolls = 'SELECT "id" FROM "ballotRolls" WHERE "meetingId" = $1';
    await client.query(`UPDATE "ballotRollEntries" SET "hasSlip" = true WHERE "rollId" IN (${rolls})`, [meetingId]);
    await client.end();
  }

  private async do<Data>(action: string, id: string | undefined, body: object = {}): Promise<Data> {
    const { url, token } = await this.host.address;
    const isRead = /:(desk|recount)$/.test(action);
    const answer = await fetch(`${url}/${action}${id === undefined ? '' : `?filterByTk=${id}`}`, {
      method: isRead ? 'GET' : 'POST',
      headers: { 'Authorization': `Bearer ${token}`, 'X-Authenticator': 'basic', 'Content-Type': 'application/json' },
      ...(isRead ? {} : { body: JSON.stringify(body) }),
    });
    const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown }; // the envelope of every action
    if (errors !== undefined) throw new Error(`${action}: ${JSON.stringify(errors).slice(0, 500)}`);
    return data;
  }
}
