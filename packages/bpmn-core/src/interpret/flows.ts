import type { TokenRow } from '../contract';
import { flowsOf, type Element, type Flow } from '../graph';
import { StepFailure } from './errors';
import { evaluateKnown } from './expressions';
import type { Run } from './run';
import { spawn } from './tokens';

/** Exclusive: the first flow whose condition is met, else the default (BPMN 2.0 §13.4.2). */
export function firstMatching(run: Run, token: TokenRow, element: Element): readonly Flow[] {
  const flow = candidates(run, element).find((candidate) => isTaken(run, token, candidate)) ?? defaultFlow(run, element);
  return orFail(element, flow ? [flow] : []);
}

/** Inclusive: every flow whose condition is met, else the default (BPMN 2.0 §13.4.3). */
export function allMatching(run: Run, token: TokenRow, element: Element): readonly Flow[] {
  const chosen = candidates(run, element).filter((flow) => isTaken(run, token, flow));
  const fallback = defaultFlow(run, element);
  return orFail(element, chosen.length === 0 && fallback ? [fallback] : chosen);
}

/** Out of activities and events: flows without a condition always, the default when no condition is met (BPMN 2.0 §13.3.1). */
export function implicitSplit(run: Run, token: TokenRow, element: Element): readonly Flow[] {
  const fallback = defaultFlow(run, element);
  const chosen = candidates(run, element).filter((flow) => isTaken(run, token, flow));
  const isConditionMet = chosen.some((flow) => flow.condition !== null);
  return orFail(element, fallback && !isConditionMet ? [...chosen, fallback] : chosen);
}

export function allFlows(run: Run, element: Element): readonly Flow[] {
  return flowsOf(run.graph, element.outgoing);
}

/** Sends one new token along each flow, in the scope that the given token is in. */
export function depart(run: Run, token: TokenRow, flows: readonly Flow[]): void {
  for (const flow of flows) {
    const moved = spawn(run, { parentId: token.parentId, elementId: flow.targetId, flowId: flow.id });
    run.log('flowTaken', flow.id, moved.id, { from: flow.sourceId, to: flow.targetId });
  }
}

function candidates(run: Run, element: Element): readonly Flow[] {
  return allFlows(run, element).filter((flow) => flow.id !== element.defaultFlowId);
}

function defaultFlow(run: Run, element: Element): Flow | null {
  return allFlows(run, element).find((flow) => flow.id === element.defaultFlowId) ?? null;
}

function isTaken(run: Run, token: TokenRow, flow: Flow): boolean {
  if (flow.condition === null) return true;
  const asked = { expression: flow.condition, property: `flow:${flow.id}` };
  const isMet = evaluateKnown(run, token.id, asked);
  if (isMet === null && run.env.unknownCondition === 'incident') throw new StepFailure('conditionUnknown', asked);
  return isMet ?? false;
}

function orFail(element: Element, flows: readonly Flow[]): readonly Flow[] {
  if (flows.length === 0 && element.outgoing.length > 0) throw new StepFailure('noFlowChosen', { flowIds: element.outgoing });
  return flows;
}
