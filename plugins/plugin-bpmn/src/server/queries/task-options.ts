import type { OptionRow } from '../../common/api';
import { mustHoldOrAdminister } from '../commands';
import { optionsFor, type FrozenForm } from '../forms';
import { notFound } from '../runtime/errors';
import { tables } from '../store';
import { loadVersion } from '../versions';
import type { Reader } from './reader';

/** What the holder of a task, or an administrator on behalf of the holder, may pick in one of its form's association fields. */
export async function taskOptions(
  reader: Reader,
  taskId: string,
  query: { field: string; search?: string },
): Promise<OptionRow[]> {
  const { tx, actor } = reader;
  const task = await tables.tasks.find(tx, { id: taskId });
  if (!task) throw notFound('task.notFound', { taskId });
  await mustHoldOrAdminister(tx, actor, task);
  const { record } = await loadVersion(tx, task.versionId);
  const form = record.forms[task.elementId] as FrozenForm | undefined; // frozen by publishProcess
  if (!form) throw notFound('task.noForm', { taskId });
  return optionsFor(tx, { contract: form.contract, ...query });
}
