import type { CollectionDefinition, FieldDefinition } from './schema';

/** i18next namespace of texts that come from content; the Chinese text is its own key. */
export const CONTENT_NAMESPACE = '@wuxin/content';

const translatable = (text: string) => `{{t(${JSON.stringify(text)}, { ns: "${CONTENT_NAMESPACE}" })}}`;

const COLOURS = ['blue', 'green', 'orange', 'purple', 'cyan'] as const;

/** A field of NocoBase: column, interface and how it is shown. */
export type FieldOptions = Record<string, unknown> & { readonly name: string; readonly type: string };

/** What NocoBase's collection manager makes of one field of a procedure. */
export function fieldOptions(field: FieldDefinition, collection: string): FieldOptions {
  const title = translatable(field.title);
  const common = { name: field.name, interface: field.interface };
  switch (field.interface) {
    case 'input':
      return { ...common, type: 'string', uiSchema: { 'type': 'string', title, 'x-component': 'Input' } };
    case 'textarea':
      return {
        ...common,
        type: 'text',
        ...(field.english ? { englishField: field.english } : {}),
        uiSchema: { 'type': 'string', title, 'x-component': 'Input.TextArea' },
      };
    case 'date':
      return {
        ...common,
        type: 'dateOnly',
        uiSchema: { 'type': 'string', title, 'x-component': 'DatePicker', 'x-component-props': { dateOnly: true } },
      };
    case 'integer':
      return {
        ...common,
        type: 'integer',
        validation: atLeast(field.minimum),
        uiSchema: {
          'type': 'number',
          title,
          'x-component': 'InputNumber',
          'x-component-props': { stringMode: false, step: '1' },
        },
      };
    case 'select':
      return {
        ...common,
        type: 'string',
        uiSchema: { 'type': 'string', title, 'x-component': 'Select', 'enum': choices(field.options) },
      };
    case 'multipleSelect':
      return {
        ...common,
        type: 'array',
        defaultValue: [],
        uiSchema: {
          'type': 'array',
          title,
          'x-component': 'Select',
          'x-component-props': { mode: 'multiple' },
          'enum': choices(field.options),
        },
      };
    case 'attachment':
      return {
        ...common,
        ...attachment(field.name, collection),
        uiSchema: { 'type': 'array', title, 'x-component': 'Upload.Attachment' },
      };
    case 'o2m':
      return {
        ...common,
        type: 'hasMany',
        target: field.target,
        foreignKey: field.foreignKey,
        sourceKey: 'id',
        targetKey: 'id',
        onDelete: 'CASCADE',
        uiSchema: association(title, true),
      };
    case 'm2o':
      return {
        ...common,
        type: 'belongsTo',
        target: field.target,
        foreignKey: field.foreignKey,
        targetKey: 'id',
        uiSchema: association(title, false, field.labelField),
      };
  }
}

function choices(options: readonly { readonly value: string; readonly label: string }[]) {
  return options.map(({ value, label }, index) => ({
    value,
    label: translatable(label),
    color: COLOURS[index % COLOURS.length],
  }));
}

const atLeast = (minimum: number | undefined) =>
  minimum === undefined
    ? undefined
    : {
        type: 'number',
        rules: [
          { key: 'min', name: 'min', args: { limit: minimum } },
          { key: 'integer', name: 'integer' },
        ],
      };

const attachment = (name: string, collection: string) => ({
  type: 'belongsToMany',
  target: 'attachments',
  through: `${collection}_${name}`,
  foreignKey: `${collection}Id`,
  otherKey: 'attachmentId',
  targetKey: 'id',
  sourceKey: 'id',
});

const association = (title: string, multiple: boolean, label?: string) => ({
  'type': multiple ? 'array' : 'object',
  title,
  'x-component': 'AssociationField',
  'x-component-props': { multiple, ...(label && { fieldNames: { label, value: 'id' } }) },
});

/** A column of the record's own table. Associations can only be made once both tables are there. */
export const isColumn = (field: FieldDefinition): boolean => !['m2o', 'o2m', 'attachment'].includes(field.interface);

/** A collection with all its fields as content says them. */
export const saidOfCollection = ({ name, title, titleField, fields }: CollectionDefinition) => ({
  name,
  title: translatable(title),
  titleField,
  fields: fields.map((field) => fieldOptions(field, name)),
});

/** A collection with its columns as the collection manager takes it; afterwards it belongs to the administrators. */
export function collectionOptions(collection: CollectionDefinition) {
  return {
    name: collection.name,
    title: translatable(collection.title),
    titleField: collection.titleField,
    template: 'general',
    autoGenId: false,
    createdAt: true,
    updatedAt: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      {
        name: 'id',
        type: 'bigInt',
        autoIncrement: true,
        primaryKey: true,
        allowNull: false,
        interface: 'integer',
        uiSchema: { 'type': 'number', 'title': '{{t("ID")}}', 'x-component': 'InputNumber', 'x-read-pretty': true },
      },
      ...collection.fields.filter(isColumn).map((field) => fieldOptions(field, collection.name)),
    ],
  };
}
