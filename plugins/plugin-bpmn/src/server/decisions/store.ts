import type { DecisionTable } from '@wuxin/decision';
import { Op } from 'sequelize';
import type { ReadAt } from '../runtime/read-at';
import type { Tx } from '../runtime/tx';
import { Table } from '../store';
import type { DecisionVersion } from './types';

const decisions = new Table<DecisionVersion>('bpmnDecisions', {
  id: 'text',
  key: 'text',
  number: 'number',
  name: 'text',
  table: 'json',
  isActive: 'boolean',
  origin: 'text',
  changedAt: 'number',
  changedById: 'number',
  changedByName: 'text',
  reason: 'text',
});

/** Null: all of them. In the order of their keys. */
export function findActive(tx: ReadAt, keys: readonly string[] | null): Promise<readonly DecisionVersion[]> {
  const among = keys === null ? {} : { key: { [Op.in]: [...keys] } };
  return decisions.select(tx, { ...among, isActive: true }, { order: [['key', 'ASC']] });
}

/** Without the tables, which may be long. */
const FACTS = ['number', 'origin', 'isActive', 'changedAt', 'changedById', 'changedByName', 'reason'] as const;
export type VersionFacts = Pick<DecisionVersion, (typeof FACTS)[number]>;

/** What is known of every version of a table, the newest first. */
export function findFacts(tx: ReadAt, key: string): Promise<readonly VersionFacts[]> {
  return decisions.selectColumns(tx, FACTS, { key }, { order: [['number', 'DESC']] });
}

export function findVersion(tx: ReadAt, key: string, number: number): Promise<DecisionVersion | undefined> {
  return decisions.find(tx, { key, number });
}

export type DecisionVersionFacts = Pick<DecisionVersion, 'key' | 'number' | 'changedById' | 'changedByName'>;

/** What was made of these tables since they were as `frozen`: each active one, and those before it down to the frozen one, by whoever. */
export async function decisionsSince(
  tx: ReadAt,
  keys: readonly string[],
  frozen: Readonly<Record<string, DecisionTable>>,
): Promise<DecisionVersionFacts[]> {
  if (keys.length === 0) return [];
  const rows = await decisions.select(tx, { key: [...keys] }, { order: [['key', 'ASC'], ['number', 'DESC']] }); // prettier-ignore
  return keys.flatMap((key) => {
    const own = rows.filter((row) => row.key === key);
    const upToActive = own.slice(own.findIndex(({ isActive }) => isActive));
    const before = frozen[key] && JSON.stringify(frozen[key]);
    const known = upToActive.findIndex(({ table }) => JSON.stringify(table) === before);
    return known < 0 ? upToActive : upToActive.slice(0, known);
  });
}

/** All versions of a table, the newest first. */
export function findVersions(tx: ReadAt, key: string): Promise<readonly DecisionVersion[]> {
  return decisions.select(tx, { key }, { order: [['number', 'DESC']] });
}

/** {@link findVersions}; changes of one table wait for each other here. */
export function lockVersions(tx: Tx, key: string): Promise<readonly DecisionVersion[]> {
  return decisions.select(tx, { key }, { order: [['number', 'DESC']], forUpdate: true });
}

/** Adds a version; an active one takes the place of the one that was. */
export async function addVersion(tx: Tx, version: DecisionVersion): Promise<void> {
  if (version.isActive) await decisions.update(tx, { key: version.key, isActive: true }, { isActive: false });
  await decisions.insert(tx, [version]);
}
