import { tables } from '../store';
import type { Reader } from './reader';

/** A supervisor of the place may remind; starters and administrators may anyway. */
export async function mayRemindTask(reader: Reader, taskId: string): Promise<boolean> {
  const task = await tables.tasks.find(reader.tx, { id: taskId });
  const instance = task && (await tables.instances.find(reader.tx, { id: task.instanceId }));
  return instance?.placePath.some(({ id }) => reader.supervisedPlaceIds.includes(id)) ?? false;
}
