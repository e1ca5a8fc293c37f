import type { ReadAt } from '../runtime/read-at';
import { findActive, findVersions } from './store';
import type { DecisionVersion } from './types';

/** The tables that hold now, in the order of their keys. */
export function activeDecisions(tx: ReadAt): Promise<readonly DecisionVersion[]> {
  return findActive(tx, null);
}

/** All versions of a table, also those that a pack offers, the newest first. */
export function decisionHistory(tx: ReadAt, key: string): Promise<readonly DecisionVersion[]> {
  return findVersions(tx, key);
}
