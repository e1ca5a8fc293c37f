import { feasibility, type Rule } from '@wuxin/ballot-core';
import type { AttendanceView } from '../../common/api';
import { countsOf } from '../rolls';
import type { RollEntryRecord } from '../store';

export interface Attended {
  readonly entries: readonly RollEntryRecord[];
  readonly present: ReadonlySet<string>;
  /** The ordinary rule of the meeting; null: none may be used. */
  readonly rule: Rule | null;
}

/** Who is there, and how many more have to come. */
export function attendanceView({ entries, present, rule }: Attended): AttendanceView {
  const staying = entries.filter(({ isWithdrawn }) => !isWithdrawn);
  const isThere = ({ id }: RollEntryRecord) => present.has(id);
  if (!rule || staying.length === 0) {
    const women = staying.filter((entry) => isThere(entry) && entry.isWoman).length;
    const nothing = { households: null, householdsPresent: null, missing: null, sentence: null };
    return { due: staying.length, present: staying.filter(isThere).length, women, ...nothing };
  }
  const counts = countsOf(rule, { entries, present });
  const { needs, sentence } = feasibility(rule, counts);
  return {
    due: Number(counts.due),
    present: Number(counts.present),
    women: Number(counts.womenPresent),
    households: counts.households === undefined ? null : Number(counts.households),
    householdsPresent: counts.householdsPresent === undefined ? null : Number(counts.householdsPresent),
    missing: missingIn(rule, needs),
    sentence,
  };
}

/** Of alternatives the nearest, of several that must hold all. A rule that counts ballots asks nobody to come. */
function missingIn({ quorum }: Rule, needs: ReturnType<typeof feasibility>['needs']): number | null {
  const attend = needs.filter(({ kind, count }) => kind === 'attend' && (count === 'present' || count === 'householdsPresent'));
  if (attend.length === 0) return null;
  const missing = attend.map((need) => Number(need.missing));
  return quorum?.mode === 'anyOf' ? Math.min(...missing) : Math.max(...missing);
}
