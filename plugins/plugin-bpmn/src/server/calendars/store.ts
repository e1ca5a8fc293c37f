import { Op } from 'sequelize';
import type { ReadAt } from '../runtime/read-at';
import type { Tx } from '../runtime/tx';
import { Table } from '../store';
import { NATIONAL, type CalendarDayRecord, type CalendarRecord, type ClosingRecord } from './types';

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

const closings = new Table<ClosingRecord>('bpmnClosings', {
  id: 'text',
  calendarKey: 'text',
  kind: 'text',
  from: 'text',
  until: 'text',
  weekday: 'number',
  name: 'text',
  source: 'text',
  setAt: 'number',
  setById: 'number',
  setByName: 'text',
});

/** The national calendar and those of these places, in no order. */
export function findCalendars(tx: ReadAt, placeIds: readonly string[]): Promise<readonly CalendarRecord[]> {
  return calendars.select(tx, { placeId: { [Op.or]: [{ [Op.is]: null }, { [Op.in]: [...placeIds] }] } });
}

/** Every calendar, the national one first, with how many days and closings administrators have set. */
export async function calendarCounts(
  tx: ReadAt,
): Promise<readonly { readonly record: CalendarRecord; readonly ownDays: number; readonly closings: number }[]> {
  const all = await calendars.select(tx, {}, { order: [['name', 'ASC']] });
  const ownDays = await days.select(tx, { origin: 'administrator' });
  const stretches = await closings.select(tx, {});
  const records = [...all].sort((one, other) => Number(one.placeId !== null) - Number(other.placeId !== null));
  return records.map((record) => ({
    record,
    ownDays: ownDays.filter(({ calendarKey }) => calendarKey === record.key).length,
    closings: stretches.filter(({ calendarKey }) => calendarKey === record.key).length,
  }));
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

/** In the order in which they were said, so that the later one wins. */
export async function findClosings(tx: ReadAt, calendarKeys: readonly string[]): Promise<readonly ClosingRecord[]> {
  if (calendarKeys.length === 0) return [];
  const order: [string, 'ASC' | 'DESC'][] = [
    ['setAt', 'ASC'],
    ['id', 'ASC'],
  ];
  return closings.select(tx, { calendarKey: { [Op.in]: [...calendarKeys] } }, { order });
}

export const findClosing = (tx: ReadAt, id: string): Promise<ClosingRecord | undefined> => closings.find(tx, { id });

export const insertClosing = (tx: Tx, closing: ClosingRecord): Promise<void> => closings.insert(tx, [closing]);

export async function removeClosing(tx: Tx, id: string): Promise<void> {
  await closings.delete(tx, { id });
}
