import type { Community } from './community';

const TELLERS = ['witness', 'drafter'];

export interface Desk {
  readonly id: string;
  readonly status: string;
  readonly title: string;
  readonly staff: readonly { readonly post: string; readonly id: number; readonly name: string }[];
  readonly motions: readonly { readonly id: string; readonly title: string; readonly text: string; readonly status: string }[];
}

export interface Entry {
  readonly name: string;
  readonly household?: string;
  readonly representsHousehold?: boolean;
  readonly isWoman?: boolean;
}

interface Roll {
  readonly unit: 'person' | 'household';
  readonly entries: readonly Entry[];
}

/** What people do at the desk of a meeting that a case waits for: the chair, who keeps it, and two tellers. */
export class MeetingDesk {
  constructor(
    private readonly community: Community,
    readonly id: string,
    private readonly people: { readonly chair: string; readonly clerk: string },
  ) {}

  async look(): Promise<Desk> {
    const chair = await this.community.as(this.people.chair);
    return (await chair.get<Desk>('ballotMeetings:desk', { params: { filterByTk: this.id } })).data;
  }

  asChair(action: string, data: object = {}, id = this.id): Promise<void> {
    return this.send(this.people.chair, action, id, data);
  }

  /** Tellers are named, the roll is entered, the day of the meeting has come and the first so many are there. */
  async open({ roll, present, days }: { readonly roll: Roll; readonly present: number; readonly days: number }): Promise<void> {
    const { staff } = await this.look();
    const tellers = await Promise.all(TELLERS.map((username) => this.community.userId(username)));
    const named = [
      ...staff.map(({ id: userId, post }) => ({ userId, post })),
      ...tellers.map((userId) => ({ userId, post: 'teller' })),
    ];
    await this.asChair('ballotMeetings:setStaff', { staff: named, reason: '指定计票人' });
    await this.send(this.people.clerk, 'ballotRolls:enter', this.id, roll);
    await this.asChair('ballotMeetings:convene', { noticeOn: this.community.today });
    await this.community.pass(days);
    await this.asChair('ballotRolls:freeze');
    const clerk = await this.community.as(this.people.clerk);
    const asked = { params: { filterByTk: this.id }, data: { pageSize: 200 } };
    const listed = await clerk.post<{ rows: { id: string }[] }>('ballotRolls:entries', asked);
    const entryIds = listed.data.rows.slice(0, present).map(({ id }) => id);
    await this.send(this.people.clerk, 'ballotAttendance:arrive', this.id, { entryIds, means: 'clerk' });
    await this.asChair('ballotMeetings:open');
  }

  /** By show of hands, counted twice. */
  async vote(counts: object): Promise<void> {
    const [motion] = (await this.look()).motions;
    await this.asChair('ballotMotions:open', {}, motion!.id);
    await this.asChair('ballotMotions:close', {}, motion!.id);
    for (const teller of TELLERS) await this.send(teller, 'ballotMotions:count', motion!.id, { counts });
    await this.asChair('ballotMotions:decide', {}, motion!.id);
  }

  private async send(by: string, action: string, id: string, data: object): Promise<void> {
    const answer = await (await this.community.as(by)).post(action, { params: { filterByTk: id }, data });
    expect({ action, errors: answer.errors }).toEqual({ action, errors: [] });
  }
}
