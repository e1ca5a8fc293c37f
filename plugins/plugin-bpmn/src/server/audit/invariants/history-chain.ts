import { verifyChain } from '../../history';
import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/**
 * The history of a case is what was written: no row is changed, missing, added or out of order. The instance keeps the number
 * and the hash of the last row, so that rows cut off at the end are missed too.
 */
export const historyChain: CaseInvariant = {
  name: 'history.chain',
  scope: 'case',
  *check(audited) {
    const { instance, history, payloads } = audited;
    const found = verifyChain(history, payloads, instance);
    if (!found) return;
    const { sequence, fault } = found;
    const row = history.find((candidate) => candidate.sequence === sequence);
    yield brokenRow(audited, 'bpmnHistory', row?.id ?? `${instance.id}:h${sequence}`, { fault, sequence });
  },
};
