import { decide, DecisionError, explainDecision, type DecisionTable } from '@wuxin/decision';
import type { Json } from '@wuxin/bpmn-core';
import { tableIn } from '../../../common/decisions';
import { versionNumberOf } from '../../decisions';
import { feelFunctions } from '../../expressions';
import { toJson } from '../../records';
import type { ActivityType } from '../../activity-types';

/**
 * A business rule task reads the decision table that was frozen with its version. Beside the results it gives `<key>Rules`, the ids of the
 * rules that applied, and `<key>Version`, the number of the table.
 */
export const decisionType: ActivityType = {
  type: 'decision',
  canBeTried: true,
  validate: (element) => (element.settings.decisionRef ? [] : [{ code: 'decision.noReference' }]),
  async enter({ tx, version, element, variables, record, instance, scratch }) {
    const key = element.settings.decisionRef ?? '';
    const table = version.record.decisions[key];
    if (!table) return { kind: 'failed', code: 'decision.notFound', data: { key } };
    try {
      const functions = feelFunctions(instance.parameters);
      const decision = decide(table, { ...variables, record }, { now: tx.now, functions });
      const { outputs, hitRuleIds } = decision;
      scratch?.explain({
        'zh-CN': explainDecision(decision, 'zh-CN'),
        'en-US': explainDecision(decide(tableIn('en-US', table), { ...variables, record }, { now: tx.now, functions }), 'en-US'),
      });
      const name = element.settings.resultVariable;
      const result: Record<string, Json> = name ? { [name]: outputs } : { ...outputs };
      const number = await versionNumberOf(tx, table);
      return { kind: 'completed', variables: { ...result, [`${key}Rules`]: [...hitRuleIds], [`${key}Version`]: number } };
    } catch (error) {
      if (!(error instanceof DecisionError)) throw error;
      const data = toJson(error.data) as Record<string, Json>; // data of an error is an object
      return { kind: 'failed', code: error.code, data: { key, ...englishNames(table, error), ...data } };
    }
  },
};

/** What an incident calls the table, and the column that it is about, to readers of English. */
function englishNames(table: DecisionTable, { data: { label } }: DecisionError): Record<string, Json> {
  const english = tableIn('en-US', table);
  const names = (of: DecisionTable) => [...of.inputs, ...of.outputs].map((head) => head.label);
  const column = typeof label === 'string' ? names(table).indexOf(label) : -1;
  return { tableEn: english.name, labelEn: names(english)[column] ?? '' };
}
