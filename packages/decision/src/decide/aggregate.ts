import type { Json } from '@wuxin/feel';
import { DecisionError } from '../errors';
import type { DecisionTable } from '../table';
import type { Hit } from './decide';

/**
 * The results of all hits as one value; `COUNT` counts different results, as DMN says. Of no hits there are none to count, and nothing to
 * add up or to compare.
 *
 * @throws DecisionError `decision.notAggregable`, `decision.notANumber`
 */
export function aggregated({ outputs, aggregation }: DecisionTable, hits: readonly Hit[]): Json {
  const [output, ...others] = outputs;
  if (!output || others.length > 0) throw new DecisionError('decision.notAggregable');
  const results = hits.map(({ values }) => values[0] ?? null);
  if (aggregation === 'COUNT') return new Set(results.map((value) => JSON.stringify(value))).size;
  if (hits.length === 0) return null;
  const numbers = hits.map(({ rule, values: [value = null] }) => {
    if (typeof value === 'number') return value;
    throw new DecisionError('decision.notANumber', { ruleId: rule.id, label: output.label, value });
  });
  switch (aggregation) {
    case 'MIN':
      return Math.min(...numbers);
    case 'MAX':
      return Math.max(...numbers);
    default:
      return numbers.reduce((sum, value) => sum + value, 0);
  }
}
