import type { ArrangementFestival, ArrangementReading } from '../../common/api';
import { compareArrangement, holidayIn, noticeProblemIn, type ArrangementText, type ComparedArrangement } from '../calendars';
import { effectOf, recalculate } from '../deadlines';
import { forbidden } from '../runtime/errors';
import type { Locale } from '../runtime/texts';
import { person } from './person';
import type { Reader } from './reader';

type Read = Extract<ComparedArrangement, { kind: 'read' }>;

/** What a notice on holidays would change, before anything is written. Who may: an administrator. */
export async function arrangementReading(
  { tx, isAdministrator, locale }: Reader,
  notice: ArrangementText,
): Promise<ArrangementReading> {
  if (!isAdministrator) throw forbidden('calendar.administratorsOnly');
  const compared = await compareArrangement(tx, notice);
  if (compared.kind === 'refused') {
    const problems = compared.problems.map((problem) => ({ code: problem.code, text: noticeProblemIn(locale, problem) }));
    return { state: 'refused', problems };
  }
  const { days, coveredUntil, conflicts, revision, source } = compared;
  const change = { placeId: null, days, ...(coveredUntil === undefined ? {} : { coveredUntil }) };
  return {
    state: 'read',
    source,
    revision,
    festivals: festivalsOf(compared, locale),
    conflicts: conflicts.map(({ stored: { date, kind, name, source: from, setById, setByName }, becomes }) => ({
      date,
      kind,
      name: holidayIn(locale, name),
      source: from,
      setBy: person(setById, setByName),
      becomes,
    })),
    days: days.length,
    coveredUntil: coveredUntil ?? null,
    effect: effectOf(await recalculate(tx, change)),
  };
}

function festivalsOf({ rows, days }: Read, locale: Locale): ArrangementFestival[] {
  return [...new Set(rows.map(({ name }) => name))].map((name) => {
    const own = rows.filter((row) => row.name === name);
    const rest = own.filter(({ kind }) => kind === 'rest').map(({ date }) => date);
    return {
      name: holidayIn(locale, name),
      from: rest[0] ?? '',
      until: rest.at(-1) ?? '',
      restDays: rest.length,
      working: own.filter(({ kind }) => kind === 'working').map(({ date }) => date),
      changes: days.filter((day) => day.name === name).length,
    };
  });
}
