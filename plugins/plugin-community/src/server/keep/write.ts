import type { Json } from '@wuxin/bpmn-core';
import type { ActivityContext, BpmnPort } from '../ports';

type UnderCommand = BpmnPort['underCommand'];
type Values = Readonly<Record<string, Json>>;

/** Writes fields of the record that the case is about, as part of the command that led here. */
export async function writeToRecord(context: ActivityContext, underCommand: UnderCommand, values: Values): Promise<void> {
  const { tx, unit, instance, record } = context;
  const { recordCollection, recordId } = instance;
  if (recordCollection === null || recordId === null || Object.keys(values).length === 0) return;
  const repository = tx.db.getRepository(recordCollection);
  unit.noteRecordWrite(Object.fromEntries(Object.keys(values).map((field) => [field, record?.[field] ?? null])));
  await underCommand(tx, () => repository.update({ filterByTk: recordId, values, transaction: tx.transaction }));
}

/** Appends a row to a sub-table of the record. */
export async function addRowToRecord(
  { tx, unit, instance }: ActivityContext,
  underCommand: UnderCommand,
  { rows, values }: { readonly rows: string; readonly values: Values },
): Promise<void> {
  const { recordCollection, recordId } = instance;
  if (recordCollection === null || recordId === null) return;
  const field = tx.db.getCollection(recordCollection)?.getField(rows)?.options as SubTable | undefined; // NocoBase declares `any`
  if (!field?.target || !field.foreignKey) return;
  const repository = tx.db.getRepository(field.target);
  const row = { ...values, [field.foreignKey]: recordId };
  const added = await underCommand(tx, () => repository.create({ values: row, transaction: tx.transaction }));
  unit.noteRowAdded({ collection: field.target, id: String(added.get('id')) });
}

interface SubTable {
  readonly target?: string;
  readonly foreignKey?: string;
}
