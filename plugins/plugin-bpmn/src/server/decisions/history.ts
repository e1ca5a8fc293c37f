import type { ReadAt } from '../runtime/read-at';
import { findVersions } from './store';
import type { DecisionVersion } from './types';

/** All versions of a table, also those that a pack offers, the newest first. */
export function decisionHistory(tx: ReadAt, key: string): Promise<readonly DecisionVersion[]> {
  return findVersions(tx, key);
}
