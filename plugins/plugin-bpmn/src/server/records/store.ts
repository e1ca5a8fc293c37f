import type { Collection, Database } from '@nocobase/database';
import { Op, type Transaction, type WhereOptions } from 'sequelize';
import { tables, type InstanceRecord } from '../store';

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
