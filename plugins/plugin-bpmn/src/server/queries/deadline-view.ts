import type { DeadlineLevel, DeadlineView } from '../../common/api';
import { levelOf } from '../deadlines';
import type { Instant } from '@wuxin/bpmn-core';
import { Op, type WhereOptions } from 'sequelize';
import { localDateOf } from '../runtime/local-date';
import type { Locale } from '../runtime/texts';

interface Due {
  readonly dueAt: Instant | null;
  readonly nearAt: Instant | null;
  readonly isDueProvisional: boolean;
  readonly dueExplanation?: { readonly zh: string; readonly en: string } | null;
}

export function deadlineView(row: Due, now: Instant, locale: Locale): DeadlineView | null {
  const { dueAt, nearAt, isDueProvisional } = row;
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
