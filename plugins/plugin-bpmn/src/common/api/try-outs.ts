/** Trying a process out: the engine runs it in memory, for administrators; no case, task or message comes of it. */
import type { FormContract } from '../form';
import type { DesignField } from './designer';
import type { OutcomeView } from './tasks';
import type { PersonRef, PlaceRef } from './words';
import type { StartVariableView } from './administration';

/** With what a try-out begins. */
export interface TryOutSetup {
  starterId: number;
  placeId: string | null;
  /** The moment at which it begins; its clock is moved by steps only. */
  startAt: number;
  variables: Record<string, unknown>;
  /** Plain fields that the record has from the beginning. */
  record: Record<string, unknown>;
}

/** An element of one of the cases, and which of several that are open there, counted from 0 in the order in which they opened. */
export interface TryOutPlace {
  /** `main`; of a called case the caller's with the calling element: `main/meeting`, the second time `main/meeting~2`. */
  caseId: string;
  elementId: string;
  nth: number;
}

export type TryOutStep =
  /** A person does a task. */
  | (TryOutPlace & { kind: 'complete'; outcome: string; opinion: string; data: Record<string, unknown>; byId: number })
  /** Its holder sends the case back to an earlier step. */
  | (TryOutPlace & { kind: 'return'; to: string; reason: string; byId: number })
  /** Whoever did the last step of a case takes it back. */
  | { kind: 'withdraw'; caseId: string; reason: string }
  /** Work that is not done in a try-out has given this; also what an incident stopped goes on with it. */
  | (TryOutPlace & { kind: 'answer'; variables: Record<string, unknown> })
  /** What is waited for has come: a message, a signal. */
  | (TryOutPlace & { kind: 'receive'; variables: Record<string, unknown> })
  /** Time passes; what is due until then happens, each at its own time. */
  | { kind: 'wait'; until: number };

/** Everything that was done: what it leads to is worked out anew from the beginning, each time. */
export interface TryOutPath {
  setup: TryOutSetup;
  steps: TryOutStep[];
}

export interface TryOutCase {
  id: string;
  processName: string;
  title: string;
  status: 'running' | 'completed' | 'terminated' | 'cancelled';
  stageName: string | null;
  versionId: string;
  passed: string[];
  taken: string[];
  current: string[];
  stopped: string[];
  /** The last step, if it can be taken back, and who did it. */
  withdrawable: { name: string; by: string } | null;
  variables: Record<string, unknown>;
  record: Record<string, unknown> | null;
}

/** What happens on the way to a deadline, or after it. */
export interface TryOutDeadlineStep {
  at: number;
  text: string;
}

export interface TryOutTask extends TryOutPlace {
  name: string;
  /** Who would be asked today. */
  people: PersonRef[];
  /** What the groups are called whose people these are. */
  groups: string[];
  deadline: { dueAt: number; isProvisional: boolean; explanation: string; steps: TryOutDeadlineStep[] } | null;
  outcomes: OutcomeView[];
  /** Where it may be sent back to. */
  returnTargets: { elementId: string; elementName: string }[];
  hasForm: boolean;
}

export interface TryOutWaiting extends TryOutPlace {
  kind: 'work' | 'timer' | 'message' | 'signal' | 'condition';
  name: string;
  /** Of a timer. */
  dueAt: number | null;
  /** Of a message or signal: its name. */
  message: string | null;
}

export interface TryOutIncident extends TryOutPlace {
  name: string;
  text: string;
}

/** One thing that happened, and why. */
export interface TryOutEntry {
  /** 0: the start. */
  step: number;
  at: number;
  caseId: string;
  elementId: string | null;
  kind: 'way' | 'reason' | 'told' | 'time' | 'trouble';
  text: string;
}

/** Why a step cannot be done; it and those after it are not in the path any more. */
export interface TryOutRefusal {
  /** Counted from 0. */
  step: number;
  code: string;
  text: string;
}

/** POST bpmnProcesses:tryOut?filterByTk=<key> { path } */
export interface TryOutView {
  now: number;
  number: number;
  isDraft: boolean;
  /** What would keep somebody from starting this case really. */
  warnings: string[];
  cases: TryOutCase[];
  tasks: TryOutTask[];
  waiting: TryOutWaiting[];
  incidents: TryOutIncident[];
  entries: TryOutEntry[];
  refusal: TryOutRefusal | null;
}

/** GET bpmnProcesses:tryOutSetup?filterByTk=<key>: what can be chosen before a try-out. */
export interface TryOutOptions {
  name: string;
  number: number;
  isDraft: boolean;
  /** Why it cannot be tried out; in the reader's language. */
  problems: string[];
  now: number;
  needsPlace: boolean;
  place: PlaceRef | null;
  starter: PersonRef;
  variables: StartVariableView[];
  fields: DesignField[];
  drawing: string;
  versionId: string;
  tests: KeptTestRow[];
}

/** GET bpmnProcesses:tryOutDrawing?filterByTk=<key>&versionId: of a called case. */
export interface TryOutDrawing {
  xml: string;
}

/** POST bpmnProcesses:tryOutForm?filterByTk=<key> { path, place }: the form of an open task with the record as the try-out left it. */
export interface TryOutForm {
  formTree: unknown;
  contract: FormContract;
  record: Record<string, unknown>;
}

// POST bpmnProcesses:tryOutOptions?filterByTk=<key> { path, place, field, search } → OptionRow[]

/** Where a kept test differs from what it was when it was kept. */
export interface KeptTestDifference {
  /** 0: the start. */
  step: number;
  text: string;
}

/** GET bpmnProcesses:keptTests?filterByTk=<key> */
export interface KeptTestRow {
  id: string;
  name: string;
  steps: number;
  keptAt: number;
  keptBy: PersonRef;
}

/** GET bpmnProcesses:keptTest?filterByTk=<key>&test */
export interface KeptTest extends KeptTestRow {
  path: TryOutPath;
}

/** POST bpmnProcesses:runTests?filterByTk=<key> → KeptTestResult[] */
export interface KeptTestResult {
  id: string;
  name: string;
  difference: KeptTestDifference | null;
}

// POST bpmnProcesses:keepTest?filterByTk=<key> { name, path, test? } → { id }; with `test` instead of that one
// POST bpmnProcesses:removeTest?filterByTk=<key> { test, reason }
