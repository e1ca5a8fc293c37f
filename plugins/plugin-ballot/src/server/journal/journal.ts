import { Journal, textOf, type JournalEvent, type Locale, type Tx } from '@wuxin/plugin-bpmn';
import type { JournalRow } from '../../common/api';
import { tables, type JournalRecord } from '../store';

/** Of meetings, rules and meeting types. */
export const journal = new Journal<JournalRecord>(tables.journal, 'meetingId');

/**
 * Goes on with the chain of a meeting, whose row must be locked, or of a rule or meeting type. No event has a name of a voter or anything of a
 * secret vote.
 *
 * @param subject id of the meeting, `rule:key` or `meetingType:key`
 * @param by null: the engine itself
 */
export const appendJournal = (
  tx: Tx,
  subject: string,
  by: { readonly userId: number; readonly name: string } | null,
  events: readonly JournalEvent[],
): Promise<void> => journal.append(tx, subject, by, events);

export const journalOf = (tx: Tx, subject: string): Promise<JournalRecord[]> => journal.rowsOf(tx, subject);

/** The chain as people read it. */
export async function journalView(tx: Tx, subject: string, locale: Locale): Promise<JournalRow[]> {
  return (await journalOf(tx, subject)).map((row) => rowView(row, locale));
}

function rowView({ sequence, kind, data, actorId, actorName, at, hash }: JournalRecord, locale: Locale): JournalRow {
  const by = actorId === null ? null : { id: actorId, name: actorName ?? '' };
  return { sequence, kind, text: textOf(locale, `journal.${kind}`, data), by, at, hash };
}
