import type { HistoryPayloadRecord, HistoryRecord } from '../store';
import { digestOf, GENESIS, hashOf } from './chain';

export type ChainFault = {
  readonly sequence: number;
  readonly fault: 'missingRow' | 'changedRow' | 'brokenLink' | 'changedPayload' | 'wrongHead';
};

/**
 * Checks the rows of one instance, in order of sequence, against each other and against the head that the instance keeps.
 * @returns the first fault; undefined when the chain is whole. Erased payloads are no fault.
 */
export function verifyChain(
  rows: readonly HistoryRecord[],
  payloads: ReadonlyMap<string, HistoryPayloadRecord>,
  head: { readonly historySequence: number; readonly historyHash: string },
): ChainFault | undefined {
  let previousHash = GENESIS;
  for (const [index, row] of rows.entries()) {
    const { id, hash, ...facts } = row;
    const payload = payloads.get(id);
    if (row.sequence !== index + 1) return { sequence: index + 1, fault: 'missingRow' };
    if (row.previousHash !== previousHash) return { sequence: row.sequence, fault: 'brokenLink' };
    if (hashOf(facts) !== hash) return { sequence: row.sequence, fault: 'changedRow' };
    if (payload && digestOf(payload.salt, payload.payload) !== row.payloadDigest)
      return { sequence: row.sequence, fault: 'changedPayload' };
    previousHash = hash;
  }
  const isWhole = rows.length === head.historySequence && previousHash === head.historyHash;
  return isWhole
    ? undefined
    : { sequence: rows.length + 1, fault: rows.length < head.historySequence ? 'missingRow' : 'wrongHead' };
}
