import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { casesBelow } from './cases-below';

export interface OpenTask {
  readonly id: string;
  readonly elementId: string;
  /** Of its own case, which a called case has for itself. */
  readonly recordId: string | null;
}

/** The open tasks of an instance and of the cases that it called, oldest first. */
export async function openTasksOf(tx: Tx, instanceId: string): Promise<OpenTask[]> {
  const { ids } = await casesBelow(tx, [instanceId]);
  const tasks = await tables.tasks.select(
    tx,
    { instanceId: [...ids], status: 'open' },
    {
      order: [
        ['openedAt', 'ASC'],
        ['id', 'ASC'],
      ],
    },
  );
  const cases = await tables.instances.selectColumns(tx, ['id', 'recordId'], { id: [...ids] });
  const recordOf = new Map(cases.map(({ id, recordId }) => [id, recordId]));
  return tasks.map(({ id, elementId, instanceId: of }) => ({ id, elementId, recordId: recordOf.get(of) ?? null }));
}
