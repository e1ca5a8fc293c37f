import type { Tx } from '../runtime/tx';
import { tables } from '../store';

/** The open tasks of an instance, oldest first. */
export async function openTasksOf(tx: Tx, instanceId: string): Promise<{ id: string; elementId: string }[]> {
  const tasks = await tables.tasks.select(
    tx,
    { instanceId, status: 'open' },
    {
      order: [
        ['openedAt', 'ASC'],
        ['id', 'ASC'],
      ],
    },
  );
  return tasks.map(({ id, elementId }) => ({ id, elementId }));
}

/** Is there such a process, in whatever state? */
export async function hasProcess(tx: Tx, key: string): Promise<boolean> {
  return (await tables.processes.count(tx, { key })) > 0;
}
