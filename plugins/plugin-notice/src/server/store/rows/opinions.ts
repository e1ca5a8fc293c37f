import type { CollectionStatus, ObjectionChannel, OpinionStatus } from '../../../common/api';

/** A collection of opinions 征集意见 on a text. */
export interface CollectionRecord {
  readonly id: string;
  readonly number: string;
  /** The announcement by which people are asked. */
  readonly noticeId: string;
  readonly placeId: string | null;
  readonly title: string;
  readonly status: CollectionStatus;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  /** For how many days it is open from the day of its announcement, where its days are not fixed. */
  readonly days: number | null;
  /** What became of the opinions, for publication; no names. */
  readonly feedback: string | null;
  readonly closedAt: number | null;
  readonly feedbackNoticeId: string | null;
  readonly instanceId: string | null;
  readonly tokenId: string | null;
  readonly revision: number;
  readonly createdAt: number;
}

/** One opinion. */
export interface OpinionRecord {
  readonly id: string;
  readonly collectionId: string;
  readonly number: number;
  readonly channel: ObjectionChannel;
  readonly codeDigest: string;
  readonly text: string;
  readonly giverName: string | null;
  readonly contact: string | null;
  readonly receivedOn: string;
  readonly receivedAt: number;
  readonly enteredById: number | null;
  /** Why it was entered once the last day was over; null: it was not. Erased with who it is from. */
  readonly lateReason: string | null;
  readonly status: OpinionStatus;
  /** Why it is adopted, in part or not. */
  readonly reason: string | null;
  readonly decidedAt: number | null;
  readonly decidedById: number | null;
  readonly decidedByName: string | null;
}
