import { findProcess } from '../graph';
import { textAt } from '../json';
import { StepFailure } from './errors';
import { evaluateCondition } from './expressions';
import type { Run } from './run';

/**
 * Looks at the waiting conditions after variables changed. An event happens when its condition turns true, so one that
 * does not interrupt has to turn false before it can happen again (BPMN 2.0 §10.5.4).
 */
export function recheckConditions(run: Run): void {
  if (!run.variablesChanged) return;
  run.variablesChanged = false;
  if (!findProcess(run.graph, run.instance.processId)?.hasConditions) return;
  for (const subscription of waitingConditions(run)) {
    const isMet = holds(run, subscription.tokenId, textAt(subscription.data, 'expression') ?? 'false');
    if (isMet === subscription.data.isMet) continue;
    run.subscriptions.update({ ...subscription, data: { ...subscription.data, isMet } });
    if (isMet) run.push({ type: 'trigger', tokenId: subscription.tokenId, subscriptionId: subscription.id, variables: {} });
  }
}

function waitingConditions(run: Run) {
  const stored = run.subscriptions.adopt(run.reader.conditions());
  const inserted = run.subscriptions.inserted().filter((row) => row.kind === 'condition');
  return [...stored, ...inserted];
}

/** A condition that cannot be evaluated now has not come true; it was evaluable when the wait began. */
function holds(run: Run, tokenId: string, expression: string): boolean {
  try {
    return evaluateCondition(run, tokenId, { expression, property: 'condition' });
  } catch (error) {
    if (error instanceof StepFailure) return false;
    throw error;
  }
}
