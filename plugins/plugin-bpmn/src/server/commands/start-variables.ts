import type { Json, Variables } from '@wuxin/bpmn-core';
import { badInput } from '../runtime/errors';
import { startVariablesOf, type LoadedVersion, type StartVariableType } from '../versions';

const MAX_TEXT = 2_000;

/**
 * What a person who starts a case gives as process variables: those that the process declares, each of its type (texts of
 * at most 2,000 characters; dates as `2026-11-25`). Anything else would let a starter decide what later steps find out.
 * Other programs – messages, workflows, calling cases, rules – are not asked: an administrator set them up.
 *
 * @throws bad input `start.variableNotDeclared`, `start.variableMissing`, `start.variableWrongType`
 */
export function readStartVariables({ graph, record }: LoadedVersion, given: Variables = {}): Variables {
  const { variables } = startVariablesOf(graph, record.processKey);
  const others = Object.keys(given).filter((name) => !variables.some((declared) => declared.name === name));
  if (others.length > 0) throw badInput('start.variableNotDeclared', { names: others });
  for (const { name, type, isRequired } of variables) {
    const value = given[name] ?? null;
    if (value === null && isRequired) throw badInput('start.variableMissing', { name });
    if (value !== null && !isOf(type, value)) throw badInput('start.variableWrongType', { name, type });
  }
  return given;
}

function isOf(type: StartVariableType, value: Json): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string' && value.length <= MAX_TEXT;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDate(value);
  }
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
