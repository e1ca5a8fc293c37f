import type { Variables } from '@wuxin/bpmn-core';
import { appendHistory, type HistoryEvent } from '../history';
import type { MessageKind } from '../notify';
import { caseChangesOf } from '../runtime/case-changes';
import type { Tx } from '../runtime/tx';
import {
  tables,
  type CandidateRecord,
  type Due,
  type IncidentRecord,
  type InstanceRecord,
  type JobRecord,
  type StepUndo,
  type TaskRecord,
  type Writes,
  mostUrgentCalled,
  mostUrgentTask,
} from '../store';
import { callerDeadlineJob, earlier, takeDeadline } from './case-deadline';

/** A task before the engine fills in what every task has. */
export interface NewTask {
  readonly task: TaskRecord;
  readonly groupKeys: readonly string[];
}

interface Surroundings {
  readonly newId: () => string;
  /** The process has call activities: the instance may be as late as a case that it called. */
  readonly mayCall: boolean;
}

type ChangedByActivities = Required<Omit<StepUndo, 'taskId' | 'variables'>>;

interface Opening {
  readonly message: MessageKind;
  readonly text?: string;
}

/** What a command did beside the tokens. */
export interface Gathered {
  readonly tasks: readonly NewTask[];
  readonly jobs: readonly JobRecord[];
  readonly incidents: readonly IncidentRecord[];
  /** Their work is gone. */
  readonly cancelledTokens: ReadonlySet<string>;
  /** Their incidents are over. */
  readonly clearedTokens: ReadonlySet<string>;
  readonly events: readonly HistoryEvent[];
}

/**
 * What one command adds to the tables around the tokens, gathered in memory and written once: one statement per table,
 * however many elements the tokens passed.
 */
export class Unit {
  private readonly newTasks = new Map<string, NewTask>();
  private readonly newJobs: JobRecord[] = [];
  private readonly newIncidents: IncidentRecord[] = [];
  private readonly cancelledTokens = new Set<string>();
  private readonly clearedTokens = new Set<string>();
  private readonly doneInTime = new Set<string>();
  private readonly events: HistoryEvent[] = [];
  private readonly formerHolders = new Set<number>();
  private areTasksTouched = false;
  private isCalledDeadlineMoved = false;
  private isClockResumed = false;
  private opening: Opening = { message: 'taskOpened' };
  private reopened: Pick<TaskRecord, 'elementId' | 'openedAt' | 'closedAt' | 'clock'> | undefined;
  /** What activities changed beside the tokens, as it was before. */
  private before: ChangedByActivities = { record: {}, rows: [], changedRows: [] };

  constructor(
    private readonly tx: Tx,
    private readonly instance: InstanceRecord,
    private readonly surroundings: Surroundings,
  ) {}

  newId(): string {
    return this.surroundings.newId();
  }

  openTask(task: NewTask): void {
    this.newTasks.set(task.task.tokenId, task);
    this.notifyHolders(task.task, { ...this.opening, key: 'opened' });
    this.areTasksTouched = true;
  }

  /** Whoever gets the tasks that this command opens from here on reads that the case came back to them, and why. */
  announceReturn(reason: string): void {
    this.opening = { message: 'taskReturned', text: reason };
  }

  /** The task that opens at the step's element is that step once more: its time goes on from when it was opened first. */
  reopen(step: Pick<TaskRecord, 'elementId' | 'openedAt' | 'closedAt' | 'clock'>): void {
    this.reopened = step;
  }

  reopenedAt(elementId: string): Pick<TaskRecord, 'openedAt' | 'closedAt' | 'clock'> | undefined {
    return this.reopened?.elementId === elementId ? this.reopened : undefined;
  }

  /** An activity writes fields of the case's record: what they hold now comes back when the step that led here is taken back. */
  noteRecordWrite(before: Variables): void {
    this.before = { ...this.before, record: { ...before, ...this.before.record } };
  }

