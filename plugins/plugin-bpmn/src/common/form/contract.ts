/** The rows of an association's target that may be chosen: a NocoBase filter. */
export type OptionScope = Record<string, unknown>;

interface FieldOfForm {
  name: string;
  label: string;
  /** The same for English readers, when the content said it in English as the form was published. */
  labelEn?: string;
  isWritable: boolean;
  isRequired: boolean;
  /** A rule of the form may set it, also when people may not. */
  isAssigned: boolean;
}

/** A column of the record. */
export interface ValueField extends FieldOfForm {
  kind: 'value';
  /** Column with the same in English, for a value that people only read. */
  englishName?: string;
}

/** Existing rows of another collection; only their keys are written. */
export interface PickField extends FieldOfForm {
  kind: 'pick';
  target: string;
  keyField: string;
  titleField: string;
  isMany: boolean;
  scope: OptionScope | null;
}

export interface FilesField extends FieldOfForm {
  kind: 'files';
  target: string;
  keyField: string;
  isMany: boolean;
}

/** Rows that belong to the record and are edited with it: sub-table, sub-form. */
export interface RowsField extends FieldOfForm {
  kind: 'rows';
  target: string;
  keyField: string;
  isMany: boolean;
  mayAdd: boolean;
  mayRemove: boolean;
  columns: ContractField[];
}

/** Columns of an associated row that the form only shows. */
export interface ShownField extends FieldOfForm {
  kind: 'shown';
  target: string;
  keyField: string;
  columns: ContractField[];
}

export type ContractField = ValueField | PickField | FilesField | RowsField | ShownField;

/**
 * What the holder of a task may read and write. Compiled when the version is published and enforced by the server. Paths
 * have dots: `members.name` is the column `name` of the rows in `members`.
 */
export interface FormContract {
  collection: string;
  keyField: string;
  readable: string[];
  writable: string[];
  /** Required whatever the conditions say. */
  required: string[];
  fields: ContractField[];
}

/**
 * What a file needs to be shown and opened; NocoBase makes its address from the storage columns. A submission may bring
 * them along (drafts are shown again), only the key is taken.
 */
export const FILE_COLUMNS: readonly string[] = [
  'title',
  'filename',
  'extname',
  'mimetype',
  'size',
  'url',
  'path',
  'storageId',
  'meta',
];

export const hasColumns = (field: ContractField): field is RowsField | ShownField =>
  field.kind === 'rows' || field.kind === 'shown';

/** Every field of a contract with its dotted path, parents first. */
export function contractPaths(fields: readonly ContractField[], prefix = ''): { path: string; field: ContractField }[] {
  return fields.flatMap((field) => {
    const path = prefix + field.name;
    return [{ path, field }, ...(hasColumns(field) ? contractPaths(field.columns, `${path}.`) : [])];
  });
}

export function fieldAt(fields: readonly ContractField[], path: string): ContractField | undefined {
  return contractPaths(fields).find((entry) => entry.path === path)?.field;
}
