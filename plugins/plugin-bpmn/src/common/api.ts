/**
 * What the HTTP actions of plugin-bpmn take and give: the one description that the server answers with and the client
 * reads. Instants are milliseconds since 1970 (numbers); local dates are `YYYY-MM-DD`. Ids are strings.
 *
 * GET actions take their input as query parameters (`filterByTk` where a row is meant), POST actions as JSON body.
 */

import type { FormContract } from './form';

// what the holder may read and write; compiled when the version was published, enforced by the server
export type { FormContract };

export type Channel = 'web' | 'phone' | 'paper';
export type DeadlineLevel = 'onTime' | 'near' | 'overdue';
export type InstanceStatus = 'running' | 'suspended' | 'completed' | 'terminated' | 'cancelled';
export type TaskStatus = 'open' | 'completed' | 'cancelled';
export type VersionStatus = 'draft' | 'published' | 'retired';

export interface PersonRef {
  id: number;
  name: string;
}

export interface PlaceRef {
  id: string;
  name: string;
}

export interface StageView {
  key: string;
  name: string;
  /** `passed`: some element of it was left and none is active. */
  state: 'passed' | 'current' | 'upcoming';
  enteredAt: number | null;
  leftAt: number | null;
}

export interface DeadlineView {
  /** The first moment that is too late. */
  dueAt: number;
  /** Last day in time, `YYYY-MM-DD` where the office is, for deadlines that end with a day: people read it as a date. */
  dueOn?: string | null;
  level: DeadlineLevel;
  /** The deadline lies beyond the calendar that was known when it was computed. */
  isProvisional: boolean;
  /** For people: "10 个日历日，自 2026-11-01 起". */
  explanation: string;
}

// ---------------------------------------------------------------------------------------------------------------- tasks

export type InboxTab = 'todo' | 'done' | 'started' | 'cc';

/** GET bpmnTasks:inbox */
export interface InboxQuery {
  tab: InboxTab;
  search?: string;
  processKey?: string;
  level?: DeadlineLevel;
  page?: number;
  pageSize?: number;
}

/** Tabs `todo` and `done` list tasks; `started` and `cc` list instances (then `taskId` is null). */
export interface InboxRow {
  taskId: string | null;
  instanceId: string;
  title: string;
  processKey: string;
  processName: string;
  elementName: string | null;
  stageName: string | null;
  place: PlaceRef | null;
  starter: PersonRef | null;
  assignee: PersonRef | null;
  /** Of a case: who has to act in it or in the cases that it called, in words. */
  holders: string[];
  /** The person for whom the reader stands in, or who delegated. */
  actingFor: PersonRef | null;
  status: TaskStatus | InstanceStatus;
  outcomeName: string | null;
  openedAt: number;
  closedAt: number | null;
  deadline: DeadlineView | null;
  remindedAt: number | null;
  isUnread: boolean;
}

export interface InboxPage {
  rows: InboxRow[];
  total: number;
  counts: Record<InboxTab, number>;
  processes: { key: string; name: string }[];
}

export interface OutcomeView {
  key: string;
  name: string;
  kind: 'primary' | 'default' | 'danger';
  /** What happens when it is chosen, in words; shown before the button is pressed. */
  consequence: string | null;
  requiresOpinion: boolean;
  skipsRequired: boolean;
}

export interface FileRef {
  id: number;
  title: string;
  url: string;
  mimetype: string;
  sizeInBytes: number;
  uploadedBy: PersonRef | null;
  uploadedAt: number;
  /** Uploaded to this task by the reader and not submitted yet: it may still be removed. */
  isPending?: boolean;
}

