import type { Json } from '@wuxin/bpmn-core';
import type { HistoryPayloadRecord, HistoryRecord } from '../store';

/** What somebody wrote beside an act: why, to whom they remind, or to whom they send a copy. */
interface Words {
  readonly reason?: string;
  readonly message?: string;
  readonly note?: string;
}

/** Words may name other people: they are the erasable payload of an event. @returns undefined where nothing was written */
export function written(words: Words): Record<string, Json> | undefined {
  const entries = Object.entries(words).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/**
 * The words that stand beside an event in the history. Rows of builds before 26 November 2026 have a person's reason among
 * the facts, where the hash holds it, and codes under the same name where the engine acted.
 * @returns null where nothing was written, or it was erased
 */
export function wordsOf(row: HistoryRecord, payload: HistoryPayloadRecord['payload'] | undefined): string | null {
  if (payload) return firstOf(payload);
  return row.actorId === null ? null : firstOf(row.data);
}

function firstOf({ opinion, reason, message, note }: Readonly<Record<string, unknown>>): string | null {
  return textOrNull(opinion) ?? textOrNull(reason) ?? textOrNull(message) ?? textOrNull(note);
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
