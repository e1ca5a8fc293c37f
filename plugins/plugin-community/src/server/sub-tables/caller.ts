import type { Variables } from '@wuxin/bpmn-core';
import type { ActivityContext, Tx } from '../ports';
import { findRow, findRows, text } from '../rows';

const NAMED = /\brecord\.caller\.(\w+)/g;

/**
 * Rows of the calling case's sub-tables that the texts name as `record.caller.<field>`, as they are now: a call carries what was when it was
 * made. Who reads them waits for who changes them, and nobody changes them before the command has ended.
 */
export async function callersTables(
  { tx, instance }: Pick<ActivityContext, 'tx' | 'instance'>,
  texts: readonly string[],
): Promise<Variables | undefined> {
  const named = new Set(texts.flatMap((said) => [...said.matchAll(NAMED)].map(([, field = '']) => field)));
  if (named.size === 0) return undefined;
  const caller = await callersRecord(tx, instance);
  const entries = await Promise.all(
    [...named].map(async (name) => [name, caller ? await rowsOf(tx, caller, name) : []] as const),
  );
  return Object.fromEntries(entries);
}

/** The record that the calling case is about. */
export interface CallersRecord {
  readonly collection: string;
  readonly id: string;
}

/** The record of the calling case, held until the command has ended. */
export async function callersRecord(
  tx: Tx,
  { parentInstanceId }: Pick<ActivityContext['instance'], 'parentInstanceId'>,
): Promise<CallersRecord | undefined> {
  const caller = parentInstanceId === null ? undefined : await findRow(tx, 'bpmnInstances', { id: parentInstanceId });
  const [collection, id] = caller ? [text(caller, 'recordCollection'), text(caller, 'recordId')] : ['', ''];
  if (collection === '' || id === '') return undefined;
  const { transaction } = tx;
  await tx.db.getModel(collection).findOne({ where: { id }, transaction, lock: transaction.LOCK.UPDATE });
  return { collection, id };
}

export interface CallersTable {
  readonly target: string;
  readonly foreignKey: string;
}

/** @returns undefined when the record has no such sub-table */
export function callersTable({ db }: Tx, { collection }: CallersRecord, name: string): CallersTable | undefined {
  const options = db.getCollection(collection)?.getField(name)?.options as
    | (Partial<CallersTable> & { type?: string })
    | undefined; // NocoBase declares `any`
  const { type, target, foreignKey } = options ?? {};
  return type === 'hasMany' && target !== undefined && foreignKey !== undefined ? { target, foreignKey } : undefined;
}

async function rowsOf(tx: Tx, caller: CallersRecord, name: string): Promise<Variables[]> {
  const table = callersTable(tx, caller, name);
  if (!table) return [];
  const rows = await findRows(tx, table.target, { filter: { [table.foreignKey]: caller.id }, sort: ['id'] });
  return JSON.parse(JSON.stringify(rows)) as Variables[]; // rows are objects; dates become text, as in a record
}
