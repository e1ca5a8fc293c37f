const DAY_MS = 24 * 60 * 60 * 1000;

/** The day that a value of a case names, `YYYY-MM-DD`; undefined where it names none. */
export function asDay(value: unknown): string | undefined {
  const [day] = typeof value === 'string' ? (/^\d{4}-\d{2}-\d{2}/.exec(value) ?? []) : [];
  return day !== undefined && Number.isFinite(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** When a day begins where the communities are; there is no summer time. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
