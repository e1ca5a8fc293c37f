import type { Database } from '@nocobase/database';
import { literal, Op, type WhereOptions } from 'sequelize';
import { tables } from './tables';

/** Somebody whose tasks are looked for. */
export interface TaskHolder {
  readonly userId: number;
  readonly groupKeys: readonly string[];
  /** Null: of every process. */
  readonly processKeys: readonly string[] | null;
}

/**
 * Open tasks that somebody holds, or that nobody holds and one of their groups was given, without those that `barredKey` is
 * kept from. Each half has its index, so the database never looks at tasks of others: one condition with OR would make it read
 * all open ones.
 */
export function openTasksOf(db: Database, holders: readonly TaskHolder[], barredKey: string): WhereOptions {
  const halves = holders.flatMap((holder) => [heldBy(db, holder), ...offeredTo(db, holder)]);
  const found = halves.map((half) => `${half} AND NOT EXISTS (${barring(db, barredKey)})`).join(' UNION ');
  return { status: 'open', id: { [Op.in]: literal(`(${found})`) } };
}

function heldBy(db: Database, { userId, processKeys }: TaskHolder): string {
  const { tasks } = tables;
  return `SELECT ${tasks.column(db, 'task', 'id')} FROM ${tasks.quoted(db)} AS task
    WHERE ${tasks.column(db, 'task', 'status')} = 'open' AND ${tasks.column(db, 'task', 'assigneeId')} = ${db.sequelize.escape(userId)}
    ${ofProcesses(db, processKeys)}`;
}

function offeredTo(db: Database, { groupKeys, processKeys }: TaskHolder): string[] {
  const { tasks, candidates } = tables;
  if (groupKeys.length === 0) return [];
  return [
    `SELECT ${tasks.column(db, 'task', 'id')} FROM ${candidates.quoted(db)} AS candidate
    INNER JOIN ${tasks.quoted(db)} AS task ON ${tasks.column(db, 'task', 'id')} = ${candidates.column(db, 'candidate', 'taskId')}
    WHERE ${candidates.column(db, 'candidate', 'groupKey')} IN (${listed(db, groupKeys)})
    AND ${tasks.column(db, 'task', 'status')} = 'open' AND ${tasks.column(db, 'task', 'assigneeId')} IS NULL
    ${ofProcesses(db, processKeys)}`,
  ];
}

const ofProcesses = (db: Database, processKeys: TaskHolder['processKeys']): string =>
  processKeys === null ? '' : `AND ${tables.tasks.column(db, 'task', 'processKey')} IN (${listed(db, processKeys)})`;

function barring(db: Database, barredKey: string): string {
  const { tasks, candidates } = tables;
  return `SELECT 1 FROM ${candidates.quoted(db)} AS barring
    WHERE ${candidates.column(db, 'barring', 'taskId')} = ${tasks.column(db, 'task', 'id')}
    AND ${candidates.column(db, 'barring', 'groupKey')} = ${db.sequelize.escape(barredKey)}`;
}

/** Nothing is in an empty list. */
const listed = (db: Database, values: readonly string[]): string =>
  values.length === 0 ? 'NULL' : values.map((value) => db.sequelize.escape(value)).join(', ');
