import { formatWorkdayError, type WorkdayError } from '@wuxin/workday';
import type { ElementRef } from '../expressions';
import { conflict } from '../runtime/errors';

/** What a deadline says makes no sense: a fault of the process, its record or a parameter, found when work opens. */
export const badAmount = (element: ElementRef, amount: string, value: unknown) =>
  conflict('deadline.badAmount', { ...element, amount, value });

export const badUnit = (element: ElementRef, unit: string) => conflict('deadline.badUnit', { ...element, unit });

export const badBase = (element: ElementRef, base: string, value: unknown) =>
  conflict('deadline.badBase', { ...element, base, value });

export const badStopLimit = (element: ElementRef, limit: unknown) => conflict('deadline.badStopLimit', { ...element, limit });

export const badStep = (element: ElementRef, action: string) => conflict('deadline.badStep', { ...element, action });

export const cannotCompute = (element: ElementRef, error: WorkdayError) =>
  conflict('deadline.cannotCompute', {
    ...element,
    workdayCode: error.code,
    reason: formatWorkdayError(error, 'zh-CN'),
    reasonEn: formatWorkdayError(error, 'en-US'),
  });
