import { Op, type WhereOptions } from 'sequelize';
import type { Actor } from '../runtime/actor';
import { localDateOf } from '../runtime/local-date';
import type { ReadAt } from '../runtime/read-at';
import type { Tx } from '../runtime/tx';
import { Table } from '../store';
import type { StandIn } from './types';

interface Row {
  id: string;
  absentId: number;
  absentName: string;
  standInId: number;
  standInName: string;
  fromOn: string;
  untilOn: string;
  processKeys: readonly string[] | null;
  reason: string;
  createdById: number;
  createdByName: string;
  createdAt: number;
  revokedAt: number | null;
  revokedById: number | null;
  revokedByName: string | null;
  revokeReason: string | null;
}

const standIns = new Table<Row>('bpmnStandIns', {
  id: 'text',
  absentId: 'number',
  absentName: 'text',
  standInId: 'number',
  standInName: 'text',
  fromOn: 'text',
  untilOn: 'text',
  processKeys: 'json',
  reason: 'text',
  createdById: 'number',
  createdByName: 'text',
  createdAt: 'number',
  revokedAt: 'number',
  revokedById: 'number',
  revokedByName: 'text',
  revokeReason: 'text',
});

/** NocoBase's own table: reading it for update keeps two commands about the same person apart. */
const users = new Table<{ id: number; nickname: string | null; username: string | null }>('users', {
  id: 'number',
  nickname: 'text',
  username: 'text',
});

/** Whom this person stands in for today. */
export function standInsBy(tx: ReadAt, userId: number): Promise<readonly StandIn[]> {
  return find(tx, { standInId: userId, ...on(localDateOf(tx.now)) });
}

/** Whoever ends one of them waits until the transaction is over, as this waits for whoever is ending one. */
export async function keepStandInsBy(tx: Tx, userId: number): Promise<void> {
  await standIns.select(tx, { standInId: userId, ...on(localDateOf(tx.now)) }, { order: [['id', 'ASC']], forShare: true });
}

/** Whom these people stand in for or ever have, also where that was ended early. */
export function standInsEverBy(tx: ReadAt, userIds: readonly number[]): Promise<readonly StandIn[]> {
  return userIds.length === 0 ? Promise.resolve([]) : find(tx, { standInId: { [Op.in]: [...userIds] } });
}

/** Who stands in for these people today. */
export function standInsFor(tx: ReadAt, absentIds: readonly number[]): Promise<readonly StandIn[]> {
  return find(tx, { absentId: { [Op.in]: [...absentIds] }, ...on(localDateOf(tx.now)) });
}

export interface StandInQuery {
  /** Whose, both ways; null: everybody's. */
  readonly userId: number | null;
  /** `open`: now or coming, the earliest first; `past`: over or revoked, the latest first. */
  readonly period: 'open' | 'past';
  readonly limit: number;
  readonly offset: number;
}

/** A slice of the stand-ins of one person or of all, and how many there are. */
export async function listStandIns(
  tx: ReadAt,
  { userId, period, limit, offset }: StandInQuery,
): Promise<{ readonly rows: readonly StandIn[]; readonly total: number }> {
  const theirs = userId === null ? {} : { [Op.or]: [{ standInId: userId }, { absentId: userId }] };
  const where = { [Op.and]: [theirs, PERIODS[period](localDateOf(tx.now))] };
  const rows = await standIns.select(tx, where, { order: ORDERS[period], limit, offset });
  return { rows: rows.map(decode), total: await standIns.count(tx, where) };
}

const PERIODS: Record<StandInQuery['period'], (today: string) => WhereOptions> = {
  open: (today) => ({ revokedAt: null, untilOn: { [Op.gte]: today } }),
  past: (today) => ({ [Op.or]: [{ revokedAt: { [Op.ne]: null } }, { untilOn: { [Op.lt]: today } }] }),
};
const ORDERS: Record<StandInQuery['period'], [string, 'ASC' | 'DESC'][]> = {
  open: [
    ['fromOn', 'ASC'],
    ['id', 'ASC'],
  ],
  past: [
    ['untilOn', 'DESC'],
    ['id', 'ASC'],
  ],
};

/** Those that hold on some day of the range. */
export function standInsBetween(tx: ReadAt, fromOn: string, untilOn: string): Promise<readonly StandIn[]> {
  return find(tx, { revokedAt: null, fromOn: { [Op.lte]: untilOn }, untilOn: { [Op.gte]: fromOn } });
}

export async function findStandIn(tx: Tx, id: string): Promise<StandIn | undefined> {
  const row = await standIns.find(tx, { id }, { forUpdate: true });
  return row && decode(row);
}

/** Locks both people, always in the same order, and gives their names; a person who does not exist is left out. */
export async function lockPeople(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await users.select(tx, { id: { [Op.in]: [...ids] } }, { order: [['id', 'ASC']], forUpdate: true });
  return new Map(rows.map((row) => [row.id, row.nickname || row.username || String(row.id)]));
}

export async function insertStandIn(tx: Tx, standIn: StandIn): Promise<void> {
  const { absent, standIn: deputy, createdBy, revoked: _notYet, ...rest } = standIn;
  const people = { absentId: absent.id, absentName: absent.name, standInId: deputy.id, standInName: deputy.name };
  const creation = { createdById: createdBy.id, createdByName: createdBy.name };
  const revocation = { revokedAt: null, revokedById: null, revokedByName: null, revokeReason: null };
  await standIns.insert(tx, [{ ...rest, ...people, ...creation, ...revocation }]);
}

export async function markRevoked(tx: Tx, id: string, actor: Actor, reason: string): Promise<void> {
  const revocation = { revokedAt: tx.now, revokedById: actor.userId, revokedByName: actor.name, revokeReason: reason };
  await standIns.update(tx, { id }, revocation);
}

const on = (date: string) => ({ revokedAt: null, fromOn: { [Op.lte]: date }, untilOn: { [Op.gte]: date } });

async function find(tx: ReadAt, where: WhereOptions): Promise<readonly StandIn[]> {
  const rows = await standIns.select(tx, where, {
    order: [
      ['fromOn', 'ASC'],
      ['id', 'ASC'],
    ],
  });
  return rows.map(decode);
}

function decode(row: Row): StandIn {
  const { revokedAt, revokedById, revokedByName, revokeReason } = row;
  const isRevoked = revokedAt !== null && revokedById !== null;
  return {
    id: row.id,
    absent: { id: row.absentId, name: row.absentName },
    standIn: { id: row.standInId, name: row.standInName },
    fromOn: row.fromOn,
    untilOn: row.untilOn,
    processKeys: row.processKeys,
    reason: row.reason,
    createdBy: { id: row.createdById, name: row.createdByName },
    createdAt: row.createdAt,
    revoked: isRevoked ? { by: { id: revokedById, name: revokedByName ?? '' }, at: revokedAt, reason: revokeReason ?? '' } : null,
  };
}
