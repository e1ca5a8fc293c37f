import type { DeadlineLevel, DeadlineView } from '../../common/api';
import { levelOf } from '../deadlines';
import type { Instant } from '@wuxin/bpmn-core';
import { Op, type WhereOptions } from 'sequelize';
import { localDateOf } from '../runtime/local-date';
import type { Locale } from '../runtime/texts';
import type { StoppedClock, TaskClock } from '../store';

interface Due {
  readonly dueAt: Instant | null;
  readonly nearAt: Instant | null;
  readonly isDueProvisional: boolean;
  readonly clock?: TaskClock | null;
  readonly dueExplanation?: { readonly zh: string; readonly en: string } | null;
}

export function deadlineView(row: Due, now: Instant, locale: Locale): DeadlineView | null {
  const { dueAt, nearAt, isDueProvisional } = row;
  if (row.clock?.stopped) return stoppedView(row.clock.stopped);
  if (dueAt === null) return null;
  const explanation = (locale === 'en-US' ? row.dueExplanation?.en : row.dueExplanation?.zh) ?? '';
  return {
    dueAt,
    dueOn: lastDayOf(dueAt),
    level: levelOf({ dueAt, nearAt: nearAt ?? dueAt }, now),
    isProvisional: isDueProvisional,
    explanation,
  };
}

/** Nothing is due while a clock stands still; what is known is when it goes on at the latest. */
export function stoppedView({ since, resumesAt }: Pick<StoppedClock, 'since' | 'resumesAt'>): DeadlineView {
  const stopped = { since, resumesOn: localDateOf(resumesAt) };
  return { dueAt: resumesAt, dueOn: null, level: 'onTime', isProvisional: false, explanation: '', stopped };
}

/** A deadline in days ends at midnight: the day before is its last. */
function lastDayOf(dueAt: Instant): string | null {
  const lastDay = localDateOf(dueAt - 1);
  return localDateOf(dueAt) !== lastDay ? lastDay : null;
}

/** The same levels as {@link levelOf}, as a condition; what has no deadline is on time. */
export function levelScope(level: DeadlineLevel | undefined, now: Instant): WhereOptions {
  switch (level) {
    case undefined:
      return {};
    case 'overdue':
      return { dueAt: { [Op.lte]: now } };
    case 'near':
      return { dueAt: { [Op.gt]: now }, nearAt: { [Op.lte]: now } };
    case 'onTime':
      return { [Op.or]: [{ dueAt: null }, { dueAt: { [Op.gt]: now }, nearAt: { [Op.gt]: now } }] };
  }
}
