import { perDatabase, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticePost } from '../../common/api';

/** An announcement that a process or a person asks for, by which people are asked for their opinions. */
export interface AskedAnnouncement {
  readonly title: string;
  readonly text: string;
  readonly placeId: string | null;
  readonly staff: readonly { readonly userId: number; readonly post: NoticePost }[];
  /** Null: no case asks for it, but a person. */
  readonly instanceId: string | null;
  /** It hangs at least as long as people are asked, and as its kind wants. */
  readonly atLeastDays: number;
  readonly by: ActorOrSystem;
}

/** What became of the opinions, as an announcement of its own that nobody has to draft. */
export type AskedFeedback = Omit<AskedAnnouncement, 'instanceId' | 'atLeastDays'>;

/** Whoever keeps announcements. */
export interface AnnouncementDesk {
  /** @returns the id of the notice, as a draft */
  draft(tx: Tx, asked: AskedAnnouncement): Promise<string>;
  /** @returns the id of the notice, as a draft: it goes through check and approval as any other */
  draftFeedback(tx: Tx, asked: AskedFeedback): Promise<string>;
  /** Nobody asks any more: a draft is cancelled, what is published is taken down, what has ended stays. */
  takeDown(tx: Tx, by: ActorOrSystem, announcement: { id: string; reason: string }): Promise<void>;
}

class Announcements implements AnnouncementDesk {
  private desk: AnnouncementDesk | undefined;

  /** The one that was registered last: an application that reloads loads its plugins again. */
  register(desk: AnnouncementDesk): void {
    this.desk = desk;
  }

  draft(tx: Tx, asked: AskedAnnouncement): Promise<string> {
    return this.registered.draft(tx, asked);
  }

  draftFeedback(tx: Tx, asked: AskedFeedback): Promise<string> {
    return this.registered.draftFeedback(tx, asked);
  }

  takeDown(tx: Tx, by: ActorOrSystem, announcement: { id: string; reason: string }): Promise<void> {
    return this.registered.takeDown(tx, by, announcement);
  }

  private get registered(): AnnouncementDesk {
    if (!this.desk) throw new Error('nobody is registered who drafts announcements');
    return this.desk;
  }
}

/** Whoever drafts the announcement of a collection; once that is published it calls `openCollectionsOf`. */
export const announcementsOf = perDatabase(() => new Announcements());
