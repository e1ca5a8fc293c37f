import type {
  Instant,
  Json,
  MigrationMapping,
  MultiInstanceCounters,
  SubscriptionKind,
  TokenKind,
  TokenStatus,
  Variables,
} from '@wuxin/bpmn-core';
import type { Channel, InstanceStatus, PlaceRef, TaskStatus, TemplateReaders, VersionStatus } from '../../common/api';
import type { DecisionTable } from '@wuxin/decision';
import type { ClockStop, DueBeforeStop, Remaining } from '@wuxin/workday';

/** Rows as they stand in our tables. Instants are milliseconds; a missing value is `null`. */

export interface ProcessRecord {
  key: string;
  name: string;
  /** Missing where the process has one name only. */
  nameEn: string | null;
  recordCollection: string | null;
  publishedVersionId: string | null;
  draftVersionId: string | null;
  createdAt: Instant;
}

export interface VersionRecord {
  id: string;
  processKey: string;
  number: number;
  status: VersionStatus;
  xml: string;
  xmlHash: string;
  /** Frozen form by element id; empty in a draft. */
  forms: Record<string, unknown>;
  decisions: Record<string, DecisionTable>;
  parameterKeys: string[];
  note: string | null;
  savedAt: Instant;
  /** Who saved it last; null where content did, or an earlier release that did not say. */
  savedById: number | null;
  savedByName: string | null;
  publishedAt: Instant | null;
  publishedById: number | null;
  publishedByName: string | null;
}

/** Of the people who see a case, those who take part in it, or all of them. */
export type { TemplateReaders };

/** A Word file of a version; see the documents feature. */
export interface TemplateRecord {
  id: string;
  versionId: string;
  /** Within its version. */
  key: string;
  /** In the order in which content names them. */
  position: number;
  name: string;
  nameEn: string | null;
  /** Name of a placeholder: cases in which it has no value do not know this document. */
  onlyWith: string | null;
  /** Who may print the document; null in rows of before there was a choice: `participants`. */
  readers: TemplateReaders | null;
  /** Names of placeholders without which there is nothing to print yet. */
  needs: string[];
  /** What the file names, as that was understood when it was saved; the documents feature knows its shape. */
  placeholders: readonly Json[];
  fileBase64: string;
  /** SHA-256 of the file. */
  fileHash: string;
  savedAt: Instant;
  /** Missing where content brought it. */
  savedByName: string | null;
}

/** One way from the widest place down to a place; see {@link placePathId}. */
export interface PlacePathRecord {
  id: string;
  placeId: string;
  path: PlaceRef[];
}

/** What the last completed step changed beside its own form, as it was before: for who takes the step back. */
export interface StepUndo {
  taskId: string;
  variables: Variables;
  /** Fields of the record that activities behind the step wrote. */
  record: Variables;
  /** Rows that they added to sub-tables. */
  rows: { collection: string; id: string }[];
  /** Rows that they changed, in this order, with what their columns held; builds before 26 November 2026 noted none. */
  changedRows?: { collection: string; id: string; before: Variables }[];
}

export interface InstanceRecord {
  id: string;
  revision: number;
  processKey: string;
  processName: string;
  versionId: string;
  versionNumber: number;
  processId: string;
  status: InstanceStatus;
  suspension: { reason: string; since: Instant } | null;
  undo: StepUndo | null;
  nextSequence: number;
  variables: Variables;
  parameters: Variables;
  businessKey: string | null;
  startKey: string | null;
  title: string;
  /** Of a called case that its process names by a rule: its caller's title with the English name of the call. */
  titleEn: string | null;
  recordCollection: string | null;
  recordId: string | null;
  starterId: number | null;
  starterName: string | null;
  placeId: string | null;
  placeName: string | null;
  /** Widest first, the place itself last. */
  placePath: PlaceRef[];
  stage: string | null;
  stageSince: Instant | null;
  dueAt: Instant | null;
  nearAt: Instant | null;
  isDueProvisional: boolean;
  parentInstanceId: string | null;
  parentTokenId: string | null;
  startedAt: Instant;
  endedAt: Instant | null;
  historySequence: number;
  historyHash: string;
}

