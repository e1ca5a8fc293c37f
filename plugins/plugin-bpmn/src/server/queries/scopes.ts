import type { Database } from '@nocobase/database';
import { Op, type WhereOptions } from 'sequelize';
import { casesWithin, inOneOf, lyingWithin, openTasksOf, tables } from '../store';
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

/**
 * The same as {@link visibleTo} for lists of cases, where each part is found by its own index. There is none for who delegated a task:
 * they see its case in lists when it has come back to them.
 */
export async function visibleCases(reader: Reader): Promise<WhereOptions> {
  if (reader.isAdministrator) return {};
  const { tx, actor, supervisedPlaceIds } = reader;
  const copied = tables.cc.listOf(tx.db, 'instanceId', { userId: actor.userId });
  const offered = tables.tasks.listOf(tx.db, 'instanceId', todoScope(reader));
  const own = { id: inOneOf([...actedLists(reader), copied, offered]) };
  return supervisedPlaceIds.length === 0 ? own : { [Op.or]: [own, await casesWithin(tx, supervisedPlaceIds)] };
}

/** Cases that the reader started or did something in. */
export const actedCases = (reader: Reader): WhereOptions => ({ id: inOneOf(actedLists(reader)) });

function actedLists({ tx: { db }, actor: { userId } }: Reader): string[] {
  return [
    tables.instances.listOf(db, 'id', { starterId: userId }),
    tables.tasks.listOf(db, 'instanceId', { completedById: userId }),
    tables.tasks.listOf(db, 'instanceId', { onBehalfOfId: userId }),
  ];
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
