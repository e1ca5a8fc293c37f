import type { Community } from './community';
import { text as textOf } from '../rows';

const WINDOW = 'drafter';

interface Found {
  readonly stamp: string;
  readonly findings: readonly { readonly id: string }[];
}

export interface NoticeAtDesk {
  readonly status: string;
  readonly title: string;
  readonly matter: string | null;
  readonly body: readonly object[];
  readonly endsOn: string | null;
  readonly outcome: string | null;
}

/** What people do at the desk of a notice that a case waits for. */
export class NoticeDesk {
  constructor(
    private readonly community: Community,
    readonly id: string,
    private readonly people: { readonly drafter: string; readonly approver: string; readonly decider: string },
  ) {}

  async look(): Promise<NoticeAtDesk> {
    const drafter = await this.community.as(this.people.drafter);
    return (await drafter.get<NoticeAtDesk>('noticeNotices:desk', { params: { filterByTk: this.id } })).data;
  }

  /** Everything found is masked, another approves, and it hangs on the wall. */
  async publish(): Promise<void> {
    const { drafter, approver } = this.people;
    const found = await (await this.community.as(drafter)).get<Found>('noticeNotices:check', { params: { filterByTk: this.id } });
    const { stamp, findings } = found.data;
    const decisions = findings.map(({ id }) => ({ id, decision: 'mask' }));
    await this.send(drafter, 'noticeNotices:redact', { stamp, decisions, looked: [] });
    await this.send(drafter, 'noticeNotices:submit');
    await this.send(approver, 'noticeNotices:approve');
    await this.send(drafter, 'noticeNotices:publish');
  }

  /** Somebody comes to the window, which is not kept by whoever drafted the notice. @returns the objection's id */
  async object(text: string): Promise<string> {
    const body = { noticeId: this.id, channel: 'window', text, people: 1, receivedOn: this.community.today };
    return (await this.send<{ id: string }>(WINDOW, 'noticeRaisedObjections:receive', body, undefined)).id;
  }

  /** Somebody sends it from the wall, without an account. @returns the objection's id */
  async objectOnWall(text: string): Promise<string> {
    await this.sendFromWall(text);
    return textOf(await this.community.row('noticeRaisedObjections', { noticeId: this.id, channel: 'wall' }), 'id');
  }

  /** The same form, under an announcement that asks for opinions. */
  sendOpinion(text: string): Promise<void> {
    return this.sendFromWall(text);
  }

  async decide(objectionId: string, answer: object): Promise<void> {
    await this.send(this.people.decider, 'noticeRaisedObjections:accept', {}, objectionId);
    await this.send(this.people.decider, 'noticeRaisedObjections:answer', answer, objectionId);
  }

  private async sendFromWall(text: string): Promise<void> {
    const notice = textOf(await this.community.row('noticeNotices', { id: this.id }), 'wallToken');
    expect(await this.community.sendToWall('objections', { notice, text })).toBe(200);
  }

  private async send<Data = unknown>(
    username: string,
    action: string,
    data: object = {},
    id: string | undefined = this.id,
  ): Promise<Data> {
    const client = await this.community.as(username);
    const answer = await client.post<Data>(action, { params: id === undefined ? {} : { filterByTk: id }, data });
    expect({ action, errors: answer.errors }).toEqual({ action, errors: [] });
    return answer.data;
  }
}
