import { type FieldInfo, type FieldRule, isAssociation, isToMany, type ValueType } from '../../../common/form';
import { compilesAsJoi } from '../validate/joi';

const VALUE_TYPES: Readonly<Record<string, ValueType>> = {
  string: 'text',
  text: 'text',
  uid: 'text',
  uuid: 'text',
  nanoid: 'text',
  integer: 'integer',
  bigInt: 'integer',
  float: 'number',
  double: 'number',
  real: 'number',
  decimal: 'number',
  boolean: 'boolean',
  radio: 'boolean',
  date: 'datetime',
  dateOnly: 'date',
  datetimeTz: 'datetime',
  datetime: 'datetime',
  datetimeNoTz: 'datetime',
  unixTimestamp: 'timestamp',
  time: 'time',
  array: 'texts',
  set: 'texts',
};

/** Formily's own named formats; any other name would pass everything. */
const FORMATS = new Set([
  'url',
  'email',
  'ipv6',
  'ipv4',
  'number',
  'integer',
  'qq',
  'phone',
  'idcard',
  'money',
  'zh',
  'date',
  'zip',
]);

export type RulesOfField = { ok: true; rules: FieldRule[]; isRequired: boolean } | { ok: false; detail: string };

export function valueTypeOf(field: FieldInfo): ValueType | undefined {
  if (isAssociation(field)) return isToMany(field) ? 'keys' : 'key';
  return VALUE_TYPES[field.type];
}

/** What is asked of a value: by its column, by the field's validators, by the form item's own validation. */
export function rulesOfField(field: FieldInfo, itemValidation: unknown): RulesOfField {
  const valueType = valueTypeOf(field);
  if (!valueType) return { ok: false, detail: field.type };
  const rules: FieldRule[] = [{ valueType }];
  if (field.options) rules.push({ choice: field.options.map((option) => option.value) });
  if (field.maxLength !== null) rules.push({ maxLength: field.maxLength });
  if (field.interface === 'email') rules.push({ format: 'email' });
  let isRequired = field.isRequired;
  for (const validator of listOf(field.validators)) {
    const rule = formilyRule(validator);
    if (!rule) return { ok: false, detail: JSON.stringify(validator) };
    rules.push(...rule.rules);
    isRequired ||= rule.isRequired;
  }
  for (const validation of [field.validation, itemValidation]) {
    if (!hasJoiRules(validation)) continue;
    if (!compilesAsJoi(validation)) return { ok: false, detail: JSON.stringify(validation) };
    isRequired ||= validation.rules.some((rule) => rule.name === 'required');
    if (!isAssociation(field)) rules.push({ joi: validation });
  }
  return { ok: true, rules, isRequired };
}

interface JoiValidation {
  type: string;
  rules: { name: string }[];
}

function hasJoiRules(validation: unknown): validation is JoiValidation {
  return (
    typeof validation === 'object' &&
    validation !== null &&
    'rules' in validation &&
    Array.isArray(validation.rules) &&
    validation.rules.length > 0
  );
}

const LIMITS = ['maxLength', 'minLength', 'maximum', 'minimum'] as const;

/** A validator of a field's `uiSchema`: a format's name, or an object of limits. Functions and expressions have no place in data. */
function formilyRule(validator: unknown): { rules: FieldRule[]; isRequired: boolean } | undefined {
  if (typeof validator === 'string')
    return FORMATS.has(validator) ? { rules: [{ format: validator }], isRequired: false } : undefined;
  if (typeof validator !== 'object' || validator === null) return undefined;
  const rules: FieldRule[] = [];
  let isRequired = false;
  for (const [name, value] of Object.entries(validator)) {
    const limit = LIMITS.find(
      (known) => known === name || (name === 'max' && known === 'maximum') || (name === 'min' && known === 'minimum'),
    );
    if (name === 'message' || name === 'triggerType') continue;
    if (name === 'required') isRequired = value === true;
    else if (limit && typeof value === 'number')
      rules.push({ [limit]: value } as FieldRule); // one limit, its value checked
    else if (name === 'format' && typeof value === 'string' && FORMATS.has(value)) rules.push({ format: value });
    else if (name === 'pattern' && typeof value === 'string' && isPattern(value)) rules.push({ pattern: value });
    else return undefined;
  }
  return { rules, isRequired };
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source);
    return !source.includes('{{');
  } catch {
    return false;
  }
}

function listOf(value: unknown): unknown[] {
  if (value === null || value === undefined || value === '') return [];
  return Array.isArray(value) ? value : [value];
}
