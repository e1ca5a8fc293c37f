import type { ContractField, FormContract } from '../../common/form';
import { isRow, type Values } from './validate/submission';

/** Options for `Repository.update`. */
export interface RecordWrite {
  values: Values;
  /** Associations whose rows are written; every other association only sets keys. */
  updateAssociationValues: string[];
}

/**
 * What to write of a validated submission: columns of the contract and nothing else, in the way NocoBase's repository
 * takes them. Picks and files become bare keys, so that a chosen row is linked and never changed.
 */
export function planRecordWrite(contract: FormContract, values: Values): RecordWrite {
  const updateAssociationValues: string[] = [];
  return { values: planned(contract.fields, values, '', updateAssociationValues), updateAssociationValues };
}

function planned(fields: readonly ContractField[], values: Values, prefix: string, associations: string[]): Values {
  const result: Values = {};
  for (const field of fields) {
    if (!Object.hasOwn(values, field.name) || !(field.isWritable || field.isAssigned)) continue;
    const value = values[field.name];
    if (field.kind !== 'rows') {
      if (field.kind !== 'shown') result[field.name] = value;
      continue;
    }
    const path = prefix + field.name;
    if (!associations.includes(path)) associations.push(path);
    const rowOf = (row: Values): Values => ({
      ...(row[field.keyField] === undefined ? {} : { [field.keyField]: row[field.keyField] }),
      ...planned(field.columns, row, `${path}.`, associations),
    });
    result[field.name] = Array.isArray(value) ? value.filter(isRow).map(rowOf) : isRow(value) ? rowOf(value) : null;
  }
  return result;
}
