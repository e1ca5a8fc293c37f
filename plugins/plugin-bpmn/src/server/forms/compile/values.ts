import type { FieldInfo } from '../../../common/form';
import type { Compilation, CompiledField, Place } from './compilation';
import { rulesOfField } from './field-rules';
import { type Item, mayWrite } from './item';

/** A column of the record. */
export function valueField(item: Item, info: FieldInfo, place: Place, { problems }: Compilation): CompiledField | undefined {
  const isWritable = mayWrite(item, info, place);
  const rules = rulesOfField(info, item.validation);
  if (!rules.ok && (isWritable || item.isLocked)) return void problems.add(item.node, item.label, 'validation', rules.detail);
  const isRequired = item.isRequired || (rules.ok && rules.isRequired);
  const { englishField } = info;
  const isTwin = englishField !== null && !isWritable && place.prefix === '' && place.collection.fields.has(englishField);
  return {
    field: {
      kind: 'value',
      name: item.name,
      label: item.label,
      isWritable,
      isRequired,
      isAssigned: false,
      ...(isTwin ? { englishName: englishField } : {}),
    },
    schema: {
      type: schemaType(info),
      title: item.label,
      ...(isRequired ? { required: true } : {}),
      ...(info.options ? { enum: info.options } : {}),
      ...(isWritable ? {} : { 'x-pattern': 'readOnly' as const }),
      ...(rules.ok ? { 'x-validator': rules.rules } : {}),
    },
  };
}

function schemaType(info: FieldInfo): 'string' | 'number' | 'boolean' | 'array' {
  switch (info.type) {
    case 'boolean':
    case 'radio':
      return 'boolean';
    case 'integer':
    case 'bigInt':
    case 'float':
    case 'double':
    case 'real':
    case 'decimal':
      return 'number';
    case 'array':
    case 'set':
      return 'array';
    default:
      return 'string';
  }
}
