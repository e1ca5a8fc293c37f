import type { NewRecordField } from '../../common/api';

/** What NocoBase's collection manager stores of a field. */
export type FieldOptions = Record<string, unknown> & { readonly name: string };

const COLOURS = ['blue', 'green', 'orange', 'purple', 'cyan'] as const;

/** A field as NocoBase's own dialog would make it: column, interface and how it is shown. */
export function newFieldOptions({ title, kind, options }: NewRecordField, name: string, collection: string): FieldOptions {
  switch (kind) {
    case 'text':
      return { name, interface: 'input', type: 'string', uiSchema: { 'type': 'string', title, 'x-component': 'Input' } };
    case 'longText':
      return {
        name,
        interface: 'textarea',
        type: 'text',
        uiSchema: { 'type': 'string', title, 'x-component': 'Input.TextArea' },
      };
    case 'number':
      return {
        name,
        interface: 'number',
        type: 'double',
        uiSchema: {
          'type': 'number',
          title,
          'x-component': 'InputNumber',
          'x-component-props': { stringMode: true, step: '1' },
        },
      };
    case 'date':
      return {
        name,
        interface: 'date',
        type: 'dateOnly',
        uiSchema: { 'type': 'string', title, 'x-component': 'DatePicker', 'x-component-props': { dateOnly: true } },
      };
    case 'boolean':
      return { name, interface: 'checkbox', type: 'boolean', uiSchema: { 'type': 'boolean', title, 'x-component': 'Checkbox' } };
    case 'choice':
      return {
        name,
        interface: 'select',
        type: 'string',
        uiSchema: { 'type': 'string', title, 'x-component': 'Select', 'enum': choices(options ?? []) },
      };
    case 'person':
      return {
        name,
        interface: 'm2o',
        type: 'belongsTo',
        target: 'users',
        foreignKey: `${name}Id`,
        targetKey: 'id',
        uiSchema: {
          'type': 'object',
          title,
          'x-component': 'AssociationField',
          'x-component-props': { multiple: false, fieldNames: { label: 'nickname', value: 'id' } },
        },
      };
    case 'files':
      return {
        name,
        interface: 'attachment',
        type: 'belongsToMany',
        target: 'attachments',
        through: `${collection}_${name}`,
        foreignKey: `${collection}Id`,
        otherKey: 'attachmentId',
        targetKey: 'id',
        sourceKey: 'id',
        uiSchema: { 'type': 'array', title, 'x-component': 'Upload.Attachment' },
      };
  }
}

/** What people choose is also what is stored, as texts of conditions show it. */
const choices = (options: readonly string[]) =>
  options.map((label, index) => ({ value: label, label, color: COLOURS[index % COLOURS.length] }));
