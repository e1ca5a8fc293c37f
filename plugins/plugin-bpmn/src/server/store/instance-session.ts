import { Op } from 'sequelize';
import type { Applied, InstanceRow, StateReader, SubscriptionRow } from '@wuxin/bpmn-core';
import { conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { InstanceState } from './instance-state';
import { lockTask } from './lock-task';
import { RowsNotLoaded } from './rows-not-loaded';
import type { CompensationRecord, InstanceRecord, SubscriptionRecord, TaskRecord, TokenRecord } from './rows';
import { tables } from './tables';
import { enclosingPlanes, MAIN_PLANE, type Place } from './planes';
import { tokenPath } from './token-path';
import type { Writes } from './writes';

/**
 * One instance inside one transaction: its row is locked, only the tokens that the command can touch are loaded, changes
 * gather in memory and go out as multi-row statements after {@link flush}.
 */
export class InstanceSession {
  private planes: readonly string[] = [MAIN_PLANE];
  /** Whose subscriptions are enough; undefined once all of the planes were asked for. */
  private path: readonly string[] | undefined = [];

  private constructor(
    private readonly tx: Tx,
    readonly record: InstanceRecord,
    private readonly state: InstanceState,
    private readonly isNew: boolean,
    private readonly loadedRevision: number,
  ) {}

  /** Locks the instance first: every command takes this lock before any other row of the instance. */
  static async lock(tx: Tx, id: string): Promise<InstanceSession | undefined> {
    const record = await tables.instances.find(tx, { id }, { forUpdate: true });
    return record && InstanceSession.ofLocked(tx, record);
  }

  /** The same for the instance of a task, with the task as it is under that lock. */
  static async lockByTask(tx: Tx, taskId: string): Promise<{ session: InstanceSession; task: TaskRecord } | undefined> {
    const locked = await lockTask(tx, taskId);
    return locked && { session: InstanceSession.ofLocked(tx, locked.instance), task: locked.task };
  }

  private static ofLocked(tx: Tx, record: InstanceRecord): InstanceSession {
    return new InstanceSession(tx, record, new InstanceState(coreRow(record)), false, record.revision);
  }

  /**
   * Loads what a command that begins at a token can touch: the token and those around it, not its siblings, of which there may be
   * thousands. Whatever else is asked for is loaded then. A command that begins nowhere has the main plane, one that begins at two tokens
   * loads both.
   */
  async loadTokens(place?: Place): Promise<void> {
    if (place) this.planes = [...new Set([...this.planes, ...enclosingPlanes(place.plane)])];
    if (!place || !this.path) return this.loadPlanes();
    const found = await tokenPath(this.tx, place.tokenId);
    this.path = [...new Set([...this.path, ...found.map(({ id }) => id)])];
    this.state.loadTokens(found);
  }

  private async loadPlanes(): Promise<void> {
    this.path = undefined;
    this.state.loadTokens(await tables.tokens.select(this.tx, { instanceId: this.record.id, plane: [...this.planes] }));
    this.state.markPlanesComplete();
  }

  /** Loads everything there is of the instance, for a command that touches all of it. */
  async loadAll(): Promise<InstanceRows> {
    const { tx, state } = this;
    const where = { instanceId: this.record.id };
    const rows = {
      tokens: await tables.tokens.select(tx, where),
      subscriptions: await tables.subscriptions.select(tx, where),
      compensations: await tables.compensations.select(tx, where),
    };
    state.loadTokens(rows.tokens);
    state.loadSubscriptions(rows.subscriptions);
    state.loadCompensations(rows.compensations);
    state.markComplete();
    return rows;
  }

  static create(tx: Tx, record: InstanceRecord): InstanceSession {
    const state = new InstanceState(coreRow(record));
    state.markComplete();
    return new InstanceSession(tx, record, state, true, record.revision);
  }

  get instance(): InstanceRow {
    return this.state.instance;
  }

  get reader(): StateReader {
    return this.state;
  }

  /** Is it still there? For rows of the planes that the command has loaded. */
  holdsToken(tokenId: string): boolean {
    return this.state.tokens.get(tokenId) !== undefined;
  }

  /** What is still waited for on the planes that the command has loaded. */
  async heldSubscription(id: string): Promise<SubscriptionRow | undefined> {
    await this.loadSubscriptions();
    return this.state.subscriptions.get(id);
  }

  planeOfToken(tokenId: string): string {
    return this.state.planeOfToken(tokenId);
  }

  /**
   * Runs a pure step. When it asks for rows that were not loaded they are loaded and it runs again from the start: the
   * step must not change anything outside.
   */
  async run(step: (reader: StateReader) => Applied): Promise<Applied> {
    const applied = await this.read(step);
    this.state.absorb(applied.changes, this.tx.now);
    return applied;
  }

  /** Reads with whatever has to be loaded for it: it may look again from the start. */
  async read<Result>(look: (reader: StateReader) => Result): Promise<Result> {
    for (;;) {
      try {
        return look(this.state);
      } catch (error) {
        if (!(error instanceof RowsNotLoaded)) throw error;
        await this.loadMore(error);
      }
    }
  }

  /** Adds the difference to the writes of the command. The row version guards against a writer that did not take the lock. */
  flush(writes: Writes): void {
    const { tx, record, state } = this;
    this.followTokens();
    record.revision = this.loadedRevision + 1;
    const changedMeanwhile = () => conflict('instance.changedMeanwhile', { instanceId: record.id });
    this.writeInstance(writes, changedMeanwhile);
    state.tokens.flush(tables.tokens.laterOn(tx.db, writes), changedMeanwhile);
    state.subscriptions.flush(tables.subscriptions.laterOn(tx.db, writes), changedMeanwhile);
    state.compensations.flush(tables.compensations.laterOn(tx.db, writes), changedMeanwhile);
  }

  /** The row of the instance says what its tokens did. Nothing is written: also for an instance that is in memory only. */
  followTokens(): void {
    const { record, state } = this;
    const { status, variables, nextSequence } = state.instance;
    const isSuspended = record.status === 'suspended' && status === 'running';
    Object.assign(record, { status: isSuspended ? 'suspended' : status, variables, nextSequence });
    if (status !== 'running') record.endedAt ??= this.tx.now;
  }

  /** Those that are loaded. */
  get tokens(): readonly TokenRecord[] {
    return [...this.state.tokens.values()];
  }

  /** Those that are loaded. */
  get subscriptions(): readonly SubscriptionRecord[] {
    return [...this.state.subscriptions.values()];
  }

  private writeInstance(writes: Writes, changedMeanwhile: () => Error): void {
    const { tx, record } = this;
    const later = tables.instances.laterOn(tx.db, writes);
    if (this.isNew) return later.insert([record]);
    const { id, ...changes } = record;
    later.updateOne({ id, revision: this.loadedRevision }, changes, changedMeanwhile);
  }

  private async loadMore({ wanted }: RowsNotLoaded): Promise<void> {
    const { state, tx } = this;
    const where = { instanceId: this.record.id };
    switch (wanted.rows) {
      case 'subscriptions':
        return this.loadSubscriptions();
      case 'planes':
        return this.loadPlanes();
      case 'everything':
        state.loadTokens(await tables.tokens.select(tx, where));
        state.loadSubscriptions(await tables.subscriptions.select(tx, where));
        return state.markTokensComplete();
      case 'childAt': {
        const at = {
          parentId: wanted.tokenId,
          elementId: [...wanted.elementIds],
          id: { [Op.notIn]: this.tokens.map(({ id }) => id) },
        };
        const [row] = await tables.tokens.select(tx, { ...where, ...at }, { limit: 1 });
        return state.markFound(wanted, row);
      }
      case 'conditions':
        state.addSubscriptions(await tables.subscriptions.select(tx, { ...where, kind: 'condition' }));
        return state.markConditionsComplete();
      case 'compensations':
        return state.loadCompensations(await tables.compensations.select(tx, where, { order: [['sequence', 'ASC']] }));
    }
  }

  private async loadSubscriptions(): Promise<void> {
    const where = { instanceId: this.record.id, plane: [...this.planes], ...(this.path ? { tokenId: [...this.path] } : {}) };
    this.state.loadSubscriptions(this.path?.length === 0 ? [] : await tables.subscriptions.select(this.tx, where));
  }
}

/** The rows below an instance that the interpreter reads. */
export interface InstanceRows {
  readonly tokens: readonly TokenRecord[];
  readonly subscriptions: readonly SubscriptionRecord[];
  readonly compensations: readonly CompensationRecord[];
}

/** An instance as the interpreter reads it, of rows that are there already: to find out what a command would do. */
export function readerOfRows(record: InstanceRecord, { tokens, subscriptions, compensations }: InstanceRows): StateReader {
  const state = new InstanceState(coreRow(record));
  state.loadTokens(tokens);
  state.loadSubscriptions(subscriptions);
  state.loadCompensations(compensations);
  state.markComplete();
  return state;
}

/** Suspension is ours: to the interpreter a suspended instance is running, only no command reaches it. */
function coreRow(record: InstanceRecord): InstanceRow {
  const { id, processId, variables, nextSequence } = record;
  return { id, processId, variables, nextSequence, status: record.status === 'suspended' ? 'running' : record.status };
}
