import { flowsOf, type Element } from '../../graph';
import type { Checker } from '../check';

/** Exclusive and inclusive gateways: a flow without a condition would be taken always, or hide the ones after it. */
export function conditionsOnEachFlow(element: Element, check: Checker): void {
  if (element.outgoing.length < 2) return;
  for (const flow of flowsOf(check.graph, element.outgoing)) {
    const isDefault = flow.id === element.defaultFlowId;
    if (!isDefault && flow.condition === null) check.error('conditionMissing', flow, { gateway: element.name ?? element.id });
  }
}

/** Parallel and event-based gateways do not look at conditions. */
export function noConditions(element: Element, check: Checker): void {
  for (const flow of flowsOf(check.graph, element.outgoing)) {
    if (flow.condition !== null) check.warning('conditionIgnored', flow, { gateway: element.name ?? element.id });
  }
}
