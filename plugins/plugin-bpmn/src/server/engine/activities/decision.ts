import { decide, DecisionError } from '@wuxin/decision';
import type { Json } from '@wuxin/bpmn-core';
import { feelFunctions } from '../../expressions';
import { toJson } from '../../records';
import type { ActivityType } from '../../activity-types';

/** A business rule task reads the decision table that was frozen with its version. */
export const decisionType: ActivityType = {
  type: 'decision',
  validate: (element) => (element.settings.decisionRef ? [] : [{ code: 'decision.noReference' }]),
  async enter({ tx, version, element, variables, record, instance }) {
    const key = element.settings.decisionRef ?? '';
    const table = version.record.decisions[key];
    if (!table) return { kind: 'failed', code: 'decision.notFound', data: { key } };
    try {
      const functions = feelFunctions(instance.parameters);
      const { outputs, hitRuleIds } = decide(table, { ...variables, record }, { now: tx.now, functions });
      const name = element.settings.resultVariable;
      const result: Record<string, Json> = name ? { [name]: outputs } : { ...outputs };
      return { kind: 'completed', variables: { ...result, [`${key}Rules`]: [...hitRuleIds] } };
    } catch (error) {
      if (!(error instanceof DecisionError)) throw error;
      return { kind: 'failed', code: error.code, data: { key, ...(toJson(error.data) as Record<string, Json>) } }; // data of an error is an object
    }
  },
};
