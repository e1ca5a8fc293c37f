import type { DisclosureCadence } from '../../common/api';

export interface Period {
  /** 2026-07, 2026Q3 or 2026. */
  readonly key: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export type Periodic = Exclude<DisclosureCadence, 'onEvent'>;

const DAY_MS = 24 * 60 * 60 * 1000;
const MONTHS: Readonly<Record<Periodic, number>> = { monthly: 1, quarterly: 3, yearly: 12 };

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number): string => dayOf(timeOf(day) + days * DAY_MS);

export const daysBetween = (from: string, to: string): number => Math.round((timeOf(to) - timeOf(from)) / DAY_MS);

/** The period that begins on this day; undefined when none does. */
export function periodFrom(cadence: Periodic, day: string): Period | undefined {
  const months = MONTHS[cadence];
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1;
  if (!day.endsWith('-01') || month % months !== 0) return undefined;
  return { key: keyOf(cadence, day, month), startsOn: day, endsOn: dayOf(Date.UTC(year, month + months, 0)) };
}

function keyOf(cadence: Periodic, day: string, month: number): string {
  switch (cadence) {
    case 'monthly':
      return day.slice(0, 7);
    case 'quarterly':
      return `${day.slice(0, 4)}Q${month / 3 + 1}`;
    case 'yearly':
      return day.slice(0, 4);
  }
}

/** The first days of months after a day, up to and with another. */
export function monthStarts(after: string, until: string): string[] {
  const starts: string[] = [];
  let start = nextMonth(after);
  while (start <= until) {
    starts.push(start);
    start = nextMonth(start);
  }
  return starts;
}

const nextMonth = (day: string): string => dayOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1));
