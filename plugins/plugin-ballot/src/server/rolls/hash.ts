import { canonicalJson } from '@wuxin/plugin-bpmn';
import type { Json } from '@wuxin/bpmn-core';
import { createHash } from 'node:crypto';
import type { RollEntryRecord } from '../store';

/** SHA-256 of what a roll says, in the order of its numbers. Who has a slip is no part of it. */
export function hashOfRoll(entries: readonly RollEntryRecord[]): string {
  const facts = entries
    .toSorted((a, b) => a.number - b.number)
    .map(({ id: _, rollId: __, hasSlip: ___, ...entry }): Json => ({ ...entry }));
  return createHash('sha256').update(canonicalJson(facts)).digest('hex');
}
