import type { Collection, Database } from '@nocobase/database';
import { Op, type Transaction, type WhereOptions } from 'sequelize';
import { tables, type InstanceRecord } from '../store';
import type { OwnedBy } from './owned';

interface Asked {
  readonly db: Database;
  readonly transaction?: Transaction;
}

const OPEN = ['running', 'suspended'];

/** The open instance that a record belongs to. */
export function openInstanceOf(asked: Asked, collection: Collection, recordId: string): Promise<InstanceRecord | undefined> {
  return tables.instances.find(asked, { recordCollection: collection.name, recordId, status: OPEN });
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

/** The open instance of a record that owns rows with these foreign keys. */
export async function openInstanceOwning(
  asked: Asked,
  { recordCollection, owner, further, keys }: OwnedBy & { readonly keys: readonly unknown[] },
): Promise<InstanceRecord | undefined> {
  let at = owner;
  let ids = known(keys);
  for (const { owner: next, foreignKey } of further) {
    if (ids.length === 0) return undefined;
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
  if (ids.length === 0) return undefined;
  return tables.instances.find(asked, { recordCollection, recordId: ids, status: OPEN });
}

const known = (keys: readonly unknown[]): string[] => [
  ...new Set(keys.flatMap((key) => (typeof key === 'string' || typeof key === 'number' ? [String(key)] : []))),
];
