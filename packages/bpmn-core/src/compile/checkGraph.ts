import { findFlow, type Graph } from '../graph';
import { kinds } from '../kinds';
import type { Checker } from './check';
import { checkActivity, checkDefinitions, checkFlow, checkOutgoing, checkParameterChecks, checkReachable } from './rules';

/** Every rule over every element; each kind adds its own. */
export function checkGraph(graph: Graph, check: Checker): void {
  for (const id of Object.keys(graph.flows)) {
    const flow = findFlow(graph, id);
    if (flow) checkFlow(flow, check);
  }
  for (const process of Object.values(graph.processes)) checkParameterChecks(process, check);
  for (const element of Object.values(graph.elements)) {
    checkOutgoing(element, check);
    checkActivity(element, check);
    checkDefinitions(element, check);
    kinds.get(element.kind)?.check?.(element, check);
    if (element.kind === 'process' && element.scope?.startIds.length === 0 && check.startEventsOf(element).length === 0) {
      check.error('processEmpty', element);
    }
  }
  checkReachable(check);
}
