import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { casesBelow } from './cases-below';

/** The open tasks of an instance and of the cases that it called, oldest first. */
export async function openTasksOf(tx: Tx, instanceId: string): Promise<{ id: string; elementId: string }[]> {
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
  return tasks.map(({ id, elementId }) => ({ id, elementId }));
}
