import { Op } from 'sequelize';
import type { ReadAt } from '../runtime/read-at';
import type { Tx } from '../runtime/tx';
import { Table } from '../store';
import { NATIONAL, type CalendarDayRecord, type CalendarRecord } from './types';

const calendars = new Table<CalendarRecord>('bpmnCalendars', {
  key: 'text',
  name: 'text',
  placeId: 'text',
  coveredFrom: 'text',
  coveredUntil: 'text',
  revision: 'text',
});

const days = new Table<CalendarDayRecord>('bpmnCalendarDays', {
  calendarKey: 'text',
  date: 'text',
  kind: 'text',
  name: 'text',
  source: 'text',
  origin: 'text',
  setAt: 'number',
  setById: 'number',
  setByName: 'text',
});

/** The national calendar and those of these places, in no order. */
export function findCalendars(tx: ReadAt, placeIds: readonly string[]): Promise<readonly CalendarRecord[]> {
  return calendars.select(tx, { placeId: { [Op.or]: [{ [Op.is]: null }, { [Op.in]: [...placeIds] }] } });
}

/** Every calendar, the national one first, with all its days: what was published first, then what administrators said. */
export async function calendarLayers(
  tx: ReadAt,
): Promise<{ readonly records: readonly CalendarRecord[]; readonly days: readonly CalendarDayRecord[] }> {
  const all = await calendars.select(tx, {}, { order: [['name', 'ASC']] });
  const records = [...all].sort((one, other) => Number(one.placeId !== null) - Number(other.placeId !== null));
  const keys = records.map(({ key }) => key);
  return { records, days: await findDays(tx, keys) };
}

/** Changes of one calendar wait for each other here. */
export function lockCalendar(tx: Tx, key: string): Promise<CalendarRecord | undefined> {
  return calendars.find(tx, { key }, { forUpdate: true });
}

export const lockNational = async (tx: Tx): Promise<void> => void (await lockCalendar(tx, NATIONAL));

export function insertCalendar(tx: Tx, calendar: CalendarRecord): Promise<void> {
  return calendars.insert(tx, [calendar]);
}

export async function updateCalendar(tx: Tx, key: string, changes: Partial<CalendarRecord>): Promise<void> {
  await calendars.update(tx, { key }, changes);
}

/** Published days first, so that what an administrator says comes later and wins. */
export async function findDays(tx: ReadAt, calendarKeys: readonly string[]): Promise<readonly CalendarDayRecord[]> {
  if (calendarKeys.length === 0) return [];
  const order: [string, 'ASC' | 'DESC'][] = [
    ['origin', 'DESC'],
    ['date', 'ASC'],
  ];
  return days.select(tx, { calendarKey: { [Op.in]: [...calendarKeys] } }, { order });
}

export async function replacePublishedDays(tx: Tx, calendarKey: string, rows: readonly CalendarDayRecord[]): Promise<void> {
  await days.delete(tx, { calendarKey, origin: 'published' });
  await days.insert(tx, rows);
}

/** Puts rows of administrators in place of those for the same dates. */
export async function replaceDays(
  tx: Tx,
  calendarKey: string,
  dates: readonly string[],
  rows: readonly CalendarDayRecord[],
): Promise<void> {
  await days.delete(tx, { calendarKey, origin: 'administrator', date: { [Op.in]: [...dates] } });
  await days.insert(tx, rows);
}
