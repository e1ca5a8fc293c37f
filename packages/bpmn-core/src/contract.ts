/**
 * What the interpreter and its hosts agree on: rows, commands, effects.
 *
 * The core is a function from data to data. A host (a database store, a test, a browser preview) loads rows,
 * calls `apply`, writes the changes and carries out the effects. Nothing here knows a database or a clock.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** JSON only: what survives a round trip through `JSON.stringify`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Variables = { readonly [name: string]: Json };

export type InstanceStatus = 'running' | 'completed' | 'terminated' | 'cancelled';

/** One run of one process. `variables` are those of the process scope. */
export interface InstanceRow {
  readonly id: string;
  readonly processId: string;
  readonly status: InstanceStatus;
  readonly variables: Variables;
  /** Ids are `${instance.id}:${sequence}`, so that a replay of the same commands gives identical bytes. */
  readonly nextSequence: number;
}

/**
 * `scope` a running (sub-)process, `multiInstance` the body that holds the counters of its instances, `activity` a piece
 * of work or a wait state, `joining` a token that waits at a parallel or inclusive gateway, `event` a caught event that is
 * waited for, `compensation` a throw that waits until its handlers are done.
 */
export type TokenKind = 'scope' | 'multiInstance' | 'activity' | 'joining' | 'event' | 'compensation';

export type TokenStatus = 'active' | 'failed';

export interface MultiInstanceCounters {
  readonly total: number;
  readonly active: number;
  readonly completed: number;
  readonly sequential: boolean;
}

export interface TokenRow {
  readonly id: string;
  /** The scope (or multi-instance body) token around it; `null` for the process scope only. */
  readonly parentId: string | null;
  readonly elementId: string;
  readonly kind: TokenKind;
  readonly status: TokenStatus;
  /** Sequence flow by which it arrived, where that matters (joins). */
  readonly flowId: string | null;
  /** Variables of this scope or activity only; look-ups go on to the parents. */
  readonly variables: Variables;
  readonly multiInstance: MultiInstanceCounters | null;
  /** Small facts of one element kind (loop counter, compensation list, reason of a failure …). */
  readonly data: { readonly [key: string]: Json };
}

export type SubscriptionKind = 'timer' | 'message' | 'signal' | 'condition';

/** Something from outside that a token waits for. */
export interface SubscriptionRow {
  readonly id: string;
  readonly tokenId: string;
  /** The catching event, boundary event, receive task or start event of an event sub-process. */
  readonly elementId: string;
  readonly kind: SubscriptionKind;
  /** Message or signal name; `null` for timers and conditions. */
  readonly name: string | null;
  /** Value that a message must carry; `null` takes any. */
  readonly correlationKey: string | null;
  /** When a timer is due; `null` for the other kinds. */
  readonly dueAt: Instant | null;
  readonly data: { readonly [key: string]: Json };
}

/** A completed activity that has a compensation handler, with the data it completed with. */
export interface CompensationRow {
  readonly id: string;
  readonly scopeTokenId: string;
  readonly elementId: string;
  readonly sequence: number;
  readonly variables: Variables;
}

/**
 * Rows on demand. A host may hold only part of an instance: a method that is asked for rows which were not loaded
 * throws an error of the host's own; the host loads them and calls again (the core is pure, so calling again is free).
 * The core asks only for what a command can touch: completing one of 2,000 parallel instances never asks for the others.
 */
export interface StateReader {
  readonly instance: InstanceRow;
  token(id: string): TokenRow | undefined;
  childrenOf(tokenId: string): readonly TokenRow[];
  /** A token directly below that stands at one of these elements and is none of `except`; which of several does not matter. */
  childAt(tokenId: string, elementIds: ReadonlySet<string>, except: ReadonlySet<string>): TokenRow | undefined;
  subscription(id: string): SubscriptionRow | undefined;
  subscriptionsOf(tokenId: string): readonly SubscriptionRow[];
  /** Every waiting condition of the instance: asked only when the graph has conditional events. */
  conditions(): readonly SubscriptionRow[];
  /** Oldest first. */
  compensationsOf(scopeTokenId: string): readonly CompensationRow[];
}

