import { parseRule, type Rule } from '@wuxin/ballot-core';
import type { MotionRecord } from '../store';

/** The rule as it was when the motion was opened. */
export function frozenRule({ id, rule }: Pick<MotionRecord, 'id' | 'rule'>): Rule {
  if (rule === null) throw new Error(`the motion ${id} was not opened`);
  return parseRule(rule);
}
