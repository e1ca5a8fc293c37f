import type { Database } from '@nocobase/database';
import type {
  AuditedCase,
  BrokenRow,
  CaseInvariant,
  DatabaseInvariant,
  FormDescription,
  GivenTemplate,
  PackFolder,
  ShippedProcedure,
} from '@wuxin/plugin-bpmn';
import type { Element, Instant, Json, Variables } from '@wuxin/bpmn-core';
import type { Transaction } from 'sequelize';

/**
 * What this plugin asks of plugin-bpmn. The shapes are those of plugin-bpmn's public door; `connect.ts` is the only file
 * that names the door itself.
 */

export interface ReadAt {
  readonly db: Database;
  readonly transaction?: Transaction;
  readonly now: Instant;
}

/** One open transaction of a command. */
export interface Tx extends ReadAt {
  readonly transaction: Transaction;
}

export interface PersonRef {
  readonly id: number;
  readonly name: string;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly level: string;
}

export interface PlacesProvider {
  /** From the widest place down to the place itself; empty when there is no such place. */
  chainOf(tx: ReadAt, placeId: string): Promise<readonly Place[]>;
  /** Where this person works: what lies below is theirs too, but is not listed. */
  placesOf(tx: ReadAt, userId: number): Promise<readonly Place[]>;
  search(
    tx: ReadAt,
    search: { readonly text?: string; readonly within?: readonly string[]; readonly limit: number },
  ): Promise<readonly Place[]>;
  find(tx: ReadAt, ids: readonly string[]): Promise<readonly Place[]>;
  /** Of every place with none below it, inside this place or (null) anywhere: the ids from the widest place down to it. */
  lowestWithin(tx: ReadAt, placeId: string | null): Promise<readonly (readonly string[])[]>;
}

/** `post:communitySecretary@12` */
export type GroupKey = string;

export interface AssigneeKind {
  readonly kind: string;
  readonly prefixes: readonly string[];
  readonly isPlaceBound?: boolean;
  readonly title?: Readonly<Record<'zh-CN' | 'en-US', string>>;
  choices?(tx: ReadAt, locale: 'zh-CN' | 'en-US'): Promise<readonly { readonly value: string; readonly label: string }[]>;
  groupKeysFor(
    tx: ReadAt,
    value: string,
    context: { readonly instance: { readonly placeId: string | null } },
  ): Promise<readonly GroupKey[]>;
  membersOf(tx: ReadAt, groupKeys: readonly GroupKey[]): Promise<ReadonlyMap<GroupKey, readonly PersonRef[]>>;
  groupKeysOf(tx: ReadAt, userId: number): Promise<readonly GroupKey[]>;
  labelsOf(tx: ReadAt, groupKeys: readonly GroupKey[], locale: 'zh-CN' | 'en-US'): Promise<ReadonlyMap<GroupKey, string>>;
}

/** Work that is done inside the transaction of the command that led to it. */
export interface ActivityType {
  readonly type: string;
  /** With `context.scratch` it writes to no table. */
  readonly canBeTried?: boolean;
  validate?(element: Element): readonly { readonly code: string; readonly data?: Record<string, Json> }[];
  title?(locale: 'zh-CN' | 'en-US'): string;
  problemText?(locale: 'zh-CN' | 'en-US', code: string, data: Readonly<Record<string, unknown>>): string | undefined;
  enter(context: ActivityContext): Promise<{
    readonly kind: 'completed';
    readonly variables: Variables;
    /** One sentence for the history of the case; it names no person. */
    readonly decided?: Readonly<Record<'zh-CN' | 'en-US', string>>;
  }>;
}

/** The record of a case that is tried out. */
export interface ScratchRecord {
  rows(field: string): readonly Variables[];
  files(field: string): readonly number[];
  write(values: Variables): void;
  addRow(field: string, row: Variables): void;
  replaceRows(field: string, rows: readonly Variables[]): void;
}

export interface ActivityContext {
  readonly tx: Tx;
  readonly element: Element;
  /** The task whose completion led here. */
  readonly byTaskId: string | null;
  readonly instance: {
    readonly id: string;
    readonly parentInstanceId: string | null;
    readonly recordCollection: string | null;
    readonly recordId: string | null;
    readonly placeId: string | null;
  };
  readonly record: Variables | null;
  /** Present where a process is only tried out: what the activity would read of the case, and write to its record, is in memory. */
  readonly scratch: {
    readonly record: ScratchRecord | null;
    readonly recordOfCaller: ScratchRecord | null;
    /** Who completed the task that led here. */
    readonly actedBy: number | null;
    doersOf(elementIds: readonly string[], of: 'here' | 'caller'): ReadonlySet<number>;
  } | null;
  /** What the command gathers: what an activity changes in the record comes back when the step that led here is taken back. */
  readonly unit: {
    noteRecordWrite(before: Variables): void;
    noteRowAdded(row: { collection: string; id: string }): void;
    noteRowChanged(row: { collection: string; id: string; before: Variables }): void;
  };
  /** FEEL without `=`. `record`: instead of the plain fields. */
  evaluate(expression: string, record?: Variables | null): Json;
}

/** Who acts when content is installed or a demonstration is played. */
export interface Actor {
  readonly userId: number;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly roles: readonly string[];
  readonly channel: 'web' | 'phone' | 'paper';
}

/** One parameter as plugin-bpmn's `defineParameters` takes it. */
export interface ParameterDefinition {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly defaultValue: Json;
  readonly unit?: string | null;
  readonly floor?: number | string | null;
  readonly ceiling?: number | string | null;
  readonly limitKind?: 'statutory' | 'policy' | null;
  readonly policyFloor?: number | string | null;
  readonly policyCeiling?: number | string | null;
  readonly source: string;
  readonly sourceEn?: string | null;
  readonly certainty: 'found' | 'known' | 'unsure';
  readonly levels: readonly string[];
  readonly needsApprover?: boolean;
}

