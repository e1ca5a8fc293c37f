import type { ProcessInfo } from '../../graph';
import type { Checker } from '../check';

/** A check that nobody could read, or whose breach nobody could explain, is an error of the process. */
export function checkParameterChecks(process: ProcessInfo, check: Checker): void {
  const { id, settings } = process;
  for (const { condition, message } of settings.checks ?? []) {
    const expression = condition.slice(1);
    const of = { id, name: process.name };
    if (expression === '') check.error('checkConditionMissing', of, { message });
    else check.expression(of, 'wuxin:check', expression);
    if (message === '') check.error('checkMessageMissing', of, { condition: expression });
  }
}
