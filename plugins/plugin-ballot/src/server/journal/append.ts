import { engineOf, type Tx } from '@wuxin/plugin-bpmn';
import type { Json } from '@wuxin/bpmn-core';
import { tables, type JournalRecord } from '../store';
import { GENESIS, hashOf } from './chain';

/** What was done; `data` has numbers and ids, never a name of a voter nor anything of a secret vote. */
export interface JournalEvent {
  readonly kind: string;
  readonly data: Readonly<Record<string, Json>>;
}

interface Doer {
  readonly userId: number;
  readonly name: string;
}

/**
 * Goes on with the chain of a meeting, whose row must be locked, or of a rule or meeting type.
 *
 * @param subject id of the meeting, `rule:key` or `meetingType:key`
 * @param by null: the engine itself
 */
export async function appendJournal(tx: Tx, subject: string, by: Doer | null, events: readonly JournalEvent[]): Promise<void> {
  if (events.length === 0) return;
  const last = await tables.journal.find(tx, { meetingId: subject }, { order: [['sequence', 'DESC']] });
  const rows: JournalRecord[] = [];
  for (const { kind, data } of events) {
    const before = rows.at(-1) ?? last;
    const row = {
      meetingId: subject,
      sequence: (before?.sequence ?? 0) + 1,
      kind,
      data: { ...data },
      actorId: by?.userId ?? null,
      actorName: by?.name ?? null,
      at: tx.now,
      previousHash: before?.hash ?? GENESIS,
    };
    rows.push({ ...row, id: engineOf(tx.db).newId(), hash: hashOf(row) });
  }
  await tables.journal.insert(tx, rows);
}
