import { findRows, text } from '../rows';
import type { Community } from './community';
import { NoticeDesk } from './notice-desk';

interface People {
  readonly drafter: string;
  readonly approver: string;
  readonly decider: string;
}

/** What people do with the newest collection of opinions that a case waits for. */
export class CollectionDesk {
  constructor(
    private readonly community: Community,
    private readonly instanceId: string,
    private readonly people: People,
  ) {}

  async announcement(): Promise<NoticeDesk> {
    return new NoticeDesk(this.community, text(await this.newest(), 'noticeId'), this.people);
  }

  /** From the announcement to the feedback, over the days for which it asks: one opinion, which is adopted. */
  async collect({ said, reason, days }: { said: string; reason: string; days: number }): Promise<void> {
    const { decider } = this.people;
    const announcement = await this.announcement();
    await announcement.publish();
    await announcement.sendOpinion(said);
    await this.community.pass(days + 1);
    const collectionId = text(await this.newest(), 'id');
    const opinion = await this.community.row('noticeOpinions', { collectionId });
    await this.act(decider, 'noticeOpinions:decide', text(opinion, 'id'), { status: 'adopted', reason });
    await this.act(decider, 'noticeCollections:close', collectionId, { feedback: '收到一条，已采纳。' });
  }

  async cancel(reason: string): Promise<void> {
    await this.act(this.people.drafter, 'noticeCollections:cancel', text(await this.newest(), 'id'), { reason });
  }

  private async newest() {
    const rows = await findRows(this.community, 'noticeCollections', {
      filter: { instanceId: this.instanceId },
      sort: ['createdAt'],
    });
    return rows.at(-1)!;
  }

  private async act(who: string, action: string, filterByTk: string, data: object): Promise<void> {
    const answer = await (await this.community.as(who)).post(action, { params: { filterByTk }, data });
    expect({ action, errors: answer.errors }).toEqual({ action, errors: [] });
    await this.community.drain();
  }
}
