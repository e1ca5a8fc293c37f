import type { Instant, Json, Variables } from '@wuxin/bpmn-core';
import { evaluateFeel, FeelError, type FeelFunction } from '@wuxin/feel';
import { conflict } from '../runtime/errors';

/** What an expression of an instance can name. */
export interface InstanceScope {
  readonly variables: Variables;
  /** Seen as `record`; JSON only. */
  readonly record: Variables | null;
  /** What the instance started with; read with `param("…")`. */
  readonly parameters: Variables;
}

export interface ElementRef {
  readonly elementId: string;
  readonly elementName: string;
}

/** The functions that every FEEL expression of ours has beside FEEL's own. */
export function feelFunctions(parameters: Variables): { readonly param: FeelFunction } {
  return {
    param: (key) => {
      const name = typeof key === 'string' ? key : JSON.stringify(key);
      if (!Object.hasOwn(parameters, name)) throw new Error(name);
      return parameters[name] ?? null;
    },
  };
}

/** Evaluates FEEL (without `=`) for an element; a failure names the element and the expression. */
export function evaluateAt(element: ElementRef, expression: string, scope: InstanceScope, now: Instant): Json {
  const variables = { ...scope.variables, record: scope.record };
  try {
    return evaluateFeel(expression, variables, { now, functions: feelFunctions(scope.parameters) });
  } catch (cause) {
    if (!(cause instanceof FeelError)) throw cause;
    const data = { ...element, expression, feelCode: cause.code, feelData: cause.data };
    throw conflict('expression.failed', data);
  }
}
