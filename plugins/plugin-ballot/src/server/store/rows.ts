import type { CandidateInput, CountsInput, MeetingTypeInput, Result, RuleInput } from '@wuxin/ballot-core';
import type { Json } from '@wuxin/bpmn-core';
import type { ChainedRow } from '@wuxin/plugin-bpmn';
import type {
  AgendaItem,
  Answer,
  ArrivalMeans,
  MeetingPost,
  MeetingStatus,
  MotionStatus,
  RollChangeBody,
  RollEntryInput,
  RollUnit,
  Secrecy,
  Way,
} from '../../common/api';

/** Rows as they are stored. Times are milliseconds, days ISO days of the place. */

interface Changed {
  /** Digest of what came with the software when this was last taken from it; null: a rule of one's own. */
  readonly shippedDigest: string | null;
  readonly changedAt: number;
  readonly changedById: number | null;
  readonly changedByName: string | null;
}

export interface RuleRecord extends Changed {
  readonly key: string;
  readonly rule: RuleInput;
}

export interface MeetingTypeRecord extends Changed {
  readonly key: string;
  readonly type: MeetingTypeInput;
}

export interface MeetingRecord {
  readonly id: string;
  /** As people quote it: 2026-0007. */
  readonly number: string;
  readonly typeKey: string;
  readonly title: string;
  readonly placeId: string | null;
  readonly plannedAt: number;
  readonly venue: string;
  readonly agenda: readonly AgendaItem[];
  readonly status: MeetingStatus;
  readonly noticeOn: string | null;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly minutes: string | null;
  readonly reconvenesId: string | null;
  readonly reconvenedTimes: number;
  /** The case and the token that wait for it. */
  readonly instanceId: string | null;
  readonly tokenId: string | null;
  /** The first day on which the process lets it be held. */
  readonly notBefore: string | null;
  /** What choices are sealed to; the other half is on paper, in three shares. */
  readonly publicKey: string | null;
  readonly keyDrawnAt: number | null;
  readonly slipsDrawn: number;
  readonly revision: number;
  readonly createdAt: number;
  readonly createdById: number | null;
  readonly createdByName: string | null;
}

export interface StaffRecord {
  readonly id: string;
  readonly meetingId: string;
  readonly userId: number;
  readonly name: string;
  readonly post: MeetingPost;
}

export interface RollRecord {
  readonly id: string;
  readonly meetingId: string;
  readonly unit: RollUnit;
  readonly status: 'draft' | 'frozen';
  /** Collection, filter and fields that it was filled from, or how it was entered. */
  readonly source: Json;
  readonly hash: string | null;
  readonly frozenAt: number | null;
  readonly frozenById: number | null;
  readonly frozenByName: string | null;
}

export interface RollEntryRecord {
  readonly id: string;
  readonly rollId: string;
  readonly number: number;
  readonly name: string;
  readonly userId: number | null;
  readonly household: string | null;
  readonly representsHousehold: boolean;
  readonly isWoman: boolean;
  readonly standing: 'full' | 'probationary' | 'placedOnProbation';
  /** Keyed digest of what tells a person; never the number itself. */
  readonly identityDigest: string | null;
  readonly area: string | null;
  readonly isWithdrawn: boolean;
  readonly hasSlip: boolean;
}

/** An entry that waits to come onto a roll: what tells the person is kept as its digest only. */
export type KeptEntry = Omit<RollEntryInput, 'identity'> & { readonly identityDigest: string | null };

export interface RollChangeRecord {
  readonly id: string;
  readonly rollId: string;
  readonly kind: RollChangeBody['kind'];
  readonly entryId: string | null;
  readonly entry: KeptEntry | null;
  readonly reason: string;
  readonly status: 'proposed' | 'confirmed' | 'refused';
  readonly proposedById: number;
  readonly proposedByName: string;
  readonly proposedAt: number;
  readonly decidedById: number | null;
  readonly decidedByName: string | null;
  readonly decidedAt: number | null;
  readonly hashBefore: string;
  readonly hashAfter: string | null;
}

export interface MovementRecord {
  readonly id: string;
  readonly meetingId: string;
  readonly entryId: string;
  readonly kind: 'arrived' | 'left';
  readonly means: ArrivalMeans;
  readonly at: number;
  readonly recordedAt: number;
  readonly recordedById: number | null;
}

export interface MotionRecord {
  readonly id: string;
  readonly meetingId: string;
  readonly number: number;
  readonly round: number;
  readonly previousId: string | null;
  readonly title: string;
  readonly text: string;
  readonly ruleKey: string;
  /** As it was when the motion was opened: later changes of rules do not reach it. */
  readonly rule: RuleInput | null;
  readonly way: Way;
  readonly secrecy: Secrecy;
  readonly status: MotionStatus;
  readonly candidates: readonly Pick<CandidateInput, 'id' | 'name'>[];
  readonly seats: number | null;
  readonly openedAt: number | null;
  readonly closesAt: number | null;
  readonly closedAt: number | null;
  /** Attendance when it was opened, and after it is decided the counts that were judged. */
  readonly counted: CountsInput | null;
  /** Of the two counts: grows when they differ. */
  readonly attempt: number;
  readonly result: Result | null;
  /** What is published of the opened box. */
  readonly box: PublishedBox | null;
  readonly decidedAt: number | null;
  readonly decidedById: number | null;
  readonly decidedByName: string | null;
}

export interface PublishedBox {
  readonly publicKey: string;
  readonly receipts: readonly string[];
  readonly choices: readonly (readonly string[] | null)[];
  readonly head: string;
}

export interface RecusalRecord {
  readonly id: string;
  readonly motionId: string;
  readonly entryId: string;
  readonly reason: string;
}

export interface SheetRecord {
  readonly id: string;
  readonly motionId: string;
  readonly attempt: number;
  readonly tellerId: number;
  readonly tellerName: string;
  readonly counts: CountsInput;
  readonly at: number;
}

export interface RollCallRecord {
  readonly id: string;
  readonly motionId: string;
  readonly entryId: string;
  readonly answer: Answer;
}

/** `id` is the seal of a code; there is no time, no order and no voter in it. */
export interface SlipRecord {
  readonly id: string;
  readonly meetingId: string;
  readonly state: 'valid' | 'exchanged' | 'replaced';
}

/**
 * Some of the sealed ballots of a motion, in the order of their marks. The mark of a ballot says in which bucket it lies. A row is written anew with every
 * ballot that comes into it, so that neither the order of rows nor what the database notes of each write tells in which order ballots came.
 */
export interface BoxRecord {
  readonly id: string;
  readonly motionId: string;
  readonly bucket: number;
  readonly ballots: readonly { readonly mark: string; readonly sealed: string }[];
  readonly ballotCount: number;
}

export interface JournalRecord extends ChainedRow {
  readonly meetingId: string;
}
