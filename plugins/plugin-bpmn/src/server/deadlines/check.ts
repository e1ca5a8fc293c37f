import type { ElementRef } from '../expressions';
import { problemsOf, type SettingsProblem } from '../runtime/settings-problem';
import { badBase, badStopLimit } from './refusals';
import { readLiteralAmount, readUnit } from './settings';
import { readAction } from './steps';
import type { DeadlineSettings } from './types';

/** What would fail whenever the element is reached, found before a process is published. FEEL is only known then. */
export function findDeadlineProblems(element: ElementRef, deadline: DeadlineSettings | undefined): readonly SettingsProblem[] {
  if (!deadline) return [];
  const { amount, unit, base = 'opened', stopLimit, steps } = deadline;
  return problemsOf(
    () => amount.startsWith('=') || readLiteralAmount(element, amount),
    () => readUnit(element, unit),
    () => checkBase(element, base),
    () => stopLimit === undefined || checkStopLimit(element, stopLimit),
    ...steps.flatMap((step) => [
      () => step.amount.startsWith('=') || readLiteralAmount(element, step.amount),
      () => readUnit(element, step.unit),
      () => readAction(element, step),
    ]),
  );
}

function checkBase(element: ElementRef, base: string): void {
  if (base !== 'opened' && base !== 'started' && !base.startsWith('=')) throw badBase(element, base, null);
}

function checkStopLimit(element: ElementRef, stopLimit: string): void {
  if (!stopLimit.startsWith('=') && readLiteralAmount(element, stopLimit) < 1) throw badStopLimit(element, stopLimit);
}
