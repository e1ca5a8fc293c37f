import { textOf, type Locale, type Tx } from '@wuxin/plugin-bpmn';
import type { JournalRow } from '../../common/api';
import { tables, type JournalRecord } from '../store';

export const journalOf = (tx: Tx, subject: string): Promise<JournalRecord[]> =>
  tables.journal.select(tx, { meetingId: subject }, { order: [['sequence', 'ASC']] });

/** The chain as people read it. */
export async function journalView(tx: Tx, subject: string, locale: Locale): Promise<JournalRow[]> {
  return (await journalOf(tx, subject)).map((row) => rowView(row, locale));
}

function rowView({ sequence, kind, data, actorId, actorName, at, hash }: JournalRecord, locale: Locale): JournalRow {
  const by = actorId === null ? null : { id: actorId, name: actorName ?? '' };
  return { sequence, kind, text: textOf(locale, `journal.${kind}`, data), by, at, hash };
}
