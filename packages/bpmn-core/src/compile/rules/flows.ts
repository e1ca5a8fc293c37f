import { findElement, flowsOf, type Element, type Flow } from '../../graph';
import type { Checker } from '../check';

export function checkFlow(flow: Flow, check: Checker): void {
  const source = findElement(check.graph, flow.sourceId);
  const target = findElement(check.graph, flow.targetId);
  if (!source || !target) return check.error('flowDangling', flow);
  if (source.scopeId !== target.scopeId) check.error('flowCrossesScope', flow);
  if (flow.condition === null) return;
  const between = { id: flow.id, name: flow.name ?? `${nameOf(source)} → ${nameOf(target)}` };
  check.expression(between, 'condition', flow.condition);
  if (source.defaultFlowId === flow.id) check.warning('defaultFlowHasCondition', between);
}

/** Few flows have a name; people find one by what it connects. */
const nameOf = ({ name, id }: Element) => name ?? id;

/** What holds for the flows out of any element. */
export function checkOutgoing(element: Element, check: Checker): void {
  const flows = flowsOf(check.graph, element.outgoing);
  const fallback = element.defaultFlowId;
  if (fallback !== null && !element.outgoing.includes(fallback)) check.error('defaultFlowForeign', element, { flow: fallback });
  const ignoresConditions = element.kind === 'parallelGateway' || element.kind === 'eventBasedGateway';
  const isAllConditional = flows.length > 0 && flows.every(({ condition }) => condition !== null);
  if (isAllConditional && fallback === null && !ignoresConditions) check.warning('noDefaultFlow', element);
}
