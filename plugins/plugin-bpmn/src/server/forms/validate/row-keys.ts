import type { ContractField, RowsField } from '../../../common/form';
import { type InvalidField, isRow, type Values } from './submission';

/**
 * Rows with a key must be rows of this record: with a foreign key somebody else's row would be taken over and changed.
 * Adding and removing rows is asked for as well.
 */
export function wrongRows(fields: readonly ContractField[], record: Values, sent: Values, prefix = ''): InvalidField[] {
  return fields.flatMap((field) => {
    if (field.kind !== 'rows' || !Object.hasOwn(sent, field.name)) return [];
    return wrongRowsOf(field, asRows(record[field.name]), asRows(sent[field.name]), prefix + field.name);
  });
}

function wrongRowsOf(field: RowsField, before: Values[], sent: Values[], path: string): InvalidField[] {
  const { keyField, label, isMany, mayAdd, mayRemove, columns } = field;
  const known = new Map(before.map((row) => [String(row[keyField]), row]));
  const keys = sent.map((row) => keyOf(row, keyField));
  const found: InvalidField[] = sent.flatMap((row, index): InvalidField[] => {
    const at = isMany ? `${path}.${index}` : path;
    const key = keys[index];
    if (key === null || key === undefined) return mayAdd ? [] : [{ path: at, label, code: 'rowAdded', limit: null }];
    const isTwice = keys.indexOf(key) !== index;
    if (!known.has(key) || isTwice) return [{ path: at, label, code: 'rowNotInRecord', limit: key }];
    return wrongRows(columns, known.get(key) ?? {}, row, `${at}.`);
  });
  const isMissing = [...known.keys()].some((key) => !keys.includes(key));
  return isMissing && !mayRemove ? [...found, { path, label, code: 'rowMissing', limit: null }] : found;
}

const asRows = (value: unknown): Values[] => (Array.isArray(value) ? value.filter(isRow) : isRow(value) ? [value] : []);

function keyOf(row: Values, keyField: string): string | null {
  const key = row[keyField];
  return typeof key === 'number' || (typeof key === 'string' && key !== '') ? String(key) : null;
}