export interface TaskView {
  id: string;
  instanceId: string;
  elementId: string;
  elementName: string;
  status: TaskStatus;
  openedAt: number;
  deadline: DeadlineView | null;
  assignee: PersonRef | null;
  /** Several may act; the first who claims or completes it has it. */
  isClaimable: boolean;
  /** Filled when it is closed: "已由 王芳 于 … 办理：同意". */
  closed: { by: PersonRef | null; onBehalfOf: PersonRef | null; at: number; outcomeName: string | null; channel: Channel } | null;
  may: {
    complete: boolean;
    claim: boolean;
    unclaim: boolean;
    transfer: boolean;
    delegate: boolean;
    returnTo: boolean;
    enterOnBehalf: boolean;
  };
  returnTargets: { elementId: string; elementName: string }[];
}

/** GET bpmnTasks:open — one request brings everything that the task page shows. */
export interface OpenedTask {
  task: TaskView;
  instance: InstanceHead;
  outcomes: OutcomeView[];
  /** Frozen flow-model tree, or null for a task without a form. */
  formTree: unknown;
  contract: FormContract | null;
  record: Record<string, unknown> | null;
  draft: { data: Record<string, unknown>; opinion: string; savedAt: number } | null;
  files: FileRef[];
  history: HistoryView[];
}

/** POST bpmnTasks:complete?filterByTk */
export interface CompleteTaskBody {
  outcome: string;
  /** Only fields of the contract's `writable`; anything else is refused with `task.fieldNotInForm`. */
  data: Record<string, unknown>;
  opinion?: string;
  fileIds?: number[];
  channel?: Channel;
  /** 代录: the person who said or signed it, when the actor only enters it. */
  onBehalfOf?: number;
  /** When it happened, if it is entered later. */
  occurredAt?: number;
}

/** POST bpmnTasks:saveDraft?filterByTk */
export interface SaveDraftBody {
  data: Record<string, unknown>;
  opinion: string;
}

/** POST bpmnTasks:transfer | bpmnTasks:delegate ?filterByTk */
export interface HandOverBody {
  to: number;
  reason: string;
}

/** POST bpmnTasks:returnTo?filterByTk */
export interface ReturnBody {
  elementId: string;
  reason: string;
}

/** POST bpmnTasks:remind?filterByTk — limited; refused with `task.remindedTooOften`. */
export interface RemindBody {
  message?: string;
}

/** Answer of POST bpmnTasks:saveDraft. */
export interface DraftSaved {
  savedAt: number;
}

/** Answer of POST bpmnTasks:remind. */
export interface Reminded {
  remindedAt: number;
  /** Earliest instant of the next reminder; null when this was the last one allowed. */
  nextAllowedAt: number | null;
}

// POST bpmnTasks:claim | bpmnTasks:unclaim ?filterByTk {} → nothing
// POST bpmnTasks:upload?filterByTk (multipart, field `file`) → FileRef with isPending; bpmnTasks:removeFile?filterByTk { fileId }

/** GET bpmnTasks:listMine?page&pageSize&filter={status} → rows + count: what NocoBase's task centre lists. */
export type TaskCentreRow = InboxRow & {
  /** The task's id once more: the task centre knows records by `id`. */
  id: string;
};

/**
 * GET bpmnPeople:search — at most 20 people whom the reader may choose for this purpose, by name. Transfer and delegate
 * offer only who may hold such a task; `onBehalfOf` only who may be spoken for; `standIn` whoever the search finds, and
 * nobody without one.
 */
export interface PeopleQuery {
  purpose: 'transfer' | 'delegate' | 'onBehalfOf' | 'cc' | 'standIn';
  taskId?: string;
  instanceId?: string;
  search?: string;
}
export type PersonOption = PersonRef & {
  /** Tells people of the same name apart: post and place. */
  hint?: string | null;
  /** The rule of the task does not mean this person; handing it to them is a choice beyond the rule. */
  isOutside?: boolean;
};

// GET bpmnTasks:options?filterByTk&target=<association field>&search — key and title only; fields of the contract only.
export interface OptionRow {
  value: string | number;
  label: string;
}

// ------------------------------------------------------------------------------------------------------------ instances

