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
