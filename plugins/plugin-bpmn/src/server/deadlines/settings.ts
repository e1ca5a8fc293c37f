import type { Instant, Json } from '@wuxin/bpmn-core';
import { localDate, type Deadline, type LocalDate } from '@wuxin/workday';
import { evaluateAt, type ElementRef } from '../expressions';
import { isLocalDate } from '../runtime/local-date';
import { badAmount, badBase, badUnit } from './refusals';
import type { DeadlineRequest, DeadlineSettings } from './types';

type Source = Pick<DeadlineRequest, 'element' | 'scope'>;

/** When the time begins: a moment, or a date where only the day is known. */
export function readBase(request: DeadlineRequest, base = 'opened', now: Instant): Instant | LocalDate {
  if (base === 'opened') return request.openedAt;
  if (base === 'started') return request.startedAt;
  if (!base.startsWith('=')) throw badBase(request.element, base, null);
  const value = evaluateAt(request.element, base.slice(1), request.scope, now);
  const read = readDate(value);
  if (read === null) throw badBase(request.element, base, value);
  return read;
}

export function readPeriod(source: Source, { amount, unit }: DeadlineSettings, now: Instant): Deadline {
  return { unit: readUnit(source.element, unit), amount: readAmount(source, amount, now) };
}

/** A whole number, written out or as FEEL; what is too large or negative is refused where it is used. */
export function readAmount({ element, scope }: Source, amount: string, now: Instant): number {
  if (!amount.startsWith('=')) return readLiteralAmount(element, amount);
  const value = evaluateAt(element, amount.slice(1), scope, now);
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw badAmount(element, amount, value);
  return value;
}

export function readLiteralAmount(element: ElementRef, amount: string): number {
  if (!/^[+-]?\d{1,9}$/.test(amount.trim())) throw badAmount(element, amount, null);
  return Number(amount);
}

export function readUnit(element: ElementRef, unit: string): Deadline['unit'] {
  switch (unit) {
    case 'workingDays':
    case 'calendarDays':
    case 'hours':
      return unit;
    default:
      throw badUnit(element, unit);
  }
}

/** A date, or a date with a time; a time without a zone is meant as people here read the clock. */
function readDate(value: Json): Instant | LocalDate | null {
  if (typeof value !== 'string') return null;
  if (isLocalDate(value)) return localDate(value);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(value)) return null;
  const instant = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(value) ? value : `${value}+08:00`);
  return Number.isFinite(instant) ? instant : null;
}
