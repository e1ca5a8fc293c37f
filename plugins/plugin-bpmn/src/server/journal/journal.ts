import type { Json } from '@wuxin/bpmn-core';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import type { ReadTx, Table } from '../store';
import { GENESIS, hashOfRow, type ChainedRow } from './chain';

/** What was done; `data` has numbers and ids, never personal data. */
export interface JournalEvent {
  readonly kind: string;
  readonly data: Readonly<Record<string, Json>>;
}

interface Doer {
  readonly userId: number;
  readonly name: string;
}

/** Journals that a plugin keeps in a table of its own, one chain for each subject. */
export class Journal<Row extends ChainedRow> {
  /**
   * @param subjectColumn column of the table that names what a chain is about; one unique index covers it and `sequence`
   */
  constructor(
    private readonly table: Table<Row>,
    private readonly subjectColumn: keyof Row & string,
  ) {}

  /**
   * Goes on with the chain of a subject, whose own row must be locked.
   *
   * @param by null: the engine itself
   */
  async append(tx: Tx, subject: string, by: Doer | null, events: readonly JournalEvent[]): Promise<void> {
    if (events.length === 0) return;
    const last = await this.table.find(tx, { [this.subjectColumn]: subject }, { order: [['sequence', 'DESC']] });
    let before: ChainedRow | undefined = last;
    const rows: ChainedRow[] = [];
    for (const { kind, data } of events) {
      const facts = {
        [this.subjectColumn]: subject,
        sequence: (before?.sequence ?? 0) + 1,
        kind,
        data: { ...data },
        actorId: by?.userId ?? null,
        actorName: by?.name ?? null,
        at: tx.now,
        previousHash: before?.hash ?? GENESIS,
      };
      before = { ...facts, id: engineOf(tx.db).newId(), hash: hashOfRow(facts) };
      rows.push(before);
    }
    await this.table.insert(tx, rows as Row[]); // with their subject each is a whole row
  }

  rowsOf(tx: ReadTx, subject: string): Promise<Row[]> {
    return this.table.select(tx, { [this.subjectColumn]: subject }, { order: [['sequence', 'ASC']] });
  }
}
