import type { Stream, StreamLabels } from '../../stream';
import type { StreamFinding } from '../finding';
import { minorAges } from './ages';
import { minorBirthDates } from './birth-dates';

export { childrenAmong } from './children';

/** Ages and dates of birth of children. */
export function findMinors(stream: Stream, labels: StreamLabels, today: string): StreamFinding[] {
  return [...minorAges(stream, labels), ...minorBirthDates(stream, labels, today)];
}
