import { type ContractField, FILE_COLUMNS, type FilesField, type PickField, type RowsField } from '../../../common/form';

export type Values = Record<string, unknown>;

/** Why one value of a submission is refused. Validators have further codes of their own (`maxLength`, Joi's `string.max` …). */
export type InvalidCode = 'required' | 'type' | 'choice' | 'rowNotInRecord' | 'rowMissing' | 'rowAdded' | (string & {});

export interface InvalidField {
  /** Dots between names and row numbers: `members.0.name`. */
  path: string;
  label: string;
  code: InvalidCode;
  limit: unknown;
}

/** A submission in the shape of the contract: picks and files are keys, rows hold columns of the contract only. */
export interface ReadSubmission {
  values: Values;
  invalid: InvalidField[];
  notInForm: string[];
  readOnly: string[];
}

/** Reads what a person sent against the contract. Nothing that the contract does not name comes through. */
export function readSubmission(fields: readonly ContractField[], data: Values): ReadSubmission {
  const found: ReadSubmission = { values: {}, invalid: [], notInForm: [], readOnly: [] };
  found.values = readRow(fields, data, '', found);
  return found;
}

function readRow(
  fields: readonly ContractField[],
  data: Values,
  prefix: string,
  found: ReadSubmission,
  keyField?: string,
): Values {
  const values: Values = {};
  for (const [name, value] of Object.entries(data)) {
    const path = prefix + name;
    const field = fields.find((candidate) => candidate.name === name);
    if (name === keyField && !field) values[name] = value;
    else if (!field) found.notInForm.push(path);
    else if (!field.isWritable && name !== keyField) found.readOnly.push(path);
    else values[name] = readValue(field, value, path, found);
  }
  return values;
}

function readValue(field: ContractField, value: unknown, path: string, found: ReadSubmission): unknown {
  switch (field.kind) {
    case 'value':
    case 'shown':
      return value ?? null;
    case 'pick':
    case 'files':
      return readKeys(field, value, path, found);
    case 'rows':
      return readRows(field, value, path, found);
  }
}

/** A key, or an object with the key and what the form shows of the target; only the key comes through. */
function readKeys(field: PickField | FilesField, value: unknown, path: string, found: ReadSubmission): unknown {
  const { keyField, isMany, label } = field;
  if (value === null || value === undefined) return isMany ? [] : null;
  if (isMany !== Array.isArray(value)) return void found.invalid.push({ path, label, code: 'type', limit: null });
  const shown = [keyField, ...(field.kind === 'pick' ? [field.titleField] : FILE_COLUMNS)];
  const keys = (Array.isArray(value) ? value : [value]).map((item: unknown, index) => {
    if (!isRow(item)) return item;
    const at = isMany ? `${path}.${index}` : path;
    found.notInForm.push(
      ...Object.keys(item)
        .filter((name) => !shown.includes(name))
        .map((name) => `${at}.${name}`),
    );
    return item[keyField];
  });
  return isMany ? keys : keys[0];
}

function readRows(field: RowsField, value: unknown, path: string, found: ReadSubmission): unknown {
  const { label, columns, keyField, isMany } = field;
  if (value === null || value === undefined) return isMany ? [] : null;
  if (isMany !== Array.isArray(value)) return void found.invalid.push({ path, label, code: 'type', limit: null });
  const rows = (Array.isArray(value) ? value : [value]).map((row: unknown, index) => {
    const at = isMany ? `${path}.${index}` : path;
    if (isRow(row)) return readRow(columns, row, `${at}.`, found, keyField);
    found.invalid.push({ path: at, label, code: 'type', limit: null });
    return {};
  });
  return isMany ? rows : rows[0];
}

export const isRow = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
