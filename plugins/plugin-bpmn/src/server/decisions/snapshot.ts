import type { ReadAt } from '../runtime/read-at';
import { conflict } from '../runtime/errors';
import { findActive } from './store';
import type { DecisionSnapshot } from './types';

/**
 * The active tables as a version of a process freezes them.
 * Throws `decision.notDefined` when a process refers to a table that does not exist.
 */
export async function snapshotDecisions(tx: ReadAt, keys: readonly string[]): Promise<DecisionSnapshot> {
  const found = await findActive(tx, keys);
  const missing = keys.filter((key) => !found.some((version) => version.key === key));
  if (missing.length > 0) throw conflict('decision.notDefined', { keys: missing });
  return Object.fromEntries(found.map(({ key, table }) => [key, table]));
}
