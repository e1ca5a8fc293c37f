import type { Json } from '@wuxin/bpmn-core';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../history';

/** A row of a journal beside its subject; the hash of each covers the one before it. */
export interface ChainedRow {
  readonly id: string;
  readonly sequence: number;
  readonly kind: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly actorId: number | null;
  readonly actorName: string | null;
  readonly at: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The hash before the first row of a journal. */
export const GENESIS = '0'.repeat(64);

/** What a row's hash covers: everything but its id and the hash itself. */
export function hashOfRow(row: Omit<ChainedRow, 'id' | 'hash'>): string {
  const { previousHash, id: _, hash: __, ...facts } = { id: '', hash: '', ...row };
  return createHash('sha256')
    .update(previousHash)
    .update(canonicalJson(facts as unknown as Json)) // a row holds JSON only
    .digest('hex');
}

/** @returns the number of the first row that does not follow from the one before; undefined when the chain is whole */
export function brokenAt(rows: readonly ChainedRow[]): number | undefined {
  let previousHash = GENESIS;
  for (const [index, row] of rows.entries()) {
    const follows = row.sequence === index + 1 && row.previousHash === previousHash && hashOfRow(row) === row.hash;
    if (!follows) return index + 1;
    previousHash = row.hash;
  }
  return undefined;
}
