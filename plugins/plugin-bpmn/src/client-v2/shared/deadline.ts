import type { DeadlineLevel, DeadlineView } from '../../common/api';
import type { TextKey, Translate } from '../i18n';
import { formatInstant } from './time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface TimeLeft {
  key: TextKey;
  count: number;
}

const LEFT: Record<'days' | 'hours' | 'minutes', TextKey> = {
  days: 'deadline.daysLeft',
  hours: 'deadline.hoursLeft',
  minutes: 'deadline.minutesLeft',
};
const LATE: Record<'days' | 'hours' | 'minutes', TextKey> = {
  days: 'deadline.daysLate',
  hours: 'deadline.hoursLate',
  minutes: 'deadline.minutesLate',
};

/** Rounded so that nobody is told more time than there is, nor less delay than there was. */
export function timeLeft({ dueAt }: Pick<DeadlineView, 'dueAt'>, now: number): TimeLeft {
  const isLate = now > dueAt;
  const span = Math.abs(dueAt - now);
  const unit = span >= DAY ? 'days' : span >= HOUR ? 'hours' : 'minutes';
  const size = { days: DAY, hours: HOUR, minutes: MINUTE }[unit];
  return isLate
    ? { key: LATE[unit], count: Math.max(1, Math.ceil(span / size)) }
    : { key: LEFT[unit], count: Math.floor(span / size) };
}

/** The last day in time where the deadline ends with a day, else the instant; with its reason when one is known. */
export function dueInWords({ dueAt, dueOn, explanation, stopped }: DeadlineView, t: Translate): string {
  if (stopped) return t('deadline.stoppedWhy', { since: formatInstant(stopped.since), resumesOn: stopped.resumesOn });
  const at = dueOn ?? formatInstant(dueAt);
  return explanation ? t('deadline.untilBecause', { at, why: explanation }) : t('deadline.until', { at });
}

export const LEVELS: readonly DeadlineLevel[] = ['overdue', 'near', 'onTime'];

export const LEVEL_TEXT: Record<DeadlineLevel, TextKey> = {
  onTime: 'deadline.onTime',
  near: 'deadline.near',
  overdue: 'deadline.overdue',
};

export const isLevel = (value: string | null): value is DeadlineLevel => LEVELS.some((level) => level === value);
