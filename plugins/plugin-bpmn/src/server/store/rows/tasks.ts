import type { Instant, Json } from '@wuxin/bpmn-core';
import type { Channel, TaskStatus } from '../../../common/api';
import type { ClockStop, DueBeforeStop, Remaining } from '@wuxin/workday';

/** A step of a deadline that waits until its clock goes on. */
export interface WaitingStep {
  /** The key of its job. */
  key: string;
  at: Instant;
  payload: Record<string, Json>;
}

/** A clock that stands still, with all that is needed for it to go on. */
export interface StoppedClock {
  since: Instant;
  /** When it goes on by itself. */
  resumesAt: Instant;
  /** As it was before the stop. */
  due: DueBeforeStop;
  nearAt: Instant;
  remaining: Remaining;
  steps: WaitingStep[];
  /** Timers at the step, with when they were to fire. */
  timers: { id: string; dueAt: Instant }[];
}

/** The clock of a task that was stopped at least once; a stop that has no end ended with the task. */
export interface TaskClock {
  stops: ClockStop[];
  stopped: StoppedClock | null;
}

export interface TaskRecord {
  id: string;
  instanceId: string;
  tokenId: string;
  plane: string;
  processKey: string;
  versionId: string;
  elementId: string;
  elementName: string;
  stage: string | null;
  status: TaskStatus;
  assigneeId: number | null;
  assigneeName: string | null;
  delegatorId: number | null;
  delegatorName: string | null;
  openedAt: Instant;
  openedByTaskId: string | null;
  firstReadAt: Instant | null;
  dueAt: Instant | null;
  nearAt: Instant | null;
  isDueProvisional: boolean;
  dueExplanation: { zh: string; en: string } | null;
  /** Since when its clock stands still; null: it runs. While it stands still, nothing is due. */
  stoppedAt: Instant | null;
  clock: TaskClock | null;
  outcome: string | null;
  outcomeName: string | null;
  opinion: string | null;
  completedById: number | null;
  completedByName: string | null;
  onBehalfOfId: number | null;
  onBehalfOfName: string | null;
  channel: Channel | null;
  occurredAt: Instant | null;
  closedAt: Instant | null;
  reminders: number;
  remindedAt: Instant | null;
  /** Has somebody kept what they typed? Null on rows of earlier versions: perhaps. */
  hasDrafts: boolean | null;
}

export interface CandidateRecord {
  taskId: string;
  groupKey: string;
}

export interface TaskFileRecord {
  /** Null: sent by a field of a form, whose record has it once it is submitted. */
  instanceId: string | null;
  taskId: string | null;
  attachmentId: number;
  uploadedById: number;
  uploadedByName: string;
  uploadedAt: Instant;
  /** Null: it waits to be; see uploads. */
  submittedAt: Instant | null;
}

/** What raters have handed in at one element of a case. */
export interface SumsRecord {
  /** Case and element: there is one row, whoever hands in. */
  id: string;
  instanceId: string;
  elementId: string;
  sheets: number;
  /** By item, how often each choice was made; every choice has its number from the first sheet on. */
  counts: Record<string, Record<string, number>>;
}

/** What was counted of the paper sheets of a rating. */
export interface PaperCountRecord {
  /** Case, element and teller: each of them counts once in a round. */
  id: string;
  instanceId: string;
  elementId: string;
  /** Null: what the tellers agreed on. */
  tellerId: number | null;
  issued: number;
  recovered: number;
  valid: number;
  invalid: number;
  /** By item, how often each choice was made on valid sheets. */
  counts: Record<string, Record<string, number>>;
  /** Who was given a paper sheet, and so hands in none here. */
  raterIds: number[];
}
