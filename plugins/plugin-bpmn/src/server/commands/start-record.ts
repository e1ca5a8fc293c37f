import type { Collection, Filter, Model } from '@nocobase/database';
import type { Json } from '@wuxin/bpmn-core';
import { mustNotBeLocked, underCommand } from '../records';
import { badInput, conflict, forbidden } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type ProcessRecord } from '../store';
import type { StartRequest } from './start-instance';

interface Start {
  readonly request: Pick<StartRequest, 'record' | 'recordId' | 'recordScope' | 'parent' | 'placeId'>;
  readonly process: ProcessRecord;
  readonly title: string;
}

/**
 * The key of the record that a new instance is about: a new one, or one that exists and that no open instance is about. A
 * called instance works on its caller's.
 */
export async function recordOfStart(tx: Tx, { request, process, title }: Start): Promise<string | null> {
  if (!process.recordCollection) return null;
  const collection = tx.db.getCollection(process.recordCollection);
  if (!collection) throw badInput('record.noCollection', { collection: process.recordCollection });
  const { recordId } = request;
  if (recordId === undefined || recordId === null) {
    const known = { title, place: request.placeId ?? null };
    return createRecord(tx, collection, { known, values: request.record ?? {} });
  }
  if (request.parent) return recordId;
  await lockRecord(tx, collection, recordId);
  if (request.recordScope) await mustBeInScope(tx, collection, { recordId, filter: request.recordScope });
  const open = await tables.instances.find(tx, {
    recordCollection: collection.name,
    recordId,
    status: ['running', 'suspended'],
  });
  if (open) throw conflict('record.hasOpenInstance', { title: open.title });
  await mustNotBeLocked({ db: tx.db, transaction: tx.transaction, collection: collection.name, recordIds: [recordId] });
  return recordId;
}

/** Two starts about one record wait for each other here. @throws bad input `record.notFound` */
async function lockRecord(tx: Tx, collection: Collection, recordId: string): Promise<void> {
  const key = collection.filterTargetKey as string; // one key: processes have no records with several
  const attribute = collection.model.getAttributes()[key];
  const isWhole = /INT/.test(String((attribute?.type as { key?: string } | undefined)?.key)); // Sequelize's name of the type
  const row: unknown =
    isWhole && !/^\d{1,18}$/.test(recordId)
      ? null
      : await collection.model.findOne({
          where: { [key]: recordId },
          transaction: tx.transaction,
          lock: tx.transaction.LOCK.UPDATE,
        });
  if (!row) throw badInput('record.notFound', { collection: collection.name, recordId });
}

interface InScope {
  readonly recordId: string;
  readonly filter: Filter;
}

/** @throws forbidden `record.mayNotUse` */
async function mustBeInScope(tx: Tx, collection: Collection, { recordId, filter }: InScope): Promise<void> {
  const found = await collection.repository.count({
    filterByTk: recordId,
    filter,
    transaction: tx.transaction,
  });
  if (found === 0) throw forbidden('record.mayNotUse');
}

/**
 * A starter fills plain fields and points at existing rows of others. Never: makes or changes rows of other collections
 * through an association, sets keys or what the platform writes itself.
 */
async function createRecord(
  tx: Tx,
  collection: Collection,
  { known, values }: { known: Record<string, string | null>; values: Record<string, Json> },
): Promise<string> {
  const refused = Object.entries(values).filter(([name, value]) => !isAllowed(collection, name, value));
  const paths = refused.map(([name]) => name);
  if (paths.length > 0) throw badInput('record.fieldNotAllowed', { paths, path: paths.join(', ') });
  // what the instance knows is not asked, and not overruled: a record that has a title or a place gets the instance's
  const given = Object.entries(known).filter(([name, value]) => value !== null && collection.hasField(name));
  const all = { ...values, ...Object.fromEntries(given) };
  const created: unknown = await underCommand(tx, () =>
    collection.repository.create({ values: all, transaction: tx.transaction }),
  );
  return String((created as Model).get(collection.filterTargetKey as string)); // a repository gives models
}

const WRITTEN_BY_PLATFORM = new Set(['createdAt', 'updatedAt', 'createdById', 'updatedById', 'sort']);
const TO_MANY = new Set(['hasMany', 'hasOne', 'belongsToMany', 'belongsToArray']);

function isAllowed(collection: Collection, name: string, value: Json): boolean {
  const field = collection.getField(name) as { type: string } | undefined; // declared as any
  if (!field || name === collection.filterTargetKey || WRITTEN_BY_PLATFORM.has(name)) return false;
  if (TO_MANY.has(field.type)) return false;
  return field.type !== 'belongsTo' || value === null || typeof value === 'number' || typeof value === 'string';
}
