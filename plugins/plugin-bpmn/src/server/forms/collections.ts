import type { Collection, Database, Field } from '@nocobase/database';
import type { CollectionInfo, CollectionReader, FieldInfo } from '../../common/form';

const NOT_FOR_INPUT = new Set([
  'id',
  'snowflakeId',
  'createdAt',
  'updatedAt',
  'createdBy',
  'updatedBy',
  'formula',
  'sequence',
  'tableoid',
]);

/** What forms need to know of the collections of a database, read when it is asked for. */
export function readCollections(db: Database): CollectionReader {
  const known = new Map<string, CollectionInfo>();
  return (name) => {
    const collection = db.getCollection(name);
    if (!collection) return undefined;
    const info = known.get(name) ?? collectionInfo(collection);
    known.set(name, info);
    return info;
  };
}

function collectionInfo(collection: Collection): CollectionInfo {
  const fields = ([...collection.fields.values()] as Field[]).map((field) => fieldInfo(collection.db, field));
  return {
    name: collection.name,
    title: plainText(collection.options.title, collection.name),
    keyField: keyOf(collection),
    titleField: collection.titleField,
    isFileCollection: collection.options.template === 'file',
    fields: new Map(fields.map((info) => [info.name, info])),
  };
}

function fieldInfo(db: Database, field: Field): FieldInfo {
  const options = asObject(field.options);
  const uiSchema = asObject(options.uiSchema);
  const componentProps = asObject(uiSchema['x-component-props']);
  const target = text(options.target);
  const type = field.type as string; // NocoBase declares it as any
  return {
    name: field.name as string, // NocoBase declares it as any
    type,
    interface: text(options.interface),
    title: plainText(uiSchema.title ?? options.title, field.name as string),
    target,
    targetKey: target === null ? null : targetKeyOf(db, field, target),
    labelField: text(asObject(componentProps.fieldNames).label),
    options: choices(uiSchema.enum),
    validation: options.validation ?? null,
    validators: uiSchema['x-validator'] ?? null,
    maxLength: type === 'string' ? (typeof options.length === 'number' ? options.length : 255) : null,
    englishField: text(options.englishField),
    isRequired: uiSchema.required === true,
    isReadOnly: NOT_FOR_INPUT.has(text(options.interface) ?? '') || NOT_FOR_INPUT.has(type) || uiSchema['x-read-pretty'] === true,
  };
}

/** The key that a pick is stored by: NocoBase keeps it at the association, else it is the target's own. */
function targetKeyOf(db: Database, field: Field, target: string): string {
  const declared = text(asObject(field.options).targetKey);
  const collection = db.getCollection(target);
  if (field.type === 'hasMany' || field.type === 'hasOne' || !declared) return collection ? keyOf(collection) : 'id';
  return declared;
}

function keyOf(collection: Collection): string {
  const key = collection.filterTargetKey;
  return (Array.isArray(key) ? key[0] : key) ?? 'id';
}

function choices(options: unknown): FieldInfo['options'] {
  if (!Array.isArray(options) || options.length === 0) return null;
  return options.map((option: unknown) => {
    const { value, label } = typeof option === 'object' ? asObject(option) : { value: option, label: option };
    const key = typeof value === 'number' ? value : String(value);
    return { value: key, label: plainText(label, String(key)) };
  });
}

/** `{{t("Title")}}` is NocoBase's way to write a translatable title; what people read is the text in it. */
export function plainText(title: unknown, fallback: string): string {
  if (typeof title !== 'string' || title.trim() === '') return fallback;
  return /^\s*\{\{\s*t\(\s*["'](.*?)["']/.exec(title)?.[1] ?? title;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}; // checked just before
