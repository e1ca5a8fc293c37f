import type { Condition, FieldOperand } from './condition';

/** What a value must be before anything else is asked of it. */
export type ValueType =
  | 'text'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'time'
  | 'timestamp'
  | 'texts'
  | 'key'
  | 'keys';

/** One thing that is asked of a value. Numbers, patterns and formats are Formily's own; the others are registered by us. */
export type FieldRule =
  | { valueType: ValueType }
  | { choice: (string | number)[] }
  | { maxLength: number }
  | { minLength: number }
  | { maximum: number }
  | { minimum: number }
  | { pattern: string }
  | { format: string }
  /** A NocoBase validation (`{ type, rules }`), which it checks with Joi. */
  | { joi: unknown };

/** What a rule of the form does to a field while its condition holds. */
export type Effect =
  | { kind: 'visible'; isVisible: boolean }
  /** Not shown and not required, but the value stays. */
  | { kind: 'concealed' }
  | { kind: 'required'; isRequired: boolean }
  | { kind: 'editable'; isEditable: boolean }
  | { kind: 'choice'; choice: (string | number)[] }
  /** `whenEmpty`: only a default. */
  | { kind: 'value'; value: { constant: unknown } | FieldOperand; whenEmpty: boolean };

export interface Reaction {
  when: Condition;
  effect: Effect;
}

/**
 * The Formily JSON Schema of a task form. It is data throughout: `x-reactions` holds conditions and effects instead of
 * expressions, because Formily would run `{{ … }}` as code.
 */
export interface FieldSchema {
  'type': 'string' | 'number' | 'boolean' | 'array' | 'object';
  'title': string;
  'required'?: boolean;
  'enum'?: { value: string | number; label: string }[];
  'x-pattern'?: 'readOnly';
  'x-validator'?: FieldRule[];
  'x-reactions'?: Reaction[];
  'properties'?: Record<string, FieldSchema>;
  'items'?: { type: 'object'; properties: Record<string, FieldSchema> };
}

export interface FormSchema {
  type: 'object';
  properties: Record<string, FieldSchema>;
}
