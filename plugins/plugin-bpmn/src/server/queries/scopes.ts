import type { Database } from '@nocobase/database';
import { Op, type WhereOptions } from 'sequelize';
import { tables } from '../store';
import type { Reader } from './reader';

/** Tasks that the reader can do now: their own, those of their groups, those of people they stand in for. */
export function todoScope({ tx, keys, actor }: Reader): WhereOptions {
  const represented = keys.actingFor.map(({ person, processKeys, groupKeys }) => ({
    ...(processKeys ? { processKey: [...processKeys] } : {}),
    [Op.and]: [heldBy(tx.db, person.id, groupKeys)],
  }));
  return { [Op.and]: [{ [Op.or]: [heldBy(tx.db, actor.userId, keys.own), ...represented] }, notBarred(tx.db, actor.userId)] };
}

/** Open tasks that are one person's own: held by them, or free for one of their groups. */
export function ownTasks(db: Database, userId: number, groupKeys: readonly string[]): WhereOptions {
  return { [Op.and]: [{ status: 'open' }, heldBy(db, userId, groupKeys), notBarred(db, userId)] };
}

function heldBy(db: Database, userId: number, groupKeys: readonly string[]): WhereOptions {
  const isFree = { assigneeId: null, id: tables.candidates.among(db, 'taskId', { groupKey: [...groupKeys] }) };
  return { [Op.or]: [{ assigneeId: userId }, isFree] };
}

function notBarred(db: Database, userId: number): WhereOptions {
  const { [Op.in]: barred } = tables.candidates.among(db, 'taskId', { groupKey: `!user:${userId}` });
  return { id: { [Op.notIn]: barred } };
}

/**
 * Instances that the reader may see: started by them, cc'd to them, with a task that they did, hold or can take, at a place
 * that they supervise. Administrators see all.
 */
export function visibleInstances(reader: Reader): WhereOptions {
  if (reader.isAdministrator) return {};
  const { tx, actor } = reader;
  const { userId } = actor;
  const own = [
    { starterId: userId },
    { id: tables.cc.among(tx.db, 'instanceId', { userId }) },
    {
      id: tables.tasks.among(tx.db, 'instanceId', {
        [Op.or]: [{ completedById: userId }, { onBehalfOfId: userId }, { delegatorId: userId }],
      }),
    },
    { id: tables.tasks.among(tx.db, 'instanceId', { [Op.and]: [{ status: 'open' }, todoScope(reader)] }) },
  ];
  return { [Op.or]: [...own, ...atPlaces(tx.db, reader.supervisedPlaceIds)] };
}

/** At one of these places or below: the path of an instance is JSON text with the ids of all places around it. */
export function atPlaces(db: Database, placeIds: readonly string[]): WhereOptions[] {
  return placeIds.map((id) => tables.instances.containing(db, 'placePath', `"id":${JSON.stringify(id)}`));
}
