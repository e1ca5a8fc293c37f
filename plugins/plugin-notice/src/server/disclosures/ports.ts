import { conflict, perDatabase, type Tx } from '@wuxin/plugin-bpmn';
import type { Who } from '../rights';

/** The notice that a disclosure needs. */
export interface NoticeAsked {
  /** Drafts it, with the posts that come of that. */
  readonly who: Who;
  readonly kindKey: 'disclosure';
  readonly placeId: string;
  readonly title: string;
  /** What it is about: the disclosure’s id. */
  readonly matter: string;
  /** For how many days it is posted. */
  readonly periodDays: number;
}

/** @returns the id of the notice, which is a draft */
export type DraftNotice = (tx: Tx, asked: NoticeAsked) => Promise<string>;

export class NoticeDrafts {
  private draft: DraftNotice = () => Promise.reject(conflict('disclosure.noNotices'));

  register(draft: DraftNotice): void {
    this.draft = draft;
  }

  create(tx: Tx, asked: NoticeAsked): Promise<string> {
    return this.draft(tx, asked);
  }
}

/** How the calendar has notices drafted. @example noticeDraftsOf(app.db).register(createNoticeOf) */
export const noticeDraftsOf = perDatabase(() => new NoticeDrafts());
