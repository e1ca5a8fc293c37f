import type {
  ObjectionChannel,
  ObjectionDecision,
  ObjectionLevel,
  ObjectionReconsideration,
  ObjectionStatus,
} from '../../../common/api';

/** An objection to a notice. Who objects is readable to whoever decides on it and nobody else. */
export interface ObjectionRecord {
  readonly id: string;
  readonly number: string;
  readonly noticeId: string;
  readonly placeId: string | null;
  readonly channel: ObjectionChannel;
  readonly status: ObjectionStatus;
  /** Keyed digest of the acknowledgement code; the code itself is told once. */
  readonly codeDigest: string;
  readonly text: string;
  readonly objectorName: string | null;
  readonly contact: string | null;
  /** What the clerk noted of who objects; erased with name and contact. */
  readonly note: string | null;
  /** How many object together. */
  readonly people: number;
  /** Whose act it is against. */
  readonly againstUserId: number | null;
  readonly receivedOn: string;
  readonly receivedAt: number;
  readonly enteredById: number | null;
  /** Why it was entered once the last day was over; null: it was not. Erased with who it is from. */
  readonly lateReason: string | null;
  /** Who decides now. */
  readonly level: ObjectionLevel;
  /** Until when the next thing is to be done. */
  readonly dueAt: number | null;
  readonly acceptedAt: number | null;
  readonly hearingOn: string | null;
  readonly hearingNotes: string | null;
  /** As it is told to whoever objected. */
  readonly answer: string | null;
  readonly decision: ObjectionDecision | null;
  readonly affectedStep: string | null;
  readonly answeredAt: number | null;
  readonly answeredById: number | null;
  readonly answeredByName: string | null;
  /** Why whoever objected goes to the level above. */
  readonly appeal: string | null;
  readonly appealedAt: number | null;
  readonly reconsideration: ObjectionReconsideration | null;
  readonly reconsiderationText: string | null;
  readonly reconsideredAt: number | null;
  readonly reconsideredById: number | null;
  readonly reconsideredByName: string | null;
  readonly closedAt: number | null;
  /** When name and contact were erased. */
  readonly erasedAt: number | null;
  /** How many rows its journal has. */
  readonly revision: number;
}
