import type { MeetingType } from '@wuxin/ballot-core';
import type { ReadTx, Tx } from '@wuxin/plugin-bpmn';
import type { Database } from '@nocobase/database';
import { literal, Op, type WhereOptions } from 'sequelize';
import { tables, type MeetingRecord, type RollEntryRecord } from '../store';

export const entriesOf = (tx: ReadTx, rollId: string): Promise<RollEntryRecord[]> =>
  tables.rollEntries.select(tx, { rollId }, { order: [['number', 'ASC']] });

/** Meetings that are under way under the same law. */
const UNDER_WAY = ['convened', 'open', 'adjourned'];

interface Rolled {
  readonly meeting: Pick<MeetingRecord, 'id' | 'placeId'>;
  readonly rollId: string;
  readonly typeKeys: readonly string[];
}

/** Entries of a roll whose people stand on the frozen roll of another place too, in a meeting under the same law that is under way. */
export async function doubleEnrolledIn(tx: ReadTx, rolled: Rolled): Promise<RollEntryRecord[]> {
  const own = { rollId: rolled.rollId, isWithdrawn: false };
  const alike = (['identityDigest', 'userId'] as const).map((column) => alikeElsewhere(tx.db, column, rolled));
  return tables.rollEntries.select(tx, { [Op.and]: [own, { [Op.or]: alike }] }, { order: [['number', 'ASC']] });
}

/** Each entry looks for its like by the index of what it is alike in: however many rolls there are, no other entry is read. */
function alikeElsewhere(db: Database, column: 'identityDigest' | 'userId', { meeting, typeKeys }: Rolled): WhereOptions {
  const { rollEntries, rolls, meetings } = tables;
  const otherPlace =
    meeting.placeId === null ? { [Op.ne]: null } : { [Op.or]: [{ [Op.ne]: meeting.placeId }, { [Op.is]: null }] };
  const others = { id: { [Op.ne]: meeting.id }, status: UNDER_WAY, typeKey: [...typeKeys], placeId: otherPlace };
  const theirRolls = rolls.listOf(db, 'id', { status: 'frozen', meetingId: meetings.among(db, 'id', others) });
  const of = (name: string) => `"other".${rollEntries.columnIn(db, name)}`;
  return literal(
    `EXISTS (SELECT 1 FROM ${rollEntries.quoted(db)} AS "other" WHERE ${of(column)} = ${rollEntries.qualified(db, column)}` +
      ` AND NOT ${of('isWithdrawn')} AND ${of('rollId')} IN (${theirRolls}))`,
  );
}

/** Keys of the meeting types under the same law. */
export async function typeKeysOf(tx: ReadTx, { regime }: MeetingType): Promise<string[]> {
  const rows = await tables.meetingTypes.select(tx, {});
  return rows.flatMap(({ key, type }) => (type.regime === regime ? [key] : []));
}

/** Motions that somebody could have voted on already. */
export const openedMotions = (tx: Tx, meetingId: string): Promise<number> =>
  tables.motions.count(tx, { meetingId, status: ['open', 'counting', 'decided', 'void'] });

export const searchedEntries = (
  tx: ReadTx,
  rollId: string,
  { search, limit, offset }: { search: string; limit: number; offset: number },
): Promise<readonly [rows: RollEntryRecord[], total: number]> => {
  const where: WhereOptions =
    search === '' ? { rollId } : { [Op.and]: [{ rollId }, tables.rollEntries.containing(tx.db, 'name', search)] };
  return Promise.all([
    tables.rollEntries.select(tx, where, { order: [['number', 'ASC']], limit, offset }),
    tables.rollEntries.count(tx, where),
  ]);
};
