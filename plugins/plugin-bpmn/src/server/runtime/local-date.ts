import type { Instant } from '@wuxin/bpmn-core';

/** China has had one zone without summer time since 1992. */
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** The date that people read on the calendar at this moment, `YYYY-MM-DD`. */
export function localDateOf(instant: Instant): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 10);
}

/** Is it a date of the calendar, `YYYY-MM-DD`? */
export function isLocalDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The time that people read on the clock at this moment, `HH:MM`. */
export function localTimeOf(instant: Instant): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(11, 16);
}
