import type { Database } from '@nocobase/database';
import { Op, type WhereOptions } from 'sequelize';
import { lyingWithin, openTasksOf, tables } from '../store';
import type { Reader } from './reader';

/** Open tasks that the reader can do now: their own, those of their groups, those of people they stand in for. */
export function todoScope({ tx, keys, actor }: Reader): WhereOptions {
  const represented = keys.actingFor.map(({ person, processKeys, groupKeys }) => ({ userId: person.id, groupKeys, processKeys }));
  const own = { userId: actor.userId, groupKeys: keys.own, processKeys: null };
  return openTasksOf(tx.db, [own, ...represented], barredKey(actor.userId));
}

/** Open tasks that are one person's own: held by them, or free for one of their groups. */
export function ownTasks(db: Database, userId: number, groupKeys: readonly string[]): WhereOptions {
  return openTasksOf(db, [{ userId, groupKeys, processKeys: null }], barredKey(userId));
}

const barredKey = (userId: number): string => `!user:${userId}`;

/** Tasks that somebody has done, or that were entered for them. */
export function doneScope(userId: number): WhereOptions {
  return { status: 'completed', [Op.or]: [{ completedById: userId }, { onBehalfOfId: userId }] };
}

/**
 * Of one instance, whether the reader may see it: started by them, cc'd to them, with a task that they did, hold or can take, at
 * a place that they supervise. Administrators see all.
 */
export function visibleTo(reader: Reader, instanceId: string): WhereOptions {
  if (reader.isAdministrator) return { id: instanceId };
  const { tx, actor, supervisedPlaceIds } = reader;
  const informed = { id: tables.cc.among(tx.db, 'instanceId', { instanceId, userId: actor.userId }) };
  return { id: instanceId, [Op.or]: [...ownParts(reader, instanceId), informed, ...lyingWithin(tx.db, supervisedPlaceIds)] };
}

/**
 * Of one instance, whether the reader takes part in it: started by them, or with a task that they did, hold or can take.
 * Administrators do.
 */
export function takesPart(reader: Reader, instanceId: string): WhereOptions {
  return reader.isAdministrator ? { id: instanceId } : { id: instanceId, [Op.or]: ownParts(reader, instanceId) };
}

/** Of one instance, whether the reader may give others a copy: who takes part in it or answers for its place, and not who only has a copy. */
export function mayCopy(reader: Reader, instanceId: string): WhereOptions {
  if (reader.isAdministrator) return { id: instanceId };
  const { tx, supervisedPlaceIds } = reader;
  return { id: instanceId, [Op.or]: [...ownParts(reader, instanceId), ...lyingWithin(tx.db, supervisedPlaceIds)] };
}

function ownParts(reader: Reader, instanceId: string): WhereOptions[] {
  const { tx, actor } = reader;
  const { userId } = actor;
  const did = { [Op.or]: [{ completedById: userId }, { onBehalfOfId: userId }, { delegatorId: userId }] };
  return [
    { starterId: userId },
    { id: tables.tasks.among(tx.db, 'instanceId', { instanceId, ...did }) },
    { id: tables.tasks.among(tx.db, 'instanceId', { instanceId, ...todoScope(reader) }) },
  ];
}
