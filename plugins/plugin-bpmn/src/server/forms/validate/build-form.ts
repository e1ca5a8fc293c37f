import { createForm, type Form, type GeneralField } from '@formily/core';
import { Schema, type ISchema } from '@formily/json-schema';
import type { FieldSchema, FormSchema } from '../../../common/form';
import { reactionOf } from './reactions';
import { complain, withComplaint } from './rules';
import { isRow, type Values } from './submission';

/** The form without a browser: the schema's fields over these values, their conditions at work. */
export function buildForm(schema: FormSchema, values: Values): Form {
  const form = createForm({ values: structuredClone(values), validateFirst: true });
  addFields(form, schema.properties, '');
  return form;
}

function addFields(form: Form, properties: Record<string, FieldSchema>, basePath: string): void {
  for (const [name, property] of Object.entries(properties)) addField(form, name, property, basePath);
}

function addField(form: Form, name: string, property: FieldSchema, basePath: string): void {
  const { items, properties, ...own } = property;
  const path = basePath ? `${basePath}.${name}` : name;
  const props = {
    ...new Schema(executable(own), undefined).toFieldProps({ scope: {} }),
    name,
    ...(basePath ? { basePath } : {}),
  };
  if (items) {
    form.createArrayField(props);
    listAt(form, path).forEach((_, index) => {
      form.createObjectField({ name: String(index), basePath: path });
      addFields(form, items.properties, `${path}.${index}`);
    });
  } else if (properties && isRow(form.getValuesIn(path))) {
    form.createObjectField(props);
    addFields(form, properties, path);
  } else {
    form.createField(props);
  }
}

/** Reactions are functions here; in the version row they are data. */
function executable(property: Omit<FieldSchema, 'items' | 'properties'>): ISchema {
  const { 'x-validator': rules = [], 'x-reactions': _reactions, required, 'x-pattern': _pattern, ...rest } = property;
  const reaction = reactionOf(property);
  return {
    ...rest,
    'x-validator': [{ required: required === true, message: complain('required') }, ...rules.map(withComplaint)],
    'x-reactions': (field: GeneralField) => reaction(field),
  };
}

function listAt(form: Form, path: string): unknown[] {
  const value: unknown = form.getValuesIn(path);
  return Array.isArray(value) ? value : [];
}
