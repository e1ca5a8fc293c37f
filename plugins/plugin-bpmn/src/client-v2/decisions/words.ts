import type { DecisionTable } from '@wuxin/decision';
import type { TextKey } from '../i18n';

export const HIT_POLICIES: readonly DecisionTable['hitPolicy'][] = ['FIRST', 'UNIQUE', 'ANY', 'COLLECT'];
export const HIT_POLICY_TEXT: Record<DecisionTable['hitPolicy'], TextKey> = {
  FIRST: 'decision.first',
  UNIQUE: 'decision.unique',
  ANY: 'decision.any',
  COLLECT: 'decision.collect',
};
export const HIT_POLICY_HINT: Record<DecisionTable['hitPolicy'], TextKey> = {
  FIRST: 'decision.firstHint',
  UNIQUE: 'decision.uniqueHint',
  ANY: 'decision.anyHint',
  COLLECT: 'decision.collectHint',
};
