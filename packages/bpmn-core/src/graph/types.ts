import type { ElementSettings, ProcessSettings } from './settings';

/**
 * A process file as the interpreter reads it: plain data, so that it can be cached, sent to a browser or compared.
 * Made by `compile`; never written by hand.
 */
export interface Graph {
  /** Changes when a stored graph of an older shape can no longer be read; a host then compiles the XML again. */
  readonly format: 1;
  /** IANA zone in which dates without an offset, calendar durations and cron patterns are meant. */
  readonly timeZone: string;
  readonly processes: Readonly<Record<string, ProcessInfo>>;
  /** Every flow node by id; a process is an element too: the outermost scope. */
  readonly elements: Readonly<Record<string, Element>>;
  readonly flows: Readonly<Record<string, Flow>>;
}

export interface ProcessInfo {
  readonly id: string;
  readonly name: string | null;
  readonly isExecutable: boolean;
  /** Whether waiting conditions have to be looked at when variables change. */
  readonly hasConditions: boolean;
  readonly settings: ProcessSettings;
}

export interface Flow {
  readonly id: string;
  readonly name: string | null;
  readonly sourceId: string;
  readonly targetId: string;
  /** FEEL, without the `=`. */
  readonly condition: string | null;
}

export interface Element {
  readonly id: string;
  /** Name of the element kind that interprets it (folder `kinds`). */
  readonly kind: string;
  /** BPMN type, e.g. `bpmn:UserTask`. */
  readonly type: string;
  readonly name: string | null;
  readonly processId: string;
  /** The process or sub-process around it; `null` for a process. */
  readonly scopeId: string | null;
  readonly incoming: readonly string[];
  /** In the order in which conditions are tried. */
  readonly outgoing: readonly string[];
  readonly defaultFlowId: string | null;
  readonly activity: ActivityFacet | null;
  readonly scope: ScopeFacet | null;
  readonly event: EventFacet | null;
  readonly task: TaskFacet | null;
  readonly join: JoinFacet | null;
  readonly settings: ElementSettings;
}

/** What tasks, call activities and sub-processes have in common. */
export interface ActivityFacet {
  readonly boundaryIds: readonly string[];
  readonly loop: Loop | null;
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  readonly isForCompensation: boolean;
  readonly compensationHandlerId: string | null;
}

/** What processes and all sorts of sub-processes have in common. */
export interface ScopeFacet {
  /** Where tokens begin: plain start events, else every element without an incoming flow (BPMN 2.0 §13.2). */
  readonly startIds: readonly string[];
  readonly eventSubProcessIds: readonly string[];
  /** Whether anything inside, at any depth, can be compensated. */
  readonly isCompensable: boolean;
  readonly adHoc: AdHoc | null;
}

export interface AdHoc {
  readonly isSequential: boolean;
  readonly completionCondition: string | null;
  readonly cancelsRemaining: boolean;
}

export interface EventFacet {
  readonly definitions: readonly EventDefinition[];
  /** For boundary events and start events of event sub-processes. */
  readonly isInterrupting: boolean;
  /** All definitions have to happen instead of any of them. */
  readonly isParallelMultiple: boolean;
  readonly attachedToId: string | null;
  /** What a throw sends; without inputs it sends all that is visible. */
  readonly inputs: readonly Mapping[];
  /** What a catch keeps of what it gets; without outputs it keeps all. */
  readonly outputs: readonly Mapping[];
}

export interface TaskFacet {
  readonly script: { readonly format: string; readonly source: string } | null;
  readonly message: MessageReference | null;
  /** Id of a process, or FEEL with `=`. */
  readonly calledElement: string | null;
}

/** Precomputed for inclusive joins: which elements can still send a token into an incoming flow (BPMN 2.0 §13.4.3). */
export interface JoinFacet {
  readonly reachable: Readonly<Record<string, readonly string[]>>;
}

export interface MessageReference {
  readonly name: string;
  /** Literal, or FEEL with `=`. */
  readonly correlationKey: string | null;
}

export interface Mapping {
  readonly source: string;
  readonly target: string;
}

export type Loop = StandardLoop | MultiInstance;

export interface StandardLoop {
  readonly kind: 'standard';
  readonly condition: string | null;
  readonly maximum: number | null;
  readonly testBefore: boolean;
}

export interface MultiInstance {
  readonly kind: 'multiInstance';
  readonly isSequential: boolean;
  readonly cardinality: string | null;
  readonly collection: string | null;
  readonly elementVariable: string | null;
  readonly completionCondition: string | null;
}

export type TimerKind = 'date' | 'duration' | 'cycle';

export interface TimerDefinition {
  readonly kind: 'timer';
  readonly timer: TimerKind;
  /** Literal, or FEEL with `=`. */
  readonly value: string;
}

export type EventDefinition =
  | TimerDefinition
  | ({ readonly kind: 'message' } & MessageReference)
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'condition'; readonly expression: string }
  /** `null` catches every code. */
  | { readonly kind: 'error'; readonly code: string | null }
  | { readonly kind: 'escalation'; readonly code: string | null }
  | { readonly kind: 'compensation'; readonly activityId: string | null; readonly waits: boolean }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'link'; readonly name: string };

export type EventDefinitionKind = EventDefinition['kind'];
