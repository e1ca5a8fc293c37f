import { type ContractField, FILE_COLUMNS, type FormContract, hasColumns } from '../../common/form';

/** Options for `Repository.findOne`. */
export interface RecordRead {
  fields: string[];
  appends: string[];
}

/**
 * Exactly what the form shows. Associations are named column by column: a plain `appends` would hand out whole rows of
 * other collections, such as a person's account.
 */
export function readForTask(contract: FormContract): RecordRead {
  return { fields: [contract.keyField, ...contract.fields.flatMap((field) => columnsOf(field, ''))], appends: [] };
}

function columnsOf(field: ContractField, prefix: string): string[] {
  const path = prefix + field.name;
  switch (field.kind) {
    case 'value':
      return [path, ...(field.englishName ? [prefix + field.englishName] : [])];
    case 'pick':
      return unique([field.keyField, field.titleField]).map((column) => `${path}.${column}`);
    case 'files':
      return unique([field.keyField, ...FILE_COLUMNS]).map((column) => `${path}.${column}`);
    case 'shown':
    case 'rows':
      return hasColumns(field)
        ? [`${path}.${field.keyField}`, ...field.columns.flatMap((column) => columnsOf(column, `${path}.`))]
        : [];
  }
}

const unique = (names: string[]) => [...new Set(names)];
