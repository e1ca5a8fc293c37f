import type { DecisionTable } from '@wuxin/decision';
import type { TextKey } from '../i18n';

export const HIT_POLICIES: readonly DecisionTable['hitPolicy'][] = [
  'FIRST',
  'UNIQUE',
  'ANY',
  'PRIORITY',
  'COLLECT',
  'RULE ORDER',
  'OUTPUT ORDER',
];
export const HIT_POLICY_TEXT: Record<DecisionTable['hitPolicy'], TextKey> = {
  'FIRST': 'decision.first',
  'UNIQUE': 'decision.unique',
  'ANY': 'decision.any',
  'COLLECT': 'decision.collect',
  'PRIORITY': 'decision.priority',
  'RULE ORDER': 'decision.ruleOrder',
  'OUTPUT ORDER': 'decision.outputOrder',
};
export const HIT_POLICY_HINT: Record<DecisionTable['hitPolicy'], TextKey> = {
  'FIRST': 'decision.firstHint',
  'UNIQUE': 'decision.uniqueHint',
  'ANY': 'decision.anyHint',
  'COLLECT': 'decision.collectHint',
  'PRIORITY': 'decision.priorityHint',
  'RULE ORDER': 'decision.ruleOrderHint',
  'OUTPUT ORDER': 'decision.outputOrderHint',
};

/** What becomes of the results under COLLECT; `list` leaves them as they are. */
export const AGGREGATION_TEXT: Record<NonNullable<DecisionTable['aggregation']> | 'list', TextKey> = {
  list: 'decision.aggregation.list',
  SUM: 'decision.aggregation.sum',
  MIN: 'decision.aggregation.min',
  MAX: 'decision.aggregation.max',
  COUNT: 'decision.aggregation.count',
};