export type Command =
  | { readonly type: 'start'; readonly variables: Variables; readonly startEventId?: string }
  /** Work of an activity is done: a user task, a job, a called instance. */
  | { readonly type: 'completeActivity'; readonly tokenId: string; readonly variables: Variables }
  /** The work ended with a BPMN error or escalation: caught by boundary events and event sub-processes. */
  | { readonly type: 'throwError'; readonly tokenId: string; readonly errorCode: string; readonly variables: Variables }
  | { readonly type: 'throwEscalation'; readonly tokenId: string; readonly escalationCode: string; readonly variables: Variables }
  /** A timer that is not due is refused. */
  | { readonly type: 'fireTimer'; readonly subscriptionId: string }
  | { readonly type: 'deliverMessage'; readonly subscriptionId: string; readonly variables: Variables }
  | { readonly type: 'deliverSignal'; readonly subscriptionId: string; readonly variables: Variables }
  | { readonly type: 'setVariables'; readonly variables: Variables }
  /** Runs a failed token's element again. */
  | { readonly type: 'retry'; readonly tokenId: string }
  /** Ends the given tokens with all below them and puts one new token before `toElementId` in the same scope. */
  | {
      readonly type: 'move';
      readonly fromTokenIds: readonly string[];
      readonly toElementId: string;
      readonly variables: Variables;
    }
  /** One more instance of the multi-instance activity that the token is an instance of; in turn it is the last. */
  | { readonly type: 'addInstance'; readonly tokenId: string; readonly item: Json }
  /** Takes an instance that is not done out of its multi-instance activity, as if it had never been asked for. */
  | { readonly type: 'removeInstance'; readonly tokenId: string }
  | { readonly type: 'cancel' };

export type Effect =
  /** An activity began that somebody outside has to do: user task, service task, receive-free work of any activity type. */
  | { readonly type: 'workOpened'; readonly tokenId: string; readonly elementId: string; readonly variables: Variables }
  | { readonly type: 'workCancelled'; readonly tokenId: string; readonly elementId: string }
  | {
      readonly type: 'callOpened';
      readonly tokenId: string;
      readonly elementId: string;
      readonly calledElement: string;
      readonly variables: Variables;
    }
  | { readonly type: 'callCancelled'; readonly tokenId: string; readonly elementId: string }
  | {
      readonly type: 'messageThrown';
      readonly elementId: string;
      readonly tokenId: string;
      readonly name: string;
      readonly correlationKey: string | null;
      readonly variables: Variables;
    }
  | {
      readonly type: 'signalThrown';
      readonly elementId: string;
      readonly tokenId: string;
      readonly name: string;
      readonly variables: Variables;
    }
  /** Nothing inside the instance catches it: a host hands it to the call activity that the instance serves, if there is one. */
  | {
      readonly type: 'escalationThrown';
      readonly elementId: string;
      readonly tokenId: string;
      readonly code: string;
      readonly variables: Variables;
    }
  | {
      readonly type: 'incidentRaised';
      readonly tokenId: string;
      readonly elementId: string;
      readonly code: string;
      readonly data: { readonly [key: string]: Json };
    }
  | { readonly type: 'incidentCleared'; readonly tokenId: string }
  | {
      readonly type: 'instanceEnded';
      readonly status: Exclude<InstanceStatus, 'running'>;
      readonly variables: Variables;
      /** Code of the error end event that nothing inside caught: a host throws it at the call activity, if there is one. */
      readonly errorCode?: string;
    };

export type HistoryKind =
  | 'instanceStarted'
  | 'instanceEnded'
  | 'elementEntered'
  | 'elementLeft'
  | 'elementCancelled'
  | 'elementFailed'
  | 'flowTaken'
  | 'timerFired'
  | 'messageCaught'
  | 'signalCaught'
  | 'tokenMoved';

export interface HistoryEntry {
  readonly kind: HistoryKind;
  readonly elementId: string;
  readonly tokenId: string | null;
  readonly at: Instant;
  readonly data: { readonly [key: string]: Json };
}

export interface RowChanges<Row> {
  readonly inserted: readonly Row[];
  readonly updated: readonly Row[];
  readonly deletedIds: readonly string[];
}

export interface Changes {
  readonly instance: InstanceRow;
  readonly tokens: RowChanges<TokenRow>;
  readonly subscriptions: RowChanges<SubscriptionRow>;
  readonly compensations: RowChanges<CompensationRow>;
}

export interface Applied {
  readonly changes: Changes;
  readonly effects: readonly Effect[];
  readonly history: readonly HistoryEntry[];
}

/** The outside world as data and functions; everything that is not in the rows comes through here. */
export interface Env {
  readonly now: Instant;
  /** Evaluates a FEEL expression (without the `=`). Throws an error with a `code` when it cannot. */
  evaluate(expression: string, variables: Variables): Json;
  /** Runs a script that returns an object to merge into the variables. */
  runScript(script: string, format: string, variables: Variables): Variables;
  /** Steps that one command may take before the loop guard raises an incident. Default 5,000. */
  readonly maxSteps?: number;
  /**
   * What a flow condition that evaluates to `null` (something it reads is unknown) means: `false` as BPMN has it (default),
   * or an incident, so that nobody is sent along the default flow by missing data.
   */
  readonly unknownCondition?: 'false' | 'incident';
}