  /** An activity has added a row to a sub-table of the record: it goes when the step that led here is taken back. */
  noteRowAdded(row: StepUndo['rows'][number]): void {
    this.before = { ...this.before, rows: [...this.before.rows, row] };
  }

  /** An activity has changed a row, also one of another case's record: its columns are as before when the step that led here is taken back. */
  noteRowChanged(row: ChangedByActivities['changedRows'][number]): void {
    this.before = { ...this.before, changedRows: [...this.before.changedRows, row] };
  }

  get changedByActivities(): ChangedByActivities {
    return this.before;
  }

  /** Work after commit; a key that exists already is not queued again. */
  queue(
    job: Omit<JobRecord, 'id' | 'status' | 'attempts' | 'leaseOwner' | 'leasedUntil' | 'lastError' | 'createdAt' | 'instanceId'>,
  ): void {
    const fresh = { status: 'ready', attempts: 0, leaseOwner: null, leasedUntil: null, lastError: null } as const;
    this.newJobs.push({ ...job, ...fresh, id: this.newId(), instanceId: this.instance.id, createdAt: this.tx.now });
  }

  /** A message to whoever holds the task when it goes out. Changes nothing else; `key` tells it from other messages. */
  notifyHolders(
    { id: taskId, tokenId }: Pick<TaskRecord, 'id' | 'tokenId'>,
    { key, ...payload }: { readonly message: MessageKind; readonly text?: string; readonly key: string },
  ): void {
    const idempotencyKey = `${payload.message}:${taskId}:${key}`;
    this.queue({ kind: 'notifyTask', tokenId, taskId, payload, dueAt: this.tx.now, maxAttempts: 5, idempotencyKey });
  }

  raise(incident: Pick<IncidentRecord, 'tokenId' | 'elementId' | 'elementName' | 'code' | 'data'> & { jobId?: string }): void {
    const open = { status: 'open', resolvedAt: null, resolvedById: null, resolvedByName: null, resolution: null } as const;
    this.newIncidents.push({
      jobId: null,
      ...incident,
      ...open,
      id: this.newId(),
      instanceId: this.instance.id,
      raisedAt: this.tx.now,
    });
  }

  /** The token is gone: its task, jobs and incidents go with it. */
  cancelWork(tokenId: string): void {
    this.cancelledTokens.add(tokenId);
    this.newTasks.delete(tokenId);
    this.areTasksTouched = true;
  }

  /** This command has taken the token's work away; its rows are not written yet. */
  hasCancelled(tokenId: string): boolean {
    return this.cancelledTokens.has(tokenId);
  }

  clearIncidents(tokenId: string): void {
    this.clearedTokens.add(tokenId);
  }

  /** A task is done: the steps of its deadline that lie ahead go with it. */
  closeTask({ tokenId, dueAt, stoppedAt }: Pick<TaskRecord, 'tokenId' | 'dueAt' | 'stoppedAt'>): void {
    this.areTasksTouched = true;
    if (dueAt !== null || stoppedAt !== null) this.doneInTime.add(tokenId);
  }

  /** An open task is due at another time than before. */
  noteDeadline(): void {
    this.areTasksTouched = true;
  }

  /** An open task is due that was not, since its clock stood still. */
  noteResumedClock(): void {
    this.areTasksTouched = true;
    this.isClockResumed = true;
  }

  /** A case that this one called is due at another time than before. */
  noteCalledDeadline(): void {
    this.isCalledDeadlineMoved = true;
  }

  /** Who holds a task before the command may give it to somebody else. */
  noteHolder(userId: number | null): void {
    if (userId !== null) this.formerHolders.add(userId);
  }

  record(...events: HistoryEvent[]): void {
    this.events.push(...events);
  }

  /** Everything, for whoever keeps it elsewhere than in the tables. */
  get gathered(): Gathered {
    const { newJobs: jobs, newIncidents: incidents, cancelledTokens, clearedTokens, events } = this;
    return { tasks: this.openedTasks, jobs, incidents, cancelledTokens, clearedTokens, events };
  }

