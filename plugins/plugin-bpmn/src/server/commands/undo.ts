import type { Variables } from '@wuxin/bpmn-core';
import { underCommand } from '../records';
import type { StepUndo } from '../store';
import type { OpenedInstance } from './opened-instance';

/**
 * Keeps with the case what its last step changes, so that the step can be taken back whole; `before` are the variables before it. A step
 * that ends the case cannot be: nothing of it is kept.
 */
export function keepUndo({ instance, session, unit }: OpenedInstance, taskId: string, before: Variables): void {
  const { status, variables: after } = session.instance;
  if (status !== 'running') {
    instance.undo = null;
    return;
  }
  instance.undo = { taskId, variables: asBefore(before, after), ...unit.changedByActivities };
}

/** What variables that were changed held before; null where they were not there. */
export function asBefore(before: Variables, after: Variables): Variables {
  const changed = Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
  return Object.fromEntries(changed.map((name) => [name, before[name] ?? null]));
}

/** The undo of this step; nothing of an older step, or of one that was completed before there was any. */
export const undoOf = ({ instance: { undo } }: OpenedInstance, taskId: string): StepUndo | null =>
  undo?.taskId === taskId ? undo : null;

/** Puts back what activities behind a step wrote into the record, and into rows of others. What people entered stays: the step is open with it. */
export async function restoreRecord(
  { tx, instance }: OpenedInstance,
  { record, rows, changedRows = [] }: StepUndo,
): Promise<void> {
  const { recordCollection, recordId } = instance;
  const { transaction } = tx;
  await underCommand(tx, async () => {
    if (recordCollection !== null && recordId !== null && Object.keys(record).length > 0)
      await tx.db.getRepository(recordCollection).update({ filterByTk: recordId, values: record, transaction });
    for (const { collection, id } of rows) await tx.db.getRepository(collection).destroy({ filterByTk: id, transaction });
    // what was changed twice is at the end as it was first
    for (const { collection, id, before: values } of [...changedRows].reverse())
      await tx.db.getRepository(collection).update({ filterByTk: id, values, transaction });
  });
}
