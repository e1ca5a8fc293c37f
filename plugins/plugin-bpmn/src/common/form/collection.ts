/** What forms need to know of an ordinary NocoBase field. */
export interface FieldInfo {
  name: string;
  /** Column type: `string`, `integer`, `belongsTo` … */
  type: string;
  /** What administrators choose in the data source manager: `input`, `select`, `m2o` … */
  interface: string | null;
  title: string;
  target: string | null;
  targetKey: string | null;
  /** Shown for a chosen target row, when the field names it itself. */
  labelField: string | null;
  options: { value: string | number; label: string }[] | null;
  validation: unknown;
  /** Formily validators in the field's `uiSchema`. */
  validators: unknown;
  maxLength: number | null;
  isRequired: boolean;
  isReadOnly: boolean;
  /** The field that says the same in English: a value that the system writes in both languages. */
  englishField: string | null;
}

export interface CollectionInfo {
  name: string;
  title: string;
  keyField: string;
  titleField: string;
  isFileCollection: boolean;
  fields: ReadonlyMap<string, FieldInfo>;
}

export type CollectionReader = (name: string) => CollectionInfo | undefined;

const TO_MANY = new Set(['hasMany', 'belongsToMany', 'belongsToArray']);
const TO_ONE = new Set(['belongsTo', 'hasOne']);

export const isAssociation = (field: FieldInfo) => TO_MANY.has(field.type) || TO_ONE.has(field.type);
export const isToMany = (field: FieldInfo) => TO_MANY.has(field.type);
