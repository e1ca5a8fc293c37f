import type { Variables } from '@wuxin/bpmn-core';
import type { ActivityContext } from '../ports';
import { findRows } from '../rows';
import { callersTables } from './caller';
import { fileFieldsOf, readFiles } from './files';
import { withPlaces } from './places';

export { callersRecord, callersTable } from './caller';
export { fileFieldsOf, readFiles } from './files';

const NAMED = /\brecord\.(\w+)/g;

/**
 * The context of an activity whose expressions also see sub-tables: a record has plain fields only, so the rows of those sub-tables
 * that the texts name as `record.<field>` are read, in the order in which they were entered; a field of files is the list of their ids.
 * Where the texts name a place, the record and its rows have theirs as `place` with `id`, `name`, `level` and the ids of the places
 * `within` which it lies, itself among them. `record.caller.<sub-table>` is the rows that the calling case has now.
 */
export async function withSubTables(context: ActivityContext, texts: readonly string[]): Promise<ActivityContext> {
  const named = new Set(texts.flatMap((text) => [...text.matchAll(NAMED)].map(([, field = '']) => field)));
  const tables = subTablesOf(context).filter(({ name }) => named.has(name));
  const namesPlace = texts.some((text) => /\bplace\b/.test(text));
  const fileFields = fileFieldsOf(context, named);
  const caller = await callersTables(context, texts);
  if (tables.length === 0 && fileFields.length === 0 && !namesPlace && !caller) return context;
  const entries = await Promise.all(tables.map(async (table) => [table.name, await readRows(context, table)] as const));
  const files = await readFiles(context, fileFields);
  const plain: Variables = { ...context.record, ...files, ...Object.fromEntries(entries), ...(caller ? { caller } : {}) };
  const record = namesPlace ? await withPlaces(context.tx, plain) : plain;
  return { ...context, record, evaluate: (expression) => context.evaluate(expression, record) };
}

interface SubTable {
  readonly name: string;
  readonly target: string;
  readonly foreignKey: string;
}

function subTablesOf({ tx, instance }: ActivityContext): readonly SubTable[] {
  const { recordCollection, recordId } = instance;
  if (recordCollection === null || recordId === null) return [];
  const fields = [...(tx.db.getCollection(recordCollection)?.fields.values() ?? [])];
  return fields.map(({ options }) => options as SubTable & { type: string }).filter(({ type }) => type === 'hasMany'); // NocoBase declares `any`
}

async function readRows(
  { tx, instance, scratch }: ActivityContext,
  { name, target, foreignKey }: SubTable,
): Promise<Variables[]> {
  if (scratch) return [...(scratch.record?.rows(name) ?? [])];
  const rows = await findRows(tx, target, { filter: { [foreignKey]: instance.recordId }, sort: ['id'] });
  return JSON.parse(JSON.stringify(rows)) as Variables[]; // rows are objects; dates become text, as in a record
}
