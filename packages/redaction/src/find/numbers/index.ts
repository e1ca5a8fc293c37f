import type { Stream, StreamLabels } from '../../stream';
import type { StreamFinding } from '../finding';
import { Surroundings } from './around';
import { bankAccounts } from './bank-accounts';
import { datesIn } from './dates';
import { checkedIdNumbers, otherIdNumbers } from './id-numbers';
import { landlines, mobileNumbers } from './phones';
import { partlyMasked } from './partly-masked';
import { Claims, digitRuns } from './runs';

export { dateOf } from './check-sums';
export { isMinor } from './id-numbers';

const SHORTEST = 7;

/** ID numbers, telephone numbers and bank accounts of a stream. What proves itself by a check sum goes first. */
export function findNumbers(stream: Stream, labels: StreamLabels, today: string): StreamFinding[] {
  const around = new Surroundings(stream, labels);
  const findings = digitRuns(stream)
    .filter(({ digits }) => digits.length >= SHORTEST)
    .flatMap((run): StreamFinding[] => {
      const context = { run, claims: new Claims(), around, today };
      const checked = checkedIdNumbers(context);
      for (const date of datesIn(run)) context.claims.take(date);
      return [...checked, ...bankAccounts(context), ...otherIdNumbers(context), ...mobileNumbers(context), ...landlines(context)];
    });
  return [...findings, ...partlyMasked(stream)];
}
