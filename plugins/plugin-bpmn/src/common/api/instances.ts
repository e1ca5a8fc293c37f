/** What the HTTP actions about instances (办件) take and give; the conventions are in index.ts. */
import type { Channel, DeadlineView, InstanceStatus, PersonRef, PlaceRef, StageView } from './words';

export interface InstanceHead {
  id: string;
  title: string;
  processKey: string;
  processName: string;
  versionNumber: number;
  businessKey: string | null;
  status: InstanceStatus;
  /** Since when and why nothing moves. */
  suspension: { since: number; reason: string } | null;
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
      /** A further reminder is possible now, for who may send one (`may.remind`). */
      mayRemind: boolean;
      remindedAt: number | null;
      /** Set while a further reminder would be too early. */
      mayRemindFrom: number | null;
      remindersLeft: number;
    }
  | { kind: 'timer'; elementId: string; elementName: string; since: number; dueAt: number }
  | { kind: 'message'; elementId: string; elementName: string; since: number; name: string }
  | { kind: 'condition'; elementId: string; elementName: string; since: number }
  /** Work of another plugin: what it says of it, and where it is done. */
  | { kind: 'activity'; elementId: string; elementName: string; since: number; text: string; address: string | null }
  | {
      kind: 'job';
      elementId: string;
      elementName: string;
      since: number;
      jobKind: string;
      attempts: number;
      nextAttemptAt: number | null;
      /** What its last try ended with, in the reader's language. */
      lastFailure: string | null;
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
  /** `awaited`: what is still open elsewhere in the case; a join without a name is said by these. */
  | { kind: 'join'; elementId: string; elementName: string | null; since: number; awaited: string[] }
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
    correctParameters: boolean;
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

/** GET bpmnInstances:documents?filterByTk — Word files that can be printed of a case, by the templates of its version. */
export interface DocumentView {
  key: string;
  name: string;
  /** What has to be there first, in the reader's language; empty: it can be printed. */
  missing: string[];
}
// GET bpmnInstances:document?filterByTk&document=<key> → the Word file