export interface TokenRecord {
  id: string;
  instanceId: string;
  parentId: string | null;
  plane: string;
  elementId: string;
  kind: TokenKind;
  status: TokenStatus;
  flowId: string | null;
  variables: Variables;
  multiInstance: MultiInstanceCounters | null;
  data: Record<string, Json>;
  enteredAt: Instant;
}

export interface SubscriptionRecord {
  id: string;
  instanceId: string;
  tokenId: string;
  plane: string;
  elementId: string;
  kind: SubscriptionKind;
  name: string | null;
  correlationKey: string | null;
  dueAt: Instant | null;
  data: Record<string, Json>;
  openedAt: Instant;
  leasedUntil: Instant | null;
}

export interface CompensationRecord {
  id: string;
  instanceId: string;
  scopeTokenId: string;
  elementId: string;
  sequence: number;
  variables: Variables;
}

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

/** Why a case of a migration stays where it is: a code, where, and facts; no personal values. */
export interface MigrationFault {
  code: string;
  /** Of the version that the case has; of the other one where the code says so. */
  elementId: string | null;
  data: Record<string, Json>;
}

export interface MigrationRecord {
  id: string;
  processKey: string;
  fromVersionId: string;
  fromNumber: number;
  toVersionId: string;
  toNumber: number;
  mapping: MigrationMapping;
  deadlines: 'kept' | 'recomputed';
  reason: string;
  status: 'running' | 'stopped' | 'completed';
  total: number;
  startedAt: Instant;
  startedById: number;
  startedByName: string;
  endedAt: Instant | null;
}

export interface MigrationCaseRecord {
  /** Migration and case. */
  id: string;
  migrationId: string;
  instanceId: string;
  status: 'waiting' | 'migrated' | 'refused';
  reasons: MigrationFault[];
  doneAt: Instant | null;
}

export interface CandidateRecord {
  taskId: string;
  groupKey: string;
}

export interface DraftRecord {
  taskId: string;
  userId: number;
  data: Record<string, Json>;
  opinion: string;
  savedAt: Instant;
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

export interface JobRecord {
  id: string;
  kind: string;
  instanceId: string | null;
  tokenId: string | null;
  taskId: string | null;
  payload: Record<string, Json>;
  status: 'ready' | 'failed';
  dueAt: Instant;
  attempts: number;
  maxAttempts: number;
  leaseOwner: string | null;
  leasedUntil: Instant | null;
  idempotencyKey: string;
  lastError: string | null;
  createdAt: Instant;
}

export interface IncidentRecord {
  id: string;
  instanceId: string;
  tokenId: string | null;
  jobId: string | null;
  elementId: string;
  elementName: string;
  code: string;
  data: Record<string, Json>;
  status: 'open' | 'resolved';
  raisedAt: Instant;
  resolvedAt: Instant | null;
  resolvedById: number | null;
  resolvedByName: string | null;
  resolution: string | null;
}

export interface HistoryRecord {
  id: string;
  instanceId: string;
  sequence: number;
  kind: string;
  elementId: string | null;
  elementName: string | null;
  tokenId: string | null;
  occurredAt: Instant;
  recordedAt: Instant;
  actorId: number | null;
  actorName: string | null;
  onBehalfOfId: number | null;
  onBehalfOfName: string | null;
  channel: Channel | null;
  data: Record<string, Json>;
  payloadDigest: string | null;
  previousHash: string;
  hash: string;
}

export interface HistoryPayloadRecord {
  historyId: string;
  salt: string;
  payload: Record<string, Json>;
}

export interface CcRecord {
  instanceId: string;
  userId: number;
  sentById: number | null;
  sentByName: string | null;
  note: string | null;
  sentAt: Instant;
  readAt: Instant | null;
}

export interface StartTriggerRecord {
  id: string;
  processKey: string;
  versionId: string;
  processId: string;
  elementId: string;
  kind: 'message' | 'signal' | 'timer';
  name: string | null;
  dueAt: Instant | null;
  data: Record<string, Json>;
  leasedUntil: Instant | null;
}
