import type { NoticeSummary, WallPlace, WallState } from '@wuxin/notice-wall';
import type { WallRebuild, WallSettings } from '../../../common/api';

/** The wall itself, one row: whoever changes it locks this. */
export interface WallRecord {
  readonly id: string;
  readonly settings: WallSettings | null;
  readonly rebuild: WallRebuild | null;
  /** Of the options and pages with which the folder was written last; another one asks for a rebuild. */
  readonly writtenDigest: string | null;
  /** How often its lists have changed. */
  readonly revision: number;
  readonly lockedAt: number;
}

/** A list of the wall. */
export interface WallListRecord {
  readonly key: string;
  readonly scope: string;
  /** Of a month list: 2026-11. */
  readonly month: string | null;
  /** The highest sequence that was ever given. */
  readonly last: number;
  /** Entries that are in it. */
  readonly held: number;
}

/** A notice in a list of the wall. */
export interface WallEntryRecord {
  readonly id: string;
  readonly list: string;
  readonly sequence: number;
  readonly page: number;
  /** As the wall calls it: its token. */
  readonly noticeId: string;
  readonly notice: NoticeSummary;
}

/** A place that a notice was ever published in. */
export type WallPlaceRecord = WallPlace;

/** How a notice stands on the wall. */
export interface WallStateRecord {
  readonly noticeId: string;
  readonly state: WallState;
}
