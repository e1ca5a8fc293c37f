import type { Json } from '@wuxin/bpmn-core';
import { SYSTEM, type ActorOrSystem } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import type { Table } from '../store';
import type { ChainedRow } from './chain';
import type { Journal, JournalEvent } from './journal';

interface RevisedRow {
  readonly id: string;
  /** The number of rows of its journal. */
  readonly revision: number;
}

interface Keeping<Row extends RevisedRow, Entry extends ChainedRow> {
  readonly table: Table<Row>;
  readonly journal: Journal<Entry>;
  /** Before the kinds of its events, where its journal is shared with other things. */
  readonly kindPrefix?: string;
}

/**
 * A row of a plugin that is locked until the command ends: what the command changes and notes is written once, at its end.
 * What changes is noted, and what was not noted did not happen.
 */
export abstract class LockedRow<Row extends RevisedRow, Entry extends ChainedRow> {
  private readonly events: JournalEvent[] = [];
  private readonly followers: ((tx: Tx) => Promise<void>)[] = [];
  protected changes: Partial<Row> = {};

  protected constructor(
    protected readonly tx: Tx,
    private readonly row: Row,
    private readonly keeping: Keeping<Row, Entry>,
  ) {}

  /** With what the command has changed so far. */
  protected get current(): Row {
    return { ...this.row, ...this.changes };
  }

  change(changes: Partial<Row>): void {
    this.changes = { ...this.changes, ...changes };
  }

  /** For the journal: numbers and ids, no names, no texts and nothing of a secret vote. */
  note(kind: string, data: Readonly<Record<string, Json>> = {}): void {
    this.events.push({ kind: `${this.keeping.kindPrefix ?? ''}${kind}`, data });
  }

  /** What others do because of it, once everything is written. */
  afterwards(follow: (tx: Tx) => Promise<void>): void {
    this.followers.push(follow);
  }

  async save(by: ActorOrSystem | null): Promise<void> {
    const { id, revision } = this.row;
    if (this.events.length === 0) {
      if (Object.keys(this.changes).length > 0)
        throw new Error(`a change of ${this.keeping.table.collection} is noted in its journal`);
      return;
    }
    const { table, journal } = this.keeping;
    await table.update(this.tx, { id }, { ...this.changes, revision: revision + this.events.length });
    await journal.append(this.tx, id, by === SYSTEM ? null : by, this.events);
    for (const follow of this.followers) await follow(this.tx);
  }
}
