import { Op, type WhereOptions } from 'sequelize';
import { tables, type InstanceRecord, type ReadTx } from '../store';
import type { LoadedVersion } from '../versions';

const OPEN: InstanceRecord['status'][] = ['running', 'suspended'];

/** Open cases of a version, or those of them that stand at an element. Index: (versionId, status); tokens by their case. */
export function casesOf({ db }: ReadTx, { record }: LoadedVersion, at?: string): WhereOptions {
  const open = { versionId: record.id, status: OPEN };
  if (at === undefined) return open;
  return { ...open, id: tables.tokens.among(db, 'instanceId', { elementId: at, instanceId: openIds({ db }, record.id) }) };
}

export async function caseIds(tx: ReadTx, version: LoadedVersion, at?: string): Promise<string[]> {
  const rows = await tables.instances.selectColumns(tx, ['id'], casesOf(tx, version, at), { order: [['id', 'ASC']] });
  return rows.map(({ id }) => id);
}

/** A page of them, in the order of their ids. */
export function casesAfter(
  tx: ReadTx,
  version: LoadedVersion,
  { at, after, limit }: { readonly at?: string; readonly after?: string; readonly limit: number },
): Promise<InstanceRecord[]> {
  const behind = after === undefined ? {} : tables.instances.after('id', after);
  return tables.instances.select(tx, { [Op.and]: [casesOf(tx, version, at), behind] }, { order: [['id', 'ASC']], limit });
}

/** How many open cases of a version stand at each of its elements, in one statement. */
export async function casesByElement(tx: ReadTx, { record }: LoadedVersion): Promise<ReadonlyMap<string, number>> {
  const where = { instanceId: openIds(tx, record.id) };
  const rows = await tables.tokens.countDistinctBy(tx, ['elementId'], { distinct: 'instanceId', where });
  return new Map(rows.map(({ elementId, count }) => [elementId, count]));
}

const openIds = ({ db }: Pick<ReadTx, 'db'>, versionId: string) => tables.instances.among(db, 'id', { versionId, status: OPEN });
