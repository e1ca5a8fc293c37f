import type { Json } from '@wuxin/bpmn-core';
import { evaluateAt } from '../expressions';
import type { ReadAt } from '../runtime/read-at';
import { badValue, unknownKind } from './refusals';
import { assigneeKinds } from './registry';
import type { AssigneeKind, AssignmentRequest, GroupKey } from './types';

type Rule = { readonly kind: string; readonly value: string };

/** The group keys of all rules together, each once, in the order of the rules. */
export async function keysForRules(tx: ReadAt, request: AssignmentRequest): Promise<readonly GroupKey[]> {
  const keys = new Set<GroupKey>();
  for (const rule of request.settings.assignments ?? []) {
    const kind = assigneeKinds(tx.db).get(rule.kind);
    if (!kind) throw unknownKind(request.element, rule.kind);
    const context = { element: request.element, instance: request.instance, record: request.scope.record };
    for (const value of valuesOf(rule, kind, request, tx)) {
      for (const key of await kind.groupKeysFor(tx, value, context)) keys.add(key);
    }
  }
  return [...keys];
}

/** For a reason that people read: what the rules say, word by word. */
export function describeRules({ settings }: AssignmentRequest): string {
  return (settings.assignments ?? []).map((rule) => (rule.value ? `${rule.kind} ${rule.value}` : rule.kind)).join('; ');
}

function valuesOf(rule: Rule, kind: AssigneeKind, { element, scope }: AssignmentRequest, { now }: ReadAt): readonly string[] {
  if (!kind.isFormula && !rule.value.startsWith('=')) return [rule.value];
  const result = evaluateAt(element, rule.value.replace(/^=/, ''), scope, now);
  return itemsOf(result).map((item) => {
    if (typeof item !== 'string' && typeof item !== 'number') throw badValue(element, rule.kind, rule.value);
    return String(item);
  });
}

function itemsOf(result: Json): readonly Json[] {
  if (result === null) return [];
  return isList(result) ? result : [result];
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
