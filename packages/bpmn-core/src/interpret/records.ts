import type { CompensationRow, TokenRow, Variables } from '../contract';
import type { Element } from '../graph';
import { textAt } from '../json';
import type { Run } from './run';
import { visibleVariables } from './variables';

/**
 * Records of what could be compensated. The record of a sub-process, or of a multi-instance activity as a whole, has the id
 * of its token, so that `compensationsOf(record.id)` gives what was recorded inside.
 */
export function recordCompletion(run: Run, token: TokenRow, element: Element, result: Variables): void {
  const parent = run.parentOf(token);
  if (!parent || parent.kind === 'compensation' || !isCompensable(element)) return;
  const holdsRecords = token.kind === 'scope' || token.kind === 'multiInstance';
  const id = run.newId();
  if (token.kind === 'scope' && element.activity?.compensationHandlerId) dropGroup(run, token.id);
  run.compensations.insert({
    id: holdsRecords ? token.id : id,
    scopeTokenId: parent.id,
    elementId: element.id,
    sequence: run.instance.nextSequence - 1,
    variables: { ...visibleVariables(run, token.id), ...result },
  });
}

export function isCompensable(element: Element): boolean {
  return element.activity?.compensationHandlerId != null || element.scope?.isCompensable === true;
}

/** Newest first, as they are compensated. */
export function recordsOf(run: Run, groupId: string): readonly CompensationRow[] {
  return [...run.compensations.inGroup(groupId)].sort((a, b) => b.sequence - a.sequence);
}

/** What a token that ends without being completed leaves behind cannot be compensated any more. */
export function dropRecords(run: Run, token: TokenRow): void {
  const holdsRecords = token.kind === 'scope' || token.kind === 'multiInstance';
  if (holdsRecords && isCompensable(run.element(token.elementId))) dropGroup(run, token.id);
  const recordId = textAt(token.data, 'recordId');
  if (recordId !== null) dropGroup(run, recordId);
}

export function dropGroup(run: Run, groupId: string): void {
  for (const record of run.compensations.inGroup(groupId)) {
    run.compensations.delete(record.id);
    const element = run.element(record.elementId);
    if (element.scope || element.activity?.loop) dropGroup(run, record.id);
  }
}
