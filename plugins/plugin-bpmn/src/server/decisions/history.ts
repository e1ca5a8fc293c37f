import type { DecisionTable } from '@wuxin/decision';
import type { ReadAt } from '../runtime/read-at';
import { findVersions } from './store';
import type { DecisionVersion } from './types';

/** All versions of a table, also those that a pack offers, the newest first. */
export function decisionHistory(tx: ReadAt, key: string): Promise<readonly DecisionVersion[]> {
  return findVersions(tx, key);
}

/** The number of the newest version of a table that says the same as what a process froze; null where none does. */
export async function versionNumberOf(tx: ReadAt, table: DecisionTable): Promise<number | null> {
  const frozen = JSON.stringify(table);
  const versions = await findVersions(tx, table.key);
  return versions.find((version) => JSON.stringify(version.table) === frozen)?.number ?? null;
}