/** How content gets into plugin-bpmn. Every method may be called again: the same content changes nothing. */
export interface ContentPort {
  hasProcess(tx: Tx, processKey: string): Promise<boolean>;
  defineParameters(tx: Tx, definitions: readonly ParameterDefinition[]): Promise<void>;
  /** A decision table in the JSON of `@wuxin/decision`. */
  defineDecision(tx: Tx, table: unknown): Promise<void>;
  /** Saves the draft with its forms by element id and its templates; throws with the problems when it has errors. */
  deployProcess(
    tx: Tx,
    process: {
      readonly xml: string;
      readonly name: string;
      readonly forms: ReadonlyMap<string, FormDescription>;
      readonly templates: readonly GivenTemplate[];
    },
  ): Promise<void>;
  publishProcess(tx: Tx, processKey: string): Promise<void>;
  /** Keeps the published process as what a newer pack of it has in common with what administrators make of it. */
  rememberPack(tx: Tx, processKey: string): Promise<void>;
  /** Says which content a process was just made from. */
  noteInstalled(tx: Tx, installed: Pick<ShippedProcedure, 'processKey' | 'contentDigest'>): Promise<void>;
  /** Offers administrators content that differs from what came the last time; changes nothing by itself. */
  offerShipped(tx: Tx, shipped: ShippedProcedure): Promise<void>;
}

/** An open task of a case that is played. */
export interface PlayedTask {
  readonly id: string;
  readonly elementId: string;
  /** Of its own case. */
  readonly recordId: string | null;
}

/** How a demonstration is played: the ordinary commands, as people, at moments of the past. */
export interface PlayPort {
  confirmParameter(
    tx: Tx,
    actor: Actor,
    confirmation: { readonly key: string; readonly reason: string; readonly mark: string },
  ): Promise<void>;
  startInstance(
    tx: Tx,
    actor: Actor,
    start: { readonly processKey: string; readonly title: string; readonly placeId: string; readonly recordId: string },
  ): Promise<{ readonly instanceId: string }>;
  /** Of the case and of those that it called. */
  openTasks(tx: Tx, instanceId: string): Promise<readonly PlayedTask[]>;
  completeTask(
    tx: Tx,
    actor: Actor,
    taskId: string,
    body: { readonly outcome: string; readonly data: Record<string, unknown>; readonly opinion?: string },
  ): Promise<unknown>;
  /** Lets timers fire and called cases begin and end until a moment, each at its own time. */
  settle(instanceId: string, until: Instant): Promise<void>;
}

export type { AuditedCase, BrokenRow, CaseInvariant, DatabaseInvariant, PackFolder, ShippedProcedure };

/** A case as an activity of another case sees it. */
export interface CaseRef {
  readonly id: string;
  readonly title: string;
  readonly processName: string;
  readonly recordCollection: string | null;
  readonly recordId: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly historySequence: number;
  readonly historyHash: string;
}

/** Cases around the one that an activity belongs to. */
export interface CasesPort {
  /** The case that called this one, which itself may not be saved yet. */
  callerOf(tx: Tx, instance: { readonly parentInstanceId: string | null }): Promise<CaseRef | undefined>;
  /** A case and all that it has called, directly or through others, in the order in which they started. */
  caseFamily(tx: Tx, instanceId: string): Promise<readonly CaseRef[]>;
  /** The case that this element of a case has called last. */
  lastCalledBy(tx: Tx, instanceId: string, elementId: string): Promise<CaseRef | undefined>;
  /** Who completed these elements in a case, or on whose behalf it was entered. */
  doersOf(tx: Tx, instanceId: string, elementIds: readonly string[]): Promise<ReadonlySet<number>>;
  /** The hash of a case's history up to one of its rows. */
  historyHashAt(tx: Tx, instanceId: string, sequence: number): Promise<string | undefined>;
}

/** Keeps records from being changed after their cases have ended, and new cases from starting about them. */
export interface RecordLock {
  readonly name: string;
  refusal(asked: {
    readonly db: Database;
    readonly transaction?: Transaction;
    readonly collection: string;
    readonly recordIds: readonly string[];
  }): Promise<Error | undefined>;
}

export interface BpmnPort {
  readonly content: ContentPort;
  readonly play: PlayPort;
  readonly cases: CasesPort;
  /** The same facts give the same text on every machine. */
  readonly canonicalJson: (value: Json) => string;
  /** One transaction; `at` sets the moment that it stands for, so that a case can have happened in the past. */
  write<Result>(work: (tx: Tx) => Promise<Result>, at?: Instant): Promise<Result>;
  /** Runs a write to a record under an open instance as part of the command whose transaction it is. */
  readonly underCommand: <Result>(tx: Tx, write: () => Promise<Result>) => Promise<Result>;
  registerAssigneeKind(kind: AssigneeKind): void;
  registerPlaces(provider: PlacesProvider): void;
  /** Gives the English of texts that forms bring; it is frozen with each form that is published. */
  registerEnglish(source: () => Promise<Readonly<Record<string, string>>>): void;
  registerActivityType(type: ActivityType): void;
  /** What must hold in the database; `npm run audit -- verify` checks it. */
  registerInvariant(invariant: CaseInvariant | DatabaseInvariant): void;
  registerRecordLock(lock: RecordLock): void;
  /** Says what this plugin refuses, to whoever tries a process out. */
  registerRefusalWords(
    words: (error: unknown, locale: 'zh-CN' | 'en-US') => { readonly code: string; readonly text: string } | undefined,
  ): void;
  /** A folder of packs that this plugin fills and reads. */
  registerPackFolder(folder: PackFolder): void;
}
