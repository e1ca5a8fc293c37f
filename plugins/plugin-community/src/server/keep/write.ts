import type { Json } from '@wuxin/bpmn-core';
import type { ActivityContext, BpmnPort } from '../ports';
import { createRows, type Row } from '../rows';
import { fileFieldsOf, readFiles } from '../sub-tables';

type UnderCommand = BpmnPort['underCommand'];
type Values = Readonly<Record<string, Json>>;

/** Writes fields of the record that the case is about, as part of the command that led here; null empties a field, also one of files. */
export async function writeToRecord(context: ActivityContext, underCommand: UnderCommand, values: Values): Promise<void> {
  const { tx, unit, instance, record, scratch } = context;
  if (scratch) return scratch.record?.write(values);
  const { recordCollection, recordId } = instance;
  if (recordCollection === null || recordId === null || Object.keys(values).length === 0) return;
  const repository = tx.db.getRepository(recordCollection);
  const files = await readFiles(context, fileFieldsOf(context, Object.keys(values)));
  const before = { ...record, ...files };
  unit.noteRecordWrite(Object.fromEntries(Object.keys(values).map((field) => [field, before[field] ?? null])));
  await underCommand(tx, () => repository.update({ filterByTk: recordId, values, transaction: tx.transaction }));
}

/** Appends a row to a sub-table of the record. */
export async function addRowToRecord(
  context: ActivityContext,
  underCommand: UnderCommand,
  { rows, values }: { readonly rows: string; readonly values: Values },
): Promise<void> {
  if (context.scratch) return context.scratch.record?.addRow(rows, values);
  const table = subTableOf(context, rows);
  if (!table) return;
  const { tx, unit } = context;
  const repository = tx.db.getRepository(table.target);
  const row = { ...values, [table.foreignKey]: table.recordId };
  const added = (await underCommand(tx, () => repository.create({ values: row, transaction: tx.transaction }))) as Row; // typed `any`
  unit.noteRowAdded({ collection: table.target, id: String(added.get('id')) });
}

/** Puts these rows into a sub-table of the record, in the place of those that are there. */
export async function replaceRowsOfRecord(
  context: ActivityContext,
  underCommand: UnderCommand,
  { rows, values }: { readonly rows: string; readonly values: readonly Values[] },
): Promise<void> {
  if (context.scratch) return context.scratch.record?.replaceRows(rows, values);
  const table = subTableOf(context, rows);
  if (!table) return;
  const { tx } = context;
  const own = { [table.foreignKey]: table.recordId };
  await underCommand(tx, async () => {
    await tx.db.getRepository(table.target).destroy({ filter: own, transaction: tx.transaction });
    await createRows(
      tx,
      table.target,
      values.map((row) => ({ ...row, ...own })),
    );
  });
}

interface SubTable {
  readonly target: string;
  readonly foreignKey: string;
  readonly recordId: string;
}

function subTableOf({ tx, instance }: ActivityContext, rows: string): SubTable | undefined {
  const { recordCollection, recordId } = instance;
  if (recordCollection === null || recordId === null) return undefined;
  const field = tx.db.getCollection(recordCollection)?.getField(rows)?.options as Partial<SubTable> | undefined; // NocoBase declares `any`
  return field?.target && field.foreignKey ? { target: field.target, foreignKey: field.foreignKey, recordId } : undefined;
}
