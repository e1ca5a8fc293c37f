import { isBarred } from '../../assignment';
import { countedRating, isRating } from '../../ratings';
import { localDateOf } from '../../runtime/local-date';
import type { AuditedCase, BrokenRow, CaseInvariant, CompletedTask } from '../types';
import { brokenRow } from './rows';

/**
 * A task was done by its holder or, where nobody held it, by one of its candidates; by who stood in for them on that day; or entered on
 * behalf of one of these. Whoever is kept from it did not do it, and a rating is done by the rater's own hand.
 *
 * Roles and posts have no past: of who could through one of these, nobody can tell later whether they had it. Nor whether who
 * entered something was an administrator then, so what is compared is for whom it was entered.
 */
export const taskDoneBy: CaseInvariant = {
  name: 'task.doneBy',
  scope: 'case',
  *check(audited) {
    const elements = audited.graph?.elements ?? {};
    for (const task of audited.completedTasks) {
      const element = elements[task.elementId];
      const isOwnHand = element !== undefined && (isRating(element) || countedRating(element) !== undefined);
      yield* faultsOf(audited, task, isOwnHand);
    }
  },
};

function* faultsOf(audited: AuditedCase, task: CompletedTask, isOwnHand: boolean): Iterable<BrokenRow> {
  const { id, completedById, onBehalfOfId, groupKeys } = task;
  const broken = (fault: string) => brokenRow(audited, 'bpmnTasks', id, { fault, completedById, onBehalfOfId });
  const personId = onBehalfOfId ?? completedById;
  if (personId === null) return; // its deadline did it
  if (isOwnHand && onBehalfOfId !== null) yield broken('notOwnHand');
  else if (isBarred(groupKeys, personId)) yield broken('barred');
  else if (!couldDo(audited, task, { personId, isOwnHand })) yield broken('notTheirs');
}

interface Doer {
  readonly personId: number;
  readonly isOwnHand: boolean;
}

function couldDo({ instance, standIns }: AuditedCase, task: CompletedTask, { personId, isOwnHand }: Doer): boolean {
  const keys = task.assigneeId === null ? task.groupKeys.filter((key) => !key.startsWith('!')) : [`user:${task.assigneeId}`];
  if (keys.includes(`user:${personId}`) || keys.some((key) => !key.startsWith('user:'))) return true;
  if (isOwnHand) return false;
  const at = task.closedAt ?? 0;
  const day = localDateOf(at);
  return standIns.some(
    ({ absent, standIn, fromOn, untilOn, processKeys, revoked }) =>
      standIn.id === personId &&
      keys.includes(`user:${absent.id}`) &&
      fromOn <= day &&
      day <= untilOn &&
      (revoked === null || revoked.at >= at) &&
      (processKeys?.includes(instance.processKey) ?? true),
  );
}
