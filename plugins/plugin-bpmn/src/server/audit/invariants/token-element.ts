import { findElement, findFlow } from '@wuxin/bpmn-core';
import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/** Nothing of a case stands at an element that its version does not have. */
export const tokenElement: CaseInvariant = {
  name: 'token.element',
  scope: 'case',
  *check(audited) {
    const { graph, instance, tokens, subscriptions, compensations, openTasks } = audited;
    const { versionId } = instance;
    if (!graph) {
      yield brokenRow(audited, 'bpmnInstances', instance.id, { fault: 'versionMissing', versionId });
      return;
    }
    const isAbsent = ({ elementId }: { readonly elementId: string }) => findElement(graph, elementId) === undefined;
    for (const { id, elementId } of tokens.filter(isAbsent)) yield brokenRow(audited, 'bpmnTokens', id, { elementId, versionId });
    for (const { id, elementId } of subscriptions.filter(isAbsent))
      yield brokenRow(audited, 'bpmnSubscriptions', id, { elementId, versionId });
    for (const { id, elementId } of compensations.filter(isAbsent))
      yield brokenRow(audited, 'bpmnCompensations', id, { elementId, versionId });
    for (const { id, elementId } of openTasks.filter(isAbsent))
      yield brokenRow(audited, 'bpmnTasks', id, { elementId, versionId });
    for (const { id, flowId } of tokens) {
      if (flowId !== null && !findFlow(graph, flowId)) yield brokenRow(audited, 'bpmnTokens', id, { flowId, versionId });
    }
  },
};
