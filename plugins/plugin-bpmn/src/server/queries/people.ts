import type { PeopleQuery, PersonOption } from '../../common/api';
import { isBarred, labelsOf, peopleOf } from '../assignment';
import { groupKeysOfTask } from '../commands';
import { rowsOf } from '../records';
import { tables } from '../store';
import type { Reader } from './reader';
import { visibleInstance } from './visible-instance';

const LIMIT = 20;
/** People outside the rule of a task are found by who knows their name; nobody leafs through the accounts. */
const SHORTEST_NAME = 2;

/**
 * People whom the reader may choose. For entry on behalf: who may do the task. To hand a task on: first who may do it by its
 * rule, and beyond them whoever is searched for by name, marked as outside. To let read: whoever is searched for by name.
 * Only for who sees the case; who is kept from the task is never offered. As a stand-in: whoever is searched for by name.
 */
export async function searchPeople(reader: Reader, query: PeopleQuery): Promise<PersonOption[]> {
  const { tx } = reader;
  if (query.purpose === 'standIn') return possibleStandIns(reader, query.search?.trim() ?? '');
  const task = query.taskId ? await tables.tasks.find(tx, { id: query.taskId }) : undefined;
  const instanceId = task?.instanceId ?? query.instanceId;
  if (!instanceId) return [];
  const search = query.search?.trim() ?? '';
  const keys = task ? await groupKeysOfTask(tx, task.id) : [];
  await visibleInstance(reader, instanceId);
  if (query.purpose === 'onBehalfOf' && task) return candidates(reader, keys, search);
  const inside = query.purpose === 'cc' ? [] : await candidates(reader, keys, search);
  if ([...search].length < SHORTEST_NAME) return inside;
  const known = new Set(inside.map(({ id }) => id));
  const outside = (await accounts(reader, search)).filter(({ id }) => !known.has(id) && !isBarred(keys, id));
  return [...inside, ...outside].slice(0, LIMIT);
}

/** An administrator names one for somebody else, and may be it. */
async function possibleStandIns(reader: Reader, search: string): Promise<PersonOption[]> {
  if ([...search].length < SHORTEST_NAME) return [];
  const found = await accounts(reader, search, { withReader: reader.isAdministrator });
  return found.map(({ id, name, hint }) => ({ id, name, hint }));
}

async function candidates({ tx, actor, locale }: Reader, keys: readonly string[], search: string): Promise<PersonOption[]> {
  const groups = [...(await peopleOf(tx, keys))];
  const labels = await labelsOf(
    tx,
    groups.map(([key]) => key),
    locale,
  );
  const options = new Map<number, PersonOption>();
  for (const [key, people] of groups) {
    for (const { id, name } of people) if (!options.has(id)) options.set(id, { id, name, hint: hintOf(labels.get(key), name) });
  }
  const offered = [...options.values()].filter(
    ({ id, name }) => id !== actor.userId && !isBarred(keys, id) && name.includes(search),
  );
  return offered.slice(0, LIMIT);
}

/** A person's own key is labelled with their name, which is no hint. */
const hintOf = (label: string | undefined, name: string): string | null => (label === undefined || label === name ? null : label);

async function accounts({ tx, actor }: Reader, search: string, { withReader = false } = {}): Promise<PersonOption[]> {
  const isFound = { $or: [{ nickname: { $includes: search } }, { username: { $includes: search } }] };
  const rows = await rowsOf(tx, 'users', {
    filter: withReader ? isFound : { $and: [isFound, { id: { $ne: actor.userId } }] },
    fields: ['id', 'nickname', 'username'],
    sort: ['id'],
    limit: LIMIT,
  });
  return rows.map((row) => ({
    id: Number(row.get('id')),
    name: String(row.get('nickname') || row.get('username')),
    hint: String(row.get('username') ?? ''),
    isOutside: true,
  }));
}
