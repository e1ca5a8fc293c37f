import type { PeopleQuery, PersonOption } from '../../common/api';
import { peopleOf } from '../assignment';
import { groupKeysOfTask } from '../commands';
import { rowsOf } from '../records';
import { tables } from '../store';
import type { Reader } from './reader';
import { visibleInstance } from './visible-instance';

const LIMIT = 20;

/**
 * People whom the reader may choose. For entry on behalf: who may do the task. To hand on or to let read: anybody with an
 * account, by name; only for who sees the case, so that nobody lists accounts at will.
 */
export async function searchPeople(reader: Reader, query: PeopleQuery): Promise<PersonOption[]> {
  const { tx, actor } = reader;
  const task = query.taskId ? await tables.tasks.find(tx, { id: query.taskId }) : undefined;
  const instanceId = task?.instanceId ?? query.instanceId;
  if (!instanceId) return [];
  if (query.purpose === 'onBehalfOf' && task) return candidates(reader, task.id, query.search);
  await visibleInstance(reader, instanceId);
  const search = query.search?.trim();
  const filter = search ? { $or: [{ nickname: { $includes: search } }, { username: { $includes: search } }] } : {};
  const rows = await rowsOf(tx, 'users', {
    filter: { $and: [filter, { id: { $ne: actor.userId } }] },
    fields: ['id', 'nickname', 'username'],
    sort: ['id'],
    limit: LIMIT,
  });
  return rows.map((row) => ({
    id: Number(row.get('id')),
    name: String(row.get('nickname') || row.get('username')),
    hint: String(row.get('username') ?? ''),
  }));
}

async function candidates({ tx, actor }: Reader, taskId: string, search?: string): Promise<PersonOption[]> {
  const keys = (await groupKeysOfTask(tx, taskId)).filter((key) => !key.startsWith('!'));
  const people = [...(await peopleOf(tx, keys)).values()].flat();
  const unique = [...new Map(people.map((person) => [person.id, person])).values()];
  return unique.filter(({ id, name }) => id !== actor.userId && (!search || name.includes(search))).slice(0, LIMIT);
}
