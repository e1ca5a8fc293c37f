import { type ContractField, FILE_COLUMNS } from '../../common/form';

type Values = Record<string, unknown>;

/**
 * What of a form's values goes to the server: the writable fields of the contract. NocoBase's form also holds the rest of
 * the record, whole picked rows and marks of its own. Picks keep their title, so that a draft can be shown again.
 */
export function submissionOf(fields: readonly ContractField[], values: Values): Values {
  const writable = fields.filter(({ isWritable }) => isWritable);
  return Object.fromEntries(writable.map((field) => [field.name, valueOf(field, values[field.name])]));
}

function valueOf(field: ContractField, value: unknown): unknown {
  switch (field.kind) {
    case 'value':
    case 'shown':
      return value ?? null;
    case 'pick':
      return each(field.isMany, value, (row) => only(row, [field.keyField, field.titleField]));
    case 'files':
      return each(field.isMany, value, (row) => only(row, [field.keyField, ...FILE_COLUMNS]));
    case 'rows':
      return each(field.isMany, value, (row) => ({ ...only(row, [field.keyField]), ...submissionOf(field.columns, row) }));
  }
}

function each(isMany: boolean, value: unknown, pick: (row: Values) => Values): unknown {
  const one = (item: unknown) => (isRow(item) ? pick(item) : item);
  if (isMany) return Array.isArray(value) ? value.filter(Boolean).map(one) : [];
  // some of NocoBase's fields give a list of one
  return one((Array.isArray(value) ? value[0] : value) ?? null);
}

const isRow = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
const only = (row: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]));
