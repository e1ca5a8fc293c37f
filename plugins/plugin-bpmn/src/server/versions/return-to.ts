import type { Element, Graph } from '@wuxin/bpmn-core';

/** What `wuxin:returnTo` of a user task names: nothing with `none`. */
export const returnTargetIds = (returnTo: string): readonly string[] =>
  returnTo.trim() === 'none' ? [] : returnTo.split(',').map((id) => id.trim());

/** Names in it that are no user task of the same scope, each once. */
export function unknownReturnTargets(graph: Graph, { scopeId, settings }: Element): readonly string[] {
  if (settings.returnTo === undefined) return [];
  const isThere = (id: string) => graph.elements[id]?.type === 'bpmn:UserTask' && graph.elements[id]?.scopeId === scopeId;
  return [...new Set(returnTargetIds(settings.returnTo))].filter((id) => !isThere(id));
}
