import { localDateOf, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import { tables, type DisclosureRecord, type DutyRecord } from '../store';
import { freshDisclosure } from './fresh';
import { addDays, monthStarts, periodFrom } from './periods';
import { lockDutiesBehind } from './store';
import { strictest, type Strictness } from './strictness';

/** Rows of one statement. */
const BATCH = 500;

/** A duty with what lower places make of it. */
interface Family {
  readonly duty: DutyRecord;
  readonly tightenings: readonly DutyRecord[];
}

/**
 * Enters what is owed in the calendar: each duty × place for every period that has begun since the last time, also when some days were
 * missed. Periods that began before a duty held are not owed. Running it again, or twice at once, makes nothing twice: duties are
 * locked, and a duty owes one disclosure for each place and period.
 */
export async function openPeriods(tx: Tx): Promise<number> {
  const today = localDateOf(tx.now);
  const families = await dueFamilies(tx, today);
  if (families.length === 0) return 0;
  const ways = await placesOf(tx.db).lowestWithin(tx, null);
  const owed = families.flatMap((family) => owedBy(tx, family, ways, today));
  for (let from = 0; from < owed.length; from += BATCH) await tables.disclosures.insertNew(tx, owed.slice(from, from + BATCH));
  await tables.duties.update(tx, { id: families.map(({ duty }) => duty.id) }, { openedOn: today });
  return owed.length;
}

async function dueFamilies(tx: Tx, today: string): Promise<Family[]> {
  const duties = await lockDutiesBehind(tx, today);
  const behind = duties.filter((duty) => startsOf(duty, today).length > 0);
  const tightenings = await tables.duties.select(tx, { tightensId: behind.map(({ id }) => id), isInUse: true });
  return behind.map((duty) => ({ duty, tightenings: tightenings.filter(({ tightensId }) => tightensId === duty.id) }));
}

/** Days on which a period may have begun since the last time. */
function startsOf({ startsOn, openedOn }: DutyRecord, today: string): string[] {
  const dayBefore = addDays(startsOn, -1);
  return monthStarts(openedOn !== null && openedOn > dayBefore ? openedOn : dayBefore, today);
}

function owedBy(tx: Tx, { duty, tightenings }: Family, ways: readonly (readonly string[])[], today: string): DisclosureRecord[] {
  const within = ways.filter((way) => duty.placeId === null || way.includes(duty.placeId));
  return startsOf(duty, today).flatMap((day) =>
    within.flatMap((way) => {
      const { cadence, dueDays } = strictest(duty, inForceOn(tightenings, way, day));
      const period = cadence === 'onEvent' ? undefined : periodFrom(cadence, day);
      const placeId = way.at(-1);
      if (!period || placeId === undefined) return [];
      return [freshDisclosure(tx, duty, { placeId, period: period.key, matter: null, happenedOn: period.endsOn, dueDays })];
    }),
  );
}

/** What makes a duty stricter on the way down to a place, for a period that begins on a day. */
export const inForceOn = (tightenings: readonly DutyRecord[], way: readonly string[], day: string): readonly Strictness[] =>
  tightenings.filter(({ placeId, startsOn }) => placeId !== null && way.includes(placeId) && startsOn <= day);
