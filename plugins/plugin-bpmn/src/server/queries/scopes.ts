import type { Database } from '@nocobase/database';
import { Op, type WhereOptions } from 'sequelize';
import { tables } from '../store';
import type { Reader } from './reader';

/** Tasks that the reader can do now: their own, those of their groups, those of people they stand in for. */
export function todoScope({ tx, keys, actor }: Reader): WhereOptions {
  const heldBy = (userId: number, groupKeys: readonly string[]): WhereOptions => ({
    [Op.or]: [
      { assigneeId: userId },
      { assigneeId: null, id: tables.candidates.among(tx.db, 'taskId', { groupKey: [...groupKeys] }) },
    ],
  });
  const represented = keys.actingFor.map(({ person, processKeys, groupKeys }) => ({
    ...(processKeys ? { processKey: [...processKeys] } : {}),
    [Op.and]: [heldBy(person.id, groupKeys)],
  }));
  return { [Op.and]: [{ [Op.or]: [heldBy(actor.userId, keys.own), ...represented] }, notBarred(tx.db, actor.userId)] };
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
