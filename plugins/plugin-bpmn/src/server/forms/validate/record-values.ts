import type { ContractField, RowsField } from '../../../common/form';
import { isRow, type Values } from './submission';

/** The record as it was read for the task, in the shape of a submission: keys instead of associated rows. */
export function valuesOfRecord(fields: readonly ContractField[], record: Values): Values {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, record[field.name])]));
}

function valueOf(field: ContractField, value: unknown): unknown {
  switch (field.kind) {
    case 'value':
      return value ?? null;
    case 'shown':
      return isRow(value) ? valuesOfRecord(field.columns, value) : null;
    case 'pick':
    case 'files':
      return field.isMany
        ? rowsIn(value).map((row) => row[field.keyField])
        : isRow(value)
          ? value[field.keyField]
          : (value ?? null);
    case 'rows':
      return field.isMany ? rowsIn(value).map((row) => rowOf(field, row)) : isRow(value) ? rowOf(field, value) : null;
  }
}

const rowsIn = (value: unknown): Values[] => (Array.isArray(value) ? value.filter(isRow) : []);
const rowOf = ({ columns, keyField }: RowsField, row: Values): Values => ({
  ...valuesOfRecord(columns, row),
  [keyField]: row[keyField],
});

/** What the form holds after the submission: columns that were not sent keep the record's value, row by row. */
export function merged(fields: readonly ContractField[], record: Values, sent: Values): Values {
  const result: Values = { ...record };
  for (const [name, value] of Object.entries(sent)) {
    const field = fields.find((candidate) => candidate.name === name);
    result[name] = field?.kind === 'rows' ? mergedRows(field, record[name], value) : value;
  }
  return result;
}

function mergedRows(field: RowsField, before: unknown, sent: unknown): unknown {
  if (!field.isMany) return isRow(sent) ? merged(field.columns, isRow(before) ? before : {}, sent) : sent;
  const known = new Map(rowsIn(before).map((row) => [String(row[field.keyField]), row]));
  return rowsIn(sent).map((row) => merged(field.columns, known.get(String(row[field.keyField])) ?? {}, row));
}
