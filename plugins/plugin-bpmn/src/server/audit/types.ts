import type { Graph, Json, Variables } from '@wuxin/bpmn-core';
import type { Locale } from '../runtime/texts';
import type { StandIn } from '../stand-ins';
import type * as Rows from '../store';
import type { Tx } from '../runtime/tx';
import type { Stretch } from './stretches';

/** A row that breaks an invariant. `data` has facts without personal values. */
export interface BrokenRow {
  readonly table: string;
  readonly rowId: string;
  readonly instanceId: string | null;
  readonly data: Readonly<Record<string, Json>>;
}

/** An instance that another one called, as far as the caller's wait depends on it. */
export type CalledInstance = Pick<Rows.InstanceRecord, 'id' | 'status' | 'parentTokenId' | 'dueAt'> & {
  readonly hasAnswerUnderWay: boolean;
  /** The caller is about to be told that it is due at another time. */
  readonly hasDeadlineUnderWay: boolean;
};

/** A task that somebody, or its deadline, has completed, with who was asked. */
export type CompletedTask = Pick<
  Rows.TaskRecord,
  'id' | 'elementId' | 'assigneeId' | 'completedById' | 'onBehalfOfId' | 'closedAt'
> & { readonly groupKeys: readonly string[] };

/** All rows of one instance that matter to its invariants, of one moment. */
export interface AuditedCase {
  readonly instance: Rows.InstanceRecord;
  /** Of the instance's own version; undefined when the version is not there. */
  readonly graph: Graph | undefined;
  /** The history by the versions that the case was of; the last one is its present one. */
  readonly stretches: readonly Stretch[];
  /** Of the version that the case was of at a number of its history. */
  readonly graphAsOf: (sequence: number) => Graph | undefined;
  readonly tokens: readonly Rows.TokenRecord[];
  readonly subscriptions: readonly Rows.SubscriptionRecord[];
  readonly compensations: readonly Rows.CompensationRecord[];
  readonly openTasks: readonly Rows.TaskRecord[];
  readonly completedTasks: readonly CompletedTask[];
  /** Of whoever completed a task here, whom they stand in for or ever have. */
  readonly standIns: readonly StandIn[];
  /** Open tasks that somebody with an account can do. */
  readonly actableTaskIds: ReadonlySet<string>;
  /** Tokens whose work another plugin says it holds. */
  readonly awaitedTokenIds: ReadonlySet<string>;
  readonly jobs: readonly Rows.JobRecord[];
  readonly openIncidents: readonly Rows.IncidentRecord[];
  /** What raters have handed in, by element. */
  readonly sums: readonly Rows.SumsRecord[];
  readonly paperCounts: readonly Rows.PaperCountRecord[];
  /** In order of their numbers. */
  readonly history: readonly Rows.HistoryRecord[];
  readonly payloads: ReadonlyMap<string, Rows.HistoryPayloadRecord>;
  readonly called: readonly CalledInstance[];
  /** The business record as it is now, where an invariant asks for it; null: none, or it is gone. */
  readonly record: Variables | null;
  /**
   * FEEL (without `=`) over record, variables and parameters; parameters, and variables that a caller gave and corrected, as they were at that
   * number of the history, or are now.
   */
  readonly evaluate: (expression: string, asOf?: number) => Json;
}

interface Named {
  /** Stable; `audit.<name>` says in both languages what must hold, where the invariant does not say it itself. */
  readonly name: string;
  /** What must hold, from another plugin. */
  readonly rule?: Readonly<Record<Locale, string>>;
}

/** What must hold for the rows of each case by themselves: a function from data to data. */
export interface CaseInvariant extends Named {
  readonly scope: 'case';
  /** It looks at the records of cases too, which are read only then. */
  readonly readsRecords?: true;
  check(audited: AuditedCase): Iterable<BrokenRow>;
}

/** What must hold across the database; reads in batches, only what it needs, and never writes. */
export interface DatabaseInvariant extends Named {
  readonly scope: 'database';
  check(tx: Tx): AsyncIterable<BrokenRow>;
}

export type Invariant = CaseInvariant | DatabaseInvariant;
