import { canonicalJson } from '@wuxin/plugin-bpmn';
import type { Json } from '@wuxin/bpmn-core';
import { createHash } from 'node:crypto';
import type { JournalRecord } from '../store';

/** The hash before the first row of a journal. */
export const GENESIS = '0'.repeat(64);

/** What a row's hash covers: everything but its id and the hash itself. */
export function hashOf({ previousHash, ...facts }: Omit<JournalRecord, 'id' | 'hash'>): string {
  return createHash('sha256')
    .update(previousHash)
    .update(canonicalJson(facts as unknown as Json)) // a row holds JSON only
    .digest('hex');
}

/** @returns the number of the first row that does not follow from the one before; undefined when the chain is whole */
export function brokenAt(rows: readonly JournalRecord[]): number | undefined {
  let previousHash = GENESIS;
  for (const [index, { id: _, hash, ...facts }] of rows.entries()) {
    const follows = facts.sequence === index + 1 && facts.previousHash === previousHash && hashOf(facts) === hash;
    if (!follows) return index + 1;
    previousHash = hash;
  }
  return undefined;
}
