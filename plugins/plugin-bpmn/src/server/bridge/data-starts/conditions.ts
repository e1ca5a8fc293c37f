import type { Instant, Json, Variables } from '@wuxin/bpmn-core';
import { evaluateAt } from '../../expressions';
import { BpmnError } from '../../runtime/errors';
import type { DataStartRule } from './rules';

/** Evaluates FEEL of a rule over a record. @throws conflict `expression.failed` */
export function evaluateFor(rule: DataStartRule, expression: string, record: Variables, now: Instant): Json {
  return evaluateAt({ elementId: rule.id, elementName: rule.name }, expression, { variables: {}, record, parameters: {} }, now);
}

/** A text as it stands, or FEEL with `=`. */
export function valueFor(rule: DataStartRule, text: string, record: Variables, now: Instant): Json {
  return text.startsWith('=') ? evaluateFor(rule, text.slice(1), record, now) : text;
}

/**
 * Does the condition hold now and did not before? A rule that was written later then does not start instances for records
 * that have met it for years. A condition that cannot be evaluated does not hold: saving a record never fails for it.
 */
export function beginsToHold(rule: DataStartRule, record: Variables, before: Variables | null, now: Instant): boolean {
  if (!rule.condition) return true;
  return holds(rule, rule.condition, record, now) && !(before !== null && holds(rule, rule.condition, before, now));
}

function holds(rule: DataStartRule, condition: string, record: Variables, now: Instant): boolean {
  try {
    return evaluateFor(rule, condition, record, now) === true;
  } catch (error) {
    if (error instanceof BpmnError) return false;
    throw error;
  }
}
