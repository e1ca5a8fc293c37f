import type { Applied, InstanceRow, StateReader, SubscriptionRow } from '@wuxin/bpmn-core';
import { conflict, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { InstanceState } from './instance-state';
import { RowsNotLoaded } from './rows-not-loaded';
import type { InstanceRecord } from './rows';
import { tables } from './tables';
import { enclosingPlanes, MAIN_PLANE } from './planes';

/**
 * One instance inside one transaction: its row is locked, only the planes that the command can touch are loaded, changes
 * gather in memory and go out as multi-row statements in {@link flush}.
 */
export class InstanceSession {
  private constructor(
    private readonly tx: Tx,
    readonly record: InstanceRecord,
    private readonly state: InstanceState,
    private readonly isNew: boolean,
    private readonly loadedRevision: number,
  ) {}

  /** Locks the instance first: every command takes this lock before any other row of the instance. */
  static async open(tx: Tx, instanceId: string, plane: string = MAIN_PLANE): Promise<InstanceSession> {
    const record = await tables.instances.find(tx, { id: instanceId }, { forUpdate: true });
    if (!record) throw notFound('instance.notFound', { instanceId });
    const state = new InstanceState(coreRow(record));
    const where = { instanceId, plane: enclosingPlanes(plane) };
    state.load({
      tokens: await tables.tokens.select(tx, where),
      subscriptions: await tables.subscriptions.select(tx, where),
    });
    return new InstanceSession(tx, record, state, false, record.revision);
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

  heldSubscription(id: string): SubscriptionRow | undefined {
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
    for (;;) {
      try {
        const applied = step(this.state);
        this.state.absorb(applied.changes, this.tx.now);
        return applied;
      } catch (error) {
        if (!(error instanceof RowsNotLoaded)) throw error;
        await this.loadMore(error);
      }
    }
  }

  /** Writes the difference. The row version guards against a writer that did not take the lock. */
  async flush(): Promise<void> {
    const { tx, record, state } = this;
    const { status, variables, nextSequence } = state.instance;
    const isSuspended = record.status === 'suspended' && status === 'running';
    Object.assign(record, {
      status: isSuspended ? 'suspended' : status,
      variables,
      nextSequence,
      revision: this.loadedRevision + 1,
    });
    if (status !== 'running') record.endedAt ??= tx.now;
    await this.writeInstance();
    await state.tokens.flush(tx, tables.tokens);
    await state.subscriptions.flush(tx, tables.subscriptions);
    await state.compensations.flush(tx, tables.compensations);
  }

  private async writeInstance(): Promise<void> {
    const { tx, record } = this;
    if (this.isNew) return tables.instances.insert(tx, [record]);
    const { id, ...changes } = record;
    const written = await tables.instances.update(tx, { id, revision: this.loadedRevision }, changes);
    if (written !== 1) throw conflict('instance.changedMeanwhile', { instanceId: id });
  }

  private async loadMore({ rows }: RowsNotLoaded): Promise<void> {
    const where = { instanceId: this.record.id };
    switch (rows) {
      case 'everything':
        this.state.load({
          tokens: await tables.tokens.select(this.tx, where),
          subscriptions: await tables.subscriptions.select(this.tx, where),
        });
        return this.state.markPlanesComplete();
      case 'conditions':
        this.state.load({
          tokens: [],
          subscriptions: await tables.subscriptions.select(this.tx, { ...where, kind: 'condition' }),
        });
        return this.state.markConditionsComplete();
      case 'compensations':
        return this.state.loadCompensations(await tables.compensations.select(this.tx, where, { order: [['sequence', 'ASC']] }));
    }
  }
}

/** Suspension is ours: to the interpreter a suspended instance is running, only no command reaches it. */
function coreRow(record: InstanceRecord): InstanceRow {
  const { id, processId, variables, nextSequence } = record;
  return { id, processId, variables, nextSequence, status: record.status === 'suspended' ? 'running' : record.status };
}
