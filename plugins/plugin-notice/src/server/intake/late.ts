import { badInput, localDateOf } from '@wuxin/plugin-bpmn';
import { lengthOf, oneLine } from './text';

const MOST_REASON = 500;

/**
 * What came in time and is entered once the last day is over says why so late.
 *
 * @param lastDay null: it is not known yet, so nothing is late
 * @returns null: it is entered in time, whatever was given
 * @throws bad input `objection.lateReasonMissing`, `objection.lateReasonLength`
 */
export function lateReasonIn(
  reason: string | undefined,
  { lastDay, now }: { readonly lastDay: string | null; readonly now: number },
): string | null {
  if (lastDay === null || localDateOf(now) <= lastDay) return null;
  const said = oneLine(reason ?? '');
  if (said === '') throw badInput('objection.lateReasonMissing', { lastDay });
  if (lengthOf(said) > MOST_REASON) throw badInput('objection.lateReasonLength', { most: MOST_REASON });
  return said;
}
