import { appendHistory, type HistoryEvent } from '../history';
import type { MessageKind } from '../notify';
import { caseChangesOf } from '../runtime/case-changes';
import type { Tx } from '../runtime/tx';
import {
  tables,
  type CandidateRecord,
  type IncidentRecord,
  type InstanceRecord,
  type JobRecord,
  type TaskRecord,
  mostUrgentTask,
} from '../store';

/** A task before the engine fills in what every task has. */
export interface NewTask {
  readonly task: TaskRecord;
  readonly groupKeys: readonly string[];
}

interface Opening {
  readonly message: MessageKind;
  readonly text?: string;
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
  private opening: Opening = { message: 'taskOpened' };

  constructor(
    private readonly tx: Tx,
    private readonly instance: InstanceRecord,
    readonly newId: () => string,
  ) {}

  openTask(task: NewTask): void {
    this.newTasks.set(task.task.tokenId, task);
    this.notifyHolders(task.task, { ...this.opening, key: 'opened' });
    this.areTasksTouched = true;
  }

  /** Whoever gets the tasks that this command opens from here on reads that the case came back to them, and why. */
  announceReturn(reason: string): void {
    this.opening = { message: 'taskReturned', text: reason };
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

  clearIncidents(tokenId: string): void {
    this.clearedTokens.add(tokenId);
  }

  /** A task is done: the steps of its deadline that lie ahead go with it. */
  closeTask({ tokenId, dueAt }: Pick<TaskRecord, 'tokenId' | 'dueAt'>): void {
    this.areTasksTouched = true;
    if (dueAt !== null) this.doneInTime.add(tokenId);
  }

  /** Who holds a task before the command may give it to somebody else. */
  noteHolder(userId: number | null): void {
    if (userId !== null) this.formerHolders.add(userId);
  }

  record(...events: HistoryEvent[]): void {
    this.events.push(...events);
  }

  get openedTasks(): readonly NewTask[] {
    return [...this.newTasks.values()];
  }

  async flush(): Promise<void> {
    const { tx } = this;
    await this.cancelGoneWork();
    if (this.doneInTime.size > 0) await tables.jobs.delete(tx, { tokenId: [...this.doneInTime], kind: 'deadlineStep' });
    await this.clearResolvedIncidents();
    await tables.tasks.insert(
      tx,
      this.openedTasks.map(({ task }) => task),
    );
    await tables.candidates.insert(tx, this.openedTasks.flatMap(candidatesOf));
    await tables.jobs.insertNew(tx, this.newJobs);
    await tables.incidents.insert(tx, this.newIncidents);
    await appendHistory(tx, this.instance, this.events);
    if (this.areTasksTouched) await this.refreshInstanceDeadline();
    this.tellOfChange();
  }

  private tellOfChange(): void {
    const tokens = this.events.flatMap(({ tokenId }) => (tokenId === undefined ? [] : [tokenId]));
    caseChangesOf(this.tx.db).tell(this.tx, {
      instanceId: this.instance.id,
      tokenIds: [...new Set([...tokens, ...this.newTasks.keys(), ...this.cancelledTokens])],
      formerHolderIds: [...this.formerHolders],
      hasEnded: this.events.some(({ kind }) => kind === 'instanceEnded'),
    });
  }

  private async cancelGoneWork(): Promise<void> {
    if (this.cancelledTokens.size === 0) return;
    const { tx } = this;
    const gone = { tokenId: [...this.cancelledTokens] };
    await tables.tasks.update(tx, { ...gone, status: 'open' }, { status: 'cancelled', closedAt: tx.now });
    await tables.jobs.delete(tx, gone);
    this.cancelledTokens.forEach((tokenId) => this.clearedTokens.add(tokenId));
  }

  private async clearResolvedIncidents(): Promise<void> {
    if (this.clearedTokens.size === 0) return;
    const where = { tokenId: [...this.clearedTokens], instanceId: this.instance.id, status: 'open' };
    await tables.incidents.update(this.tx, where, { status: 'resolved', resolvedAt: this.tx.now });
  }

  /** An instance is as late as the most urgent of its open tasks: supervisors filter by it. */
  private async refreshInstanceDeadline(): Promise<void> {
    // where no open task had a deadline, only new ones can bring one
    if (this.instance.dueAt === null) return this.takeDeadline(this.mostUrgentNewTask());
    const urgent = await mostUrgentTask(this.tx, this.instance.id);
    this.takeDeadline(urgent);
  }

  private mostUrgentNewTask(): TaskRecord | undefined {
    const due = this.openedTasks.map(({ task }) => task).filter(({ dueAt }) => dueAt !== null);
    return due.sort((a, b) => Number(a.dueAt) - Number(b.dueAt))[0];
  }

  private takeDeadline(urgent: TaskRecord | undefined): void {
    this.instance.dueAt = urgent?.dueAt ?? null;
    this.instance.nearAt = urgent?.nearAt ?? null;
    this.instance.isDueProvisional = urgent?.isDueProvisional ?? false;
  }
}

function candidatesOf({ task, groupKeys }: NewTask): CandidateRecord[] {
  return groupKeys.map((groupKey) => ({ taskId: task.id, groupKey }));
}
