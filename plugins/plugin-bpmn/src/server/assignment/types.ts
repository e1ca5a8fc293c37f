import type { Variables } from '@wuxin/bpmn-core';
import type { PersonRef } from '../../common/api';
import type { ElementRef, InstanceScope } from '../expressions';
import type { ReadAt } from '../runtime/read-at';
import type { Locale } from '../runtime/texts';

/**
 * `<prefix>:<value>`, such as `user:5`, `role:clerk`, `post:communitySecretary@12`. Tasks store these, not people.
 * `!user:5` among a task's keys bars that person whatever else they are (see {@link isBarred}).
 */
export type GroupKey = string;

export interface AssignedInstance {
  readonly id: string;
  readonly processKey: string;
  readonly starterId: number | null;
  readonly placeId: string | null;
}

/** What a kind may look at when it finds the group keys for a rule. */
export interface AssignmentContext {
  readonly element: ElementRef;
  readonly instance: AssignedInstance;
  readonly record: Variables | null;
}

/** One value that a rule of a kind may have. */
export interface AssigneeChoice {
  readonly value: string;
  readonly label: string;
}

/**
 * A way to say who does a task. Batches, because lists ask for many keys at once; a key that is not known (any more) is
 * left out of the answer.
 */
export interface AssigneeKind {
  readonly kind: string;
  /** Prefixes of the group keys that this kind makes and answers for. None for a kind that only points at others' keys. */
  readonly prefixes: readonly string[];
  /** The rule's value is FEEL also without `=`. */
  readonly isFormula?: boolean;
  /** Its groups are held at places (`…@<place>`), so it finds nobody for a case without a place. */
  readonly isPlaceBound?: boolean;
  /** `value` is the rule's value, already evaluated where it was FEEL (a list: one call for each). Nobody meant: an empty list. */
  groupKeysFor(tx: ReadAt, value: string, context: AssignmentContext): Promise<readonly GroupKey[]>;
  membersOf(tx: ReadAt, groupKeys: readonly GroupKey[]): Promise<ReadonlyMap<GroupKey, readonly PersonRef[]>>;
  /** Every key of this kind that the person is a member of now. */
  groupKeysOf(tx: ReadAt, userId: number): Promise<readonly GroupKey[]>;
  /** What clerks call the kind itself; of those that plugin-bpmn brings the texts are its own. */
  readonly title?: Readonly<Record<Locale, string>>;
  /** Values to choose from when a process is drawn. Without it the value is written. */
  choices?(tx: ReadAt, locale: Locale): Promise<readonly AssigneeChoice[]>;
  /** What people call each group, in the reader's language where there is a second one. */
  labelsOf(tx: ReadAt, groupKeys: readonly GroupKey[], locale: Locale): Promise<ReadonlyMap<GroupKey, string>>;
}

/** Who gets it when the rules find nobody: nobody (an incident asks an administrator), the administrators, the starter. */
export type WhenNobody = 'incident' | 'administrators' | 'starter';

/**
 * What happens when the starter is among those found. `allow`: the starter may act. With the others the starter never
 * acts; they differ when nobody else is left: `exclude` falls to {@link WhenNobody}, `administrators` asks them, `skip`
 * ends the task with the outcome named after a colon (`skip:approve`).
 */
export type WhenStarter =
  | { readonly policy: 'allow' | 'exclude' | 'administrators' }
  | { readonly policy: 'skip'; readonly outcome: string };

/** The part of a compiled element's settings that says who does it. */
export interface AssignmentSettings {
  readonly assignments?: readonly { readonly kind: string; readonly value: string }[];
  /** {@link WhenNobody}; default `incident`. */
  readonly whenNobody?: string;
  /** {@link WhenStarter}; default `allow`. */
  readonly whenStarter?: string;
  /** People whom the task is about: they take no part in it, whatever the rules say. */
  readonly subjects?: readonly { readonly kind: string; readonly value: string }[];
}

export interface AssignmentRequest {
  readonly element: ElementRef;
  readonly settings: AssignmentSettings;
  readonly instance: AssignedInstance;
  readonly scope: InstanceScope;
}

/** Why somebody else than the rules say, or nobody, was asked; texts are `errors.<code>` in the locales. */
export interface AssignmentReason {
  readonly code: 'assignment.nobody' | 'assignment.onlyStarter' | 'assignment.onlySubject';
  readonly data: { readonly elementId: string; readonly elementName: string; readonly rules: string };
}

export type ResolvedAssignment =
  | {
      readonly outcome: 'assigned';
      /** To be stored with the task, with the keys that bar whom it is about, and the starter where policy does. */
      readonly groupKeys: readonly GroupKey[];
      /** Who they are now; membership is looked up again whenever somebody acts. */
      readonly people: readonly PersonRef[];
      /** Set when the rules mean exactly one person: nothing to claim. */
      readonly assigneeId: number | null;
      /** Set when a policy, not the rules, chose these people. */
      readonly fallback: { readonly policy: 'administrators' | 'starter'; readonly reason: AssignmentReason } | null;
    }
  /** Raise an incident with this reason. */
  | { readonly outcome: 'nobody'; readonly reason: AssignmentReason }
  /** Nobody but whom the task is about: it is not opened. */
  | { readonly outcome: 'onlySubject'; readonly reason: AssignmentReason }
  /** Complete the task with this outcome, as the engine, and say why in the history. */
  | { readonly outcome: 'skippedForStarter'; readonly taskOutcome: string; readonly reason: AssignmentReason };

/** The keys by which a person finds tasks: their own, and those of people they stand in for. */
export interface ReaderKeys {
  readonly userId: number;
  readonly own: readonly GroupKey[];
  readonly actingFor: readonly {
    readonly person: PersonRef;
    /** Null: every process. */
    readonly processKeys: readonly string[] | null;
    readonly groupKeys: readonly GroupKey[];
  }[];
}

export interface HeldTask {
  readonly processKey: string;
  readonly groupKeys: readonly GroupKey[];
  readonly assigneeId: number | null;
}

export type MayAct =
  | { readonly may: true; readonly actingFor: PersonRef | null }
  | { readonly may: false; readonly reason: 'heldByAnother' | 'notCandidate' | 'barred' };
