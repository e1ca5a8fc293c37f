/** Migration of running cases from one version of a process to another; for administrators. */
/** The id of an element (or of a flow into a join) → that of the element at which what stands there goes on. */
export interface MigrationMappingBody {
  elements: Record<string, string>;
  flows: Record<string, string>;
}

/** Open tasks keep their deadlines, or get those of the new version, counted from when they were opened. */
export type MigrationDeadlines = 'kept' | 'recomputed';

/** POST bpmnProcesses:migrationPlan?filterByTk=<key> */
export interface MigrationPlanBody {
  /** Numbers of versions; neither may be a draft. */
  from: number;
  to: number;
  /** What somebody has chosen already; null: nowhere. */
  chosen?: Record<string, string | null>;
}

export interface ElementChoice {
  elementId: string;
  name: string;
}

/** An element of the version that is left, where a case may stand. */
export interface MigrationRow extends ElementChoice {
  kind: 'step' | 'scope' | 'event' | 'join' | 'other';
  /** Open cases that stand here now. */
  cases: number;
  targetId: string | null;
  /** Why there is no target, or the chosen one does not do. */
  problem: string | null;
  targets: ElementChoice[];
}

/** A flow into a join that stays: whoever waits there came by one of them. */
export interface MigrationFlow {
  flowId: string;
  /** From where it comes, and the join. */
  name: string;
  targetId: string | null;
  targets: ElementChoice[];
}

export interface MigrationPlanView {
  processName: string;
  /** Newest first, without drafts. */
  versions: { number: number; isPublished: boolean; running: number }[];
  from: { number: number };
  to: { number: number };
  /** Why no case can be migrated between these two; null: nothing stands in the way. */
  problem: string | null;
  cases: number;
  mapping: MigrationMappingBody;
  rows: MigrationRow[];
  flows: MigrationFlow[];
}

/** Which cases, and how. */
export interface MigrationRequest {
  from: number;
  to: number;
  mapping: MigrationMappingBody;
  deadlines: MigrationDeadlines;
  /** Only cases that stand at this element of the version that is left; without it, all. */
  at?: string;
}

/** POST bpmnProcesses:previewMigration?filterByTk=<key>; writes nothing */
export interface MigrationPreviewBody extends MigrationRequest {
  /** The last case of the page before. */
  after?: string;
  pageSize?: number;
}

export interface MigrationCaseView {
  instanceId: string;
  title: string;
  placeName: string | null;
  /** What happens to it besides: timers, deadlines, parameters. */
  effects: string[];
  /** Why it stays where it is; empty: it can be migrated. */
  reasons: string[];
}

export interface MigrationPreview {
  total: number;
  cases: MigrationCaseView[];
  /** Null: there are no more. */
  next: string | null;
}

/** POST bpmnProcesses:migrate?filterByTk=<key> → { migrationId }; cases are migrated one by one after the answer */
export interface MigrateBody extends MigrationRequest {
  reason: string;
  /** Only these of them. */
  instanceIds?: string[];
}

export interface MigrationRun {
  id: string;
  from: number;
  to: number;
  deadlines: MigrationDeadlines;
  reason: string;
  status: 'running' | 'stopped' | 'completed';
  total: number;
  migrated: number;
  refused: number;
  startedAt: number;
  startedByName: string;
  endedAt: number | null;
}

// GET bpmnProcesses:migrations?filterByTk=<key> → MigrationRun[], newest first

/** GET bpmnProcesses:migration?filterByTk=<id>&page&pageSize: refused cases first */
export interface MigrationRunDetail {
  run: MigrationRun;
  processKey: string;
  processName: string;
  /** Where an element goes on that has another id in the new version. */
  moved: { from: string; to: string }[];
  cases: (MigrationCaseView & { status: 'waiting' | 'migrated' | 'refused'; doneAt: number | null })[];
}

// POST bpmnProcesses:stopMigration | continueMigration ?filterByTk=<id>
