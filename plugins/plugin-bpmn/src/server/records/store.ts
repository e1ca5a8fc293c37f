import type { Collection, Database } from '@nocobase/database';
import { Op, type Transaction, type WhereOptions } from 'sequelize';
import { tables, type InstanceRecord } from '../store';
import type { OwnedBy } from './owned';

interface Asked {
  readonly db: Database;
  readonly transaction?: Transaction;
}

const OPEN = ['running', 'suspended'];

/** An open instance that one of these records belongs to. */
export async function openInstanceOf(
  asked: Asked,
  recordCollection: string,
  recordIds: readonly string[],
): Promise<InstanceRecord | undefined> {
  if (recordIds.length === 0) return undefined;
  return tables.instances.find(asked, { recordCollection, recordId: [...recordIds], status: OPEN });
}

/** An open instance whose record is among those that a statement without row hooks would change. */
export async function openInstanceAmong(
  asked: Asked,
  collection: Collection,
  where: WhereOptions | undefined,
): Promise<InstanceRecord | undefined> {
  const open = await tables.instances.select(asked, { recordCollection: collection.name, status: OPEN });
  if (open.length === 0) return undefined;
  const key = collection.filterTargetKey as string; // one key: processes have no records with several
  const ids = open.map(({ recordId }) => recordId);
  const row = await collection.model.findOne({
    attributes: [key],
    where: { [Op.and]: [where ?? {}, { [key]: ids }] },
    raw: true,
    transaction: asked.transaction,
  });
  const found = (row as Record<string, unknown> | null)?.[key]; // `raw` gives a plain object
  return open.find(({ recordId }) => recordId === String(found));
}

/** The records that own rows with these foreign keys. */
export async function recordsOwning(
  asked: Asked,
  { owner, further, keys }: OwnedBy & { readonly keys: readonly unknown[] },
): Promise<string[]> {
  let at = owner;
  let ids = known(keys);
  for (const { owner: next, foreignKey } of further) {
    if (ids.length === 0) return [];
    const collection = asked.db.getCollection(at);
    const key = collection.filterTargetKey as string; // one key, as of records
    const rows = await collection.model.findAll({
      attributes: [foreignKey],
      where: { [key]: ids },
      raw: true,
      transaction: asked.transaction,
    });
    ids = known(rows.map((row) => (row as unknown as Record<string, unknown>)[foreignKey])); // `raw` gives plain objects
    at = next;
  }
  return ids;
}

const known = (keys: readonly unknown[]): string[] => [
  ...new Set(keys.flatMap((key) => (typeof key === 'string' || typeof key === 'number' ? [String(key)] : []))),
];
