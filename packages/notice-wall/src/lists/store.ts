import type { ListKey, Scope } from '../addresses';
import type { NoticeSummary, WallPlace, WallState } from '../notice';

/** One notice in one list. Its sequence counts from 1 and is never given again; its page follows from it and stays. */
export interface ListEntry {
  readonly list: ListKey;
  readonly sequence: number;
  readonly page: number;
  readonly notice: NoticeSummary;
}

export type Direction = 'older' | 'newer';

/**
 * What the wall asks of whoever keeps its lists: a database, a folder, or memory. Each question is small and has its index:
 * (list, page), (list, sequence), (notice id). Entries that were removed are not there; their numbers are not given again.
 */
export interface ListStore {
  /** The highest sequence that was ever given in the list; 0 before the first. */
  lastSequence(list: ListKey): Promise<number>;
  /** By sequence. */
  entriesOfPage(list: ListKey, page: number): Promise<readonly ListEntry[]>;
  /** The nearest page before or after this one that has an entry. */
  nearestPage(list: ListKey, page: number, direction: Direction): Promise<number | null>;
  /** Wherever a notice is listed. */
  entriesOfNotice(noticeId: string): Promise<readonly ListEntry[]>;
  /** A place that a notice was ever published in. */
  place(placeId: string): Promise<WallPlace | null>;
  places(): Promise<readonly WallPlace[]>;
  /** `2026-11` of every month list of the scope that has an entry, the newest first. */
  months(scope: Scope): Promise<readonly string[]>;
}

/** All that pages are made of. */
export interface WallSource extends ListStore {
  /** How a notice stands now; `null`: it was never on the wall. */
  noticeState(noticeId: string): Promise<WallState | null>;
  /** Every notice that was ever on the wall; for a rebuild only. */
  noticeIds(): AsyncIterable<string>;
}

/** What a change does to the lists; saved in the transaction of the change. */
export interface ListChanges {
  readonly added: readonly ListEntry[];
  /** Same list, sequence and page as before, with another summary. */
  readonly replaced: readonly ListEntry[];
  readonly removed: readonly ListEntry[];
  /** New, or with another name. */
  readonly place: WallPlace | null;
}

/** Before the oldest and after the newest page of any list. */
export const AFTER_ALL_PAGES = 2_147_483_647;