  get openedTasks(): readonly NewTask[] {
    return [...this.newTasks.values()];
  }

  /** Adds everything to the writes of the command; what it has to read for that is as it was before them. */
  async flush(writes: Writes): Promise<void> {
    const { db } = this.tx;
    const jobs = tables.jobs.laterOn(db, writes);
    this.cancelGoneWork(writes);
    if (this.doneInTime.size > 0) jobs.delete({ tokenId: [...this.doneInTime], kind: ['deadlineStep', 'resumeClock'] });
    this.clearResolvedIncidents(writes);
    tables.tasks.laterOn(db, writes).insert(this.openedTasks.map(({ task }) => task));
    tables.candidates.laterOn(db, writes).insert(this.openedTasks.flatMap(candidatesOf));
    await this.refreshDeadline();
    jobs.insertNew(this.newJobs);
    tables.incidents.laterOn(db, writes).insert(this.newIncidents);
    appendHistory({ tx: this.tx, writes }, this.instance, this.events);
    this.tellOfChange();
  }

  private tellOfChange(): void {
    const tokens = this.events.flatMap(({ tokenId }) => (tokenId === undefined ? [] : [tokenId]));
    caseChangesOf(this.tx.db).tell(this.tx, {
      instanceId: this.instance.id,
      tokenIds: [...new Set([...tokens, ...this.newTasks.keys(), ...this.cancelledTokens])],
      formerHolderIds: [...this.formerHolders],
      hasEnded: this.hasEnded,
    });
  }

  private cancelGoneWork(writes: Writes): void {
    if (this.cancelledTokens.size === 0) return;
    const { tx } = this;
    const gone = { tokenId: [...this.cancelledTokens] };
    tables.tasks.laterOn(tx.db, writes).update({ ...gone, status: 'open' }, { status: 'cancelled', closedAt: tx.now });
    tables.jobs.laterOn(tx.db, writes).delete(gone);
    this.cancelledTokens.forEach((tokenId) => this.clearedTokens.add(tokenId));
  }

  private clearResolvedIncidents(writes: Writes): void {
    if (this.clearedTokens.size === 0) return;
    const where = { tokenId: [...this.clearedTokens], instanceId: this.instance.id, status: 'open' };
    tables.incidents.laterOn(this.tx.db, writes).update(where, { status: 'resolved', resolvedAt: this.tx.now });
  }

  private get hasEnded(): boolean {
    return this.events.some(({ kind }) => kind === 'instanceEnded');
  }

  /** Supervisors filter by the deadline of the instance; whoever called it is told after the commit. */
  private async refreshDeadline(): Promise<void> {
    const { instance } = this;
    const isMoved = this.areTasksTouched || this.isCalledDeadlineMoved || this.hasEnded;
    if (!isMoved || !takeDeadline(instance, await this.mostUrgent())) return;
    if (instance.parentInstanceId !== null) this.queue(callerDeadlineJob(this.tx, instance.parentInstanceId, this.newId()));
  }

  /** An instance is as late as the most urgent of its open tasks and of the open cases that it called. */
  private async mostUrgent(): Promise<Due | undefined> {
    if (this.hasEnded) return undefined;
    // where nothing had a deadline, only new tasks can bring one, a clock that goes on, or a called case that has just told
    if (this.instance.dueAt === null && !this.isCalledDeadlineMoved && !this.isClockResumed) return this.mostUrgentNewTask();
    const task = earlier(await mostUrgentTask(this.tx, this.instance.id, [...this.cancelledTokens]), this.mostUrgentNewTask());
    const called = this.surroundings.mayCall ? await mostUrgentCalled(this.tx, this.instance.id) : undefined;
    return earlier(task, called);
  }

  private mostUrgentNewTask(): Due | undefined {
    return this.openedTasks.reduce<Due | undefined>((first, { task }) => earlier(first, task), undefined);
  }
}

function candidatesOf({ task, groupKeys }: NewTask): CandidateRecord[] {
  return groupKeys.map((groupKey) => ({ taskId: task.id, groupKey }));
}
