import { isField, registerValidateRules } from '@formily/core';
import { joiError } from './joi';
import { hasType } from './value-types';
import type { ValueType } from '../../../common/form';

/** A message of ours: the code of what is wrong and the limit that it breaks, for whoever words it. */
export interface Complaint {
  code: string;
  limit: unknown;
}

export const complain = (code: string, limit: unknown = null) => JSON.stringify({ code, limit } satisfies Complaint);

export function readComplaint(message: string): Complaint {
  return JSON.parse(message) as Complaint; // written by `complain`
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** Rules that Formily does not have itself. Called once, when the plugin loads. */
export function registerRules(): void {
  registerValidateRules({
    valueType: (value, rule) =>
      isEmpty(value) || hasType(value, rule.valueType as ValueType) ? '' : complain('type', rule.valueType), // compiled by us
    /** A rule of the form may have narrowed the options down meanwhile. */
    choice: (value, rule, context: { field?: unknown }) => {
      const data: unknown = isField(context.field) ? context.field.data : undefined;
      const narrowed: unknown = typeof data === 'object' && data !== null && 'choice' in data ? data.choice : undefined;
      const allowed = listOf(narrowed ?? rule.choice);
      return isEmpty(value) || listOf(value).every((item) => allowed.includes(item)) ? '' : complain('choice');
    },
    joi: (value, rule) => {
      const error = joiError(rule.joi, value);
      return error ? complain(error.type, error.limit) : '';
    },
  });
}

/** Formily's own rules answer with our codes instead of its sentences. */
export function withComplaint<Rule extends object>(rule: Rule): Rule & { message: string } {
  const [[code = '', limit] = []] = Object.entries(rule) as [string, unknown][];
  return { ...rule, message: complain(code, limit) };
}
