export const WALL_KINDS = ['publicity', 'disclosure', 'announcement', 'meetingNotice'] as const;
/** 公示 with a period for objections, 公开 without, 公告, 会议通知. */
export type WallKind = (typeof WALL_KINDS)[number];

/** A day as `2026-11-26`. */
export type LocalDate = string;

export interface WallPlace {
  /** Stands in addresses: letters, digits, `-` and `_`. */
  readonly id: string;
  readonly name: string;
  /** Names from above: county, township, community. */
  readonly path: readonly string[];
}

/** What readers see of the text; fits the blocks of a notice that passed the redaction check. */
export type WallBlock =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly { readonly text: string; readonly columns?: number }[])[];
      readonly headerRows?: number;
    };

export interface WallAttachment {
  readonly name: string;
  readonly sizeInBytes: number;
  readonly sha256: string;
  /** http, https, or relative to the wall's front page. */
  readonly href: string;
}

/** Until when and how somebody may say something about the notice. */
export interface Responses {
  /** `opinion` 征集意见: the same form with other words. */
  readonly asks: 'objection' | 'opinion';
  /** Null: it hangs not everywhere yet, and its last day follows from that. */
  readonly until: LocalDate | null;
  /** When false the page says that the time is over, and has no form. */
  readonly isOpen: boolean;
  /** In words, such as 社区居委会书面提交. */
  readonly channels: readonly string[];
  readonly windowAddress: string;
  /** Of the office, never of a person. */
  readonly telephone: string;
}

/** What became of opinions that were said. */
export interface OpinionFeedback {
  readonly summary: string;
  readonly isAdopted: boolean;
  readonly reason: string;
}

export interface NoticeReference {
  readonly id: string;
  readonly number: string;
}

/** What lists show of a notice. */
export interface NoticeSummary {
  readonly id: string;
  readonly number: string;
  readonly kind: WallKind;
  readonly title: string;
  readonly place: Pick<WallPlace, 'id' | 'name'>;
  readonly publishedOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

/** A notice as it hangs on the wall: approved, checked for personal data, published. */
export interface WallNotice extends NoticeSummary {
  /** The day that its period is counted from, when it is not the day of publication. */
  readonly startsOn?: LocalDate | null;
  readonly place: WallPlace;
  readonly blocks: readonly WallBlock[];
  /** It is taken down after this day; `null`: it stays. */
  readonly keepUntil: LocalDate | null;
  readonly attachments: readonly WallAttachment[];
  readonly responses: Responses | null;
  readonly opinions: readonly OpinionFeedback[];
  readonly certificateHash: string | null;
  /** The notice that this one corrects. */
  readonly supersedes: NoticeReference | null;
}

/** How a notice stands on the wall; of one that is gone only what its short page says. */
export type WallState =
  | { readonly status: 'published'; readonly notice: WallNotice }
  | { readonly status: 'takenDown'; readonly summary: NoticeSummary; readonly on: LocalDate }
  | { readonly status: 'superseded'; readonly summary: NoticeSummary; readonly by: NoticeReference };

export const summaryOf = ({ id, number, kind, title, place, publishedOn, endsOn }: NoticeSummary): NoticeSummary => ({
  id,
  number,
  kind,
  title,
  place: { id: place.id, name: place.name },
  publishedOn,
  endsOn,
});

export const noticeIdOf = (state: WallState): string => (state.status === 'published' ? state.notice.id : state.summary.id);
