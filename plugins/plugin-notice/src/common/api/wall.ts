import type { PlaceRef } from './words';

/** Where somebody can say something in person: at a place and below it; null: everywhere. */
export interface WallOffice {
  readonly placeId: string | null;
  readonly windowAddress: string;
  /** Of the office, never of a person. */
  readonly telephone: string;
}

/** What an administrator sets of the public wall. */
export interface WallSettings {
  readonly title: string;
  readonly locale: 'zh-CN' | 'en-US';
  /** Where its front page is served, for links and QR codes; null: no QR codes. */
  readonly address: string | null;
  /** Where the application is reached, when another host serves the folder; null: it serves the wall itself. */
  readonly applicationAddress: string | null;
  readonly offices: readonly WallOffice[];
}

/** Writing every file of the wall anew. */
export interface WallRebuild {
  readonly id: string;
  readonly digest: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  /** Pages of notices that are written, of how many. */
  readonly written: number;
  readonly notices: number;
}

export interface WallView {
  readonly settings: WallSettings;
  /** What the places of the offices are called. */
  readonly places: readonly PlaceRef[];
  /** The front page as the application serves it, without its host. */
  readonly path: string;
  readonly rebuild: Pick<WallRebuild, 'startedAt' | 'finishedAt' | 'written' | 'notices'> | null;
}
