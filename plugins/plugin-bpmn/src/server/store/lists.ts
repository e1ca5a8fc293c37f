import type { Database } from '@nocobase/database';
import { literal, Op, type WhereOptions } from 'sequelize';
import { tables } from './tables';

/**
 * In one of several lists (see `Table.listOf`), each of which has its index. Conditions joined by OR would make the database read
 * the whole table that they are about.
 */
export function inOneOf(lists: readonly string[]): { [Op.in]: ReturnType<typeof literal> } {
  return { [Op.in]: literal(`(${lists.join(' UNION ')})`) };
}

/**
 * History of cases that meet a condition. Each row asks for its own case: a list that ends after some rows does not begin by
 * finding every case that somebody may see.
 */
export function ofCases(db: Database, where: WhereOptions): WhereOptions {
  const { history, instances } = tables;
  const own = literal(`${instances.qualified(db, 'id')} = ${history.qualified(db, 'instanceId')}`);
  return { instanceId: instances.among(db, 'id', { [Op.and]: [own, where] }) };
}
