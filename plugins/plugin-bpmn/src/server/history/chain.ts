import { createHash } from 'node:crypto';
import type { Json } from '@wuxin/bpmn-core';
import type { HistoryRecord } from '../store';

/** The hash before the first row of an instance. */
export const GENESIS = '0'.repeat(64);

/** Keys sorted at every depth: the same facts give the same bytes on every machine. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** What a row's hash covers: everything but its id and the hash itself. Personal values are in as a digest only. */
export function hashOf(row: Omit<HistoryRecord, 'hash' | 'id'>): string {
  const { previousHash, ...facts } = row;
  return createHash('sha256')
    .update(previousHash)
    .update(canonicalJson(facts as unknown as Json)) // a row holds JSON only
    .digest('hex');
}

/** Salted, so that a short value (a name, a vote count) cannot be guessed from its digest. */
export function digestOf(salt: string, payload: Json): string {
  return createHash('sha256').update(salt).update(canonicalJson(payload)).digest('hex');
}
