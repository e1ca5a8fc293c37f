import { digitOf, smallNumber } from '../../fold';
import type { LabelKind, Stream, StreamLabels } from '../../stream';
import type { StreamFinding } from '../finding';
import { dateOf, isMinor } from '../numbers';

const YEAR = '(?:\\d{4}|[〇零○一二三四五六七八九]{4})';
const SHORT = '(?:\\d{1,2}|[〇零一二三四五六七八九十]{1,3})';
const DATE = new RegExp(
  `(?<!\\d)(${YEAR})[年/.-](${SHORT})(?:[月/.-](${SHORT})[日号]?|月)?(?![\\d.-])|(?<!\\d)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?!\\d)`,
  'g',
);
const BIRTH_AFTER = /^.{0,2}?(?:出生|生人|生[，,。;；)）、])/;
const BIRTH: ReadonlySet<LabelKind> = new Set<LabelKind>(['birth']);

/** Dates of birth of those who are not yet 18. */
export function minorBirthDates(stream: Stream, labels: StreamLabels, today: string): StreamFinding[] {
  const { chars, text } = stream;
  const findings: StreamFinding[] = [];
  for (const match of chars.matchAll(DATE)) {
    const [all, year = match[4] ?? '', month = match[5] ?? '', day = match[6] ?? '1'] = match;
    const until = match.index + all.length;
    const bornOn = dateOf(digitsOf(year), smallNumber(month) ?? 0, smallNumber(day) ?? 0);
    if (bornOn === null || !isMinor(bornOn, today) || text[match.index] !== text[until - 1]) continue;
    const label = labels.before(match.index, BIRTH);
    const isBehindLabel = label !== null && match.index - label.end <= 4;
    if (!isBehindLabel && !labels.around(match.index).has('birth') && !BIRTH_AFTER.test(chars.slice(until, until + 5))) continue;
    findings.push({
      kind: 'minor',
      certainty: 'sure',
      reason: 'minorBirthDate',
      from: match.index,
      until,
      mask: { type: 'hidden' },
    });
  }
  return findings;
}

const digitsOf = (text: string): number => Number([...text].map(digitOf).join(''));
