import type { Json, Variables } from '@wuxin/bpmn-core';
import type { ScratchCase } from '../activity-types';
import type { NewTask } from '../engine';
import type { IncidentRecord, InstanceSession, TaskRecord } from '../store';
import type { LoadedVersion } from '../versions';
import type { MemoryRecord, RecordBefore } from './scratch-record';

/** A step on the way to a deadline that lies ahead. */
export interface PlannedStep {
  readonly tokenId: string;
  readonly at: number;
  readonly payload: Variables;
}

export interface Caller {
  readonly of: CaseInMemory;
  readonly tokenId: string;
}

/** What the last step changed, as it was before. */
export interface LastStep {
  readonly taskId: string;
  readonly variables: Variables;
  /** As the step's form left it, before anything behind the step wrote into it. */
  readonly record: RecordBefore | null;
}

/** What is kept of a task that is done. */
export type Completed = Pick<TaskRecord, 'outcome' | 'outcomeName' | 'completedById' | 'completedByName' | 'closedAt'>;

/** One case of a try-out: what the tables would hold of it. */
export class CaseInMemory {
  readonly tasks = new Map<string, NewTask>();
  /** Work that is not done here, by token. */
  readonly asked = new Map<string, string>();
  readonly incidents = new Map<string, IncidentRecord>();
  planned: PlannedStep[] = [];
  lastStep: LastStep | null = null;
  /** Every task that there was, in the order in which they were opened. */
  private steps: readonly TaskRecord[] = [];
  readonly passed = new Set<string>();
  readonly taken = new Set<string>();
  private readonly doers = new Map<string, Set<number>>();
  private readonly calls = new Map<string, number>();

  constructor(
    readonly id: string,
    readonly session: InstanceSession,
    readonly version: LoadedVersion,
    readonly record: MemoryRecord | null,
    readonly caller: Caller | null,
  ) {}

  /** What the case is called that an element of this one calls. */
  nameOfCall(elementId: string): string {
    const times = (this.calls.get(elementId) ?? 0) + 1;
    this.calls.set(elementId, times);
    return `${this.id}/${elementId}${times > 1 ? `~${times}` : ''}`;
  }

  open(opened: NewTask): void {
    this.tasks.set(opened.task.tokenId, opened);
    // one that is open again after it was taken back keeps the time at which it was opened first
    this.steps = [...this.steps, opened.task].sort((a, b) => a.openedAt - b.openedAt);
  }

  complete({ id, tokenId, elementId }: Pick<TaskRecord, 'id' | 'tokenId' | 'elementId'>, completed: Completed): void {
    this.close(({ id: other }) => other === id, { ...completed, status: 'completed' });
    if (completed.completedById !== null) this.noteDoer(elementId, completed.completedById);
    this.forget(tokenId);
  }

  private close(isClosed: (step: TaskRecord) => boolean, closed: Partial<TaskRecord>): void {
    this.steps = this.steps.map((step) => (step.status === 'open' && isClosed(step) ? { ...step, ...closed } : step));
  }

  stepsOn(plane: string): readonly TaskRecord[] {
    return this.steps.filter((step) => step.plane === plane);
  }

  stepById(taskId: string): TaskRecord | undefined {
    return this.steps.find(({ id }) => id === taskId);
  }

  private noteDoer(elementId: string, userId: number): void {
    this.doers.set(elementId, (this.doers.get(elementId) ?? new Set()).add(userId));
  }

  doersOf(elementIds: readonly string[]): ReadonlySet<number> {
    return new Set(elementIds.flatMap((id) => [...(this.doers.get(id) ?? [])]));
  }

  /** The work of a token is over. */
  forget(tokenId: string): void {
    this.close((step) => step.tokenId === tokenId, { status: 'cancelled' });
    this.tasks.delete(tokenId);
    this.asked.delete(tokenId);
    this.incidents.delete(tokenId);
    this.planned = this.planned.filter((step) => step.tokenId !== tokenId);
  }
}

interface Noticing {
  readonly actedBy: number | null;
  readonly explain: ScratchCase['explain'];
  readonly watch: (expression: string, variables: Variables, result: Json) => void;
}

/** What an activity of the case sees instead of the tables. */
export function scratchOf(of: CaseInMemory, { actedBy, explain, watch }: Noticing): ScratchCase {
  return {
    record: of.record,
    recordOfCaller: of.caller?.of.record ?? null,
    actedBy,
    doersOf: (elementIds, where) => (where === 'here' ? of : of.caller?.of)?.doersOf(elementIds) ?? new Set(),
    explain,
    ask: ({ tokenId, elementId }) => void of.asked.set(tokenId, elementId),
    watch,
  };
}
