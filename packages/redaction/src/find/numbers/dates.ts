import { dateOf } from './check-sums';
import { BREAK, type DigitRun, type DigitWindow } from './runs';

/** Dates such as `2026-03-15` in a run: their digits are of no other number. */
export function datesIn(run: DigitRun): DigitWindow[] {
  const groups = groupsOf(run);
  const dates: DigitWindow[] = [];
  for (let at = 0; at + 2 < groups.length; at += 1) {
    const [year, month, day] = groups.slice(at, at + 3);
    if (!year || !month || !day) break;
    const isShaped = year.until - year.from === 4 && month.until - month.from <= 2 && day.until - day.from <= 2;
    const areJoined = [month, day].every(({ from }) => /^[-./年月–—]$/.test(run.separators[from] ?? ''));
    if (!isShaped || !areJoined || run.separators[month.from] !== run.separators[day.from]) continue;
    const number = ({ from, until }: DigitWindow): number => Number(run.digits.slice(from, until));
    if (number(year) < 1900 || number(year) > 2100 || dateOf(number(year), number(month), number(day)) === null) continue;
    dates.push({ from: year.from, until: day.until });
    at += 2;
  }
  return dates;
}

function groupsOf(run: DigitRun): DigitWindow[] {
  const groups: DigitWindow[] = [];
  let from = 0;
  for (let at = 1; at <= run.digits.length; at += 1) {
    if (at < run.digits.length && (run.breaks[at] ?? 0) < BREAK.separator) continue;
    groups.push({ from, until: at });
    from = at;
  }
  return groups;
}