export interface InstanceHead {
  id: string;
  title: string;
  processKey: string;
  processName: string;
  versionNumber: number;
  businessKey: string | null;
  status: InstanceStatus;
  place: PlaceRef | null;
  starter: PersonRef | null;
  startedAt: number;
  endedAt: number | null;
  stages: StageView[];
  deadline: DeadlineView | null;
  /** The case that called this one, where the reader may see it. */
  caller: { instanceId: string; title: string } | null;
}

export interface HistoryView {
  sequence: number;
  kind: string;
  elementId: string | null;
  elementName: string | null;
  /** One plain sentence in the reader's language. */
  text: string;
  opinion: string | null;
  outcomeName: string | null;
  actor: PersonRef | null;
  onBehalfOf: PersonRef | null;
  channel: Channel | null;
  occurredAt: number;
  recordedAt: number;
}

export type WaitingReason =
  | {
      kind: 'task';
      taskId: string;
      elementId: string;
      elementName: string;
      since: number;
      people: PersonRef[];
      groups: string[];
      deadline: DeadlineView | null;
      mayRemind: boolean;
      remindedAt?: number | null;
      /** Set while a further reminder would be too early. */
      mayRemindFrom?: number | null;
    }
  | { kind: 'timer'; elementId: string; elementName: string; since: number; dueAt: number }
  | { kind: 'message'; elementId: string; elementName: string; since: number; name: string }
  | { kind: 'condition'; elementId: string; elementName: string; since: number }
  | {
      kind: 'job';
      elementId: string;
      elementName: string;
      since: number;
      jobKind: string;
      attempts: number;
      nextAttemptAt: number | null;
      lastError: string | null;
    }
  | {
      kind: 'call';
      elementId: string;
      elementName: string;
      since: number;
      instanceId: string;
      title: string;
      /** Who has to act in the called case or in those that it called, and until when. */
      people: PersonRef[];
      groups: string[];
      deadline: DeadlineView | null;
      hasIncident: boolean;
    }
  | { kind: 'join'; elementId: string; elementName: string; since: number }
  | { kind: 'incident'; incidentId: string; elementId: string; elementName: string; since: number; code: string; text: string }
  | { kind: 'suspended'; since: number; reason: string };

/** GET bpmnInstances:track?filterByTk — the process page. */
export interface TrackedInstance {
  instance: InstanceHead;
  /** BPMN XML with diagram of the instance's own version. */
  xml: string;
  /** Element id → how often it was left; flows that were taken. */
  passed: Record<string, number>;
  takenFlows: string[];
  current: { elementId: string; count: number; hasIncident: boolean }[];
  waiting: WaitingReason[];
  history: HistoryView[];
  children: { instanceId: string; title: string; status: InstanceStatus; elementId: string }[];
  may: {
    cancel: boolean;
    suspend: boolean;
    resume: boolean;
    withdraw: boolean;
    remind: boolean;
    cc: boolean;
    resolveIncidents: boolean;
  };
}

/** POST bpmnInstances:start */
export interface StartBody {
  processKey: string;
  title?: string;
  placeId?: string;
  businessKey?: string;
  /** With true, a second start with the same business key gives the first instance instead of another one. */
  isIdempotent?: boolean;
  variables?: Record<string, unknown>;
  record?: Record<string, unknown>;
  recordId?: string | number;
}

export interface Started {
  instanceId: string;
  /** False when an idempotent start found the instance. */
  isNew: boolean;
  taskIds: string[];
}

// POST bpmnInstances:cancel | suspend | resume | withdraw ?filterByTk  { reason }
// POST bpmnInstances:cc ?filterByTk  { userIds: number[]; note?: string }
// POST bpmnInstances:message { name, correlationKey?, instanceId?, variables? } ; bpmnInstances:signal { name, variables? }

export type * from './api-administration';
export type * from './api-decisions';
export type * from './api-parameters';
export type * from './api-stand-ins';

// --------------------------------------------------------------------------------------------------------------- errors

/** Every refusal of ours: `errors[0]` of the answer. The message is in the reader's language. */
export interface ApiError {
  code: string;
  message: string;
  data?: Record<string, unknown>;
}
