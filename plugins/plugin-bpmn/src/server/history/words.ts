import type { Json } from '@wuxin/bpmn-core';
import type { HistoryPayloadRecord, HistoryRecord } from '../store';

/** What somebody wrote beside an act: why, or to whom it concerns. Everybody who reads the history reads it. */
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
  const ofEarlierBuild = row.actorId === null ? null : textOrNull(row.data.reason);
  const written = [payload?.opinion, payload?.reason, payload?.note, payload?.message].map(textOrNull);
  return written.find((text) => text !== null) ?? ofEarlierBuild;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
