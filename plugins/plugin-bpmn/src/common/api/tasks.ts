/** What the HTTP actions about tasks (待办) and the people of tasks take and give; the conventions are in index.ts. */
import type { Channel, DeadlineLevel, DeadlineView, InstanceStatus, PersonRef, PlaceRef, TaskStatus } from './words';
import type { FormContract } from '../form';
import type { HistoryView, InstanceHead } from './instances';

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
  /** The reader may start a case of some process. */
  mayStart: boolean;
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
  /** Who delegated it: it goes back to them for the final word. */
  delegator: PersonRef | null;
  /** A rating: what is filled in is added to sums and kept nowhere, so there are no drafts, opinions and files, and nobody else's hand. */
  isConfidential: boolean;
  /** Confidential as well: the count that one of two tellers makes of the paper sheets of a rating. */
  isCount: boolean;
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
    /** One more person to a step that several do. */
    addPerson: boolean;
    removePerson: boolean;
    stopClock: boolean;
    resumeClock: boolean;
  };
  /** The last day on which a clock that is stopped now goes on; null where it may not be stopped. */
  latestResumeDay: string | null;
  /** Who has this step besides, or has done it; empty for a step that one person does. */
  others: StepPerson[];
  returnTargets: { elementId: string; elementName: string }[];
}

/** POST bpmnTasks:stopClock?filterByTk */
export interface StopClockBody {
  reason: string;
  /** `YYYY-MM-DD`: in the morning of that day the clock goes on by itself; missing: as late as it may. */
  until?: string;
}

/** GET bpmnTasks:open — one request brings everything that the task page shows. */
export interface OpenedTask {
  task: TaskView;
  instance: InstanceHead;
  outcomes: OutcomeView[];
  /** Frozen flow-model tree, or null for a task without a form. */
  formTree: unknown;
  contract: FormContract | null;
  /** As it is now; of a closed task as it was when the task was closed. */
  record: Record<string, unknown> | null;
  /** What was sent with this task was erased: its fields show what stood before. */
  isRecordErased: boolean;
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

/** POST bpmnTasks:removePerson?filterByTk=<own task>; bpmnTasks:addPerson?filterByTk takes HandOverBody */
export interface RemovePersonBody {
  /** Of the person who is taken out. */
  taskId: string;
  reason: string;
}

/** Somebody who does a step that several do. */
export interface StepPerson {
  taskId: string;
  person: PersonRef | null;
  isDone: boolean;
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
