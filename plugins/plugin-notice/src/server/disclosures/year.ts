import { badInput, localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import type { CalendarMonth, DisclosureClass, DisclosureCounts, DisclosureRow, DisclosureYear } from '../../common/api';
import type { Who } from '../rights';
import { assertMayRead, chainTo, mayStaffAt, reachOf } from './reach';
import { viewRows } from './rows';
import { dueInYear } from './store';

/** More than this a place does not have in a year; beyond it the page says so. */
const MOST = 1000;

/** What one place owes in a year, by the day on which it is due: months × classes, and the rows behind them. */
export async function disclosureYear(
  tx: Tx,
  who: Who,
  { placeId, year }: { placeId: string; year: number },
): Promise<DisclosureYear> {
  const [chain, reach] = [await chainTo(tx, placeId), await reachOf(tx, who)];
  assertMayRead(reach, chain);
  const place = chain.at(-1);
  if (!place) throw badInput('disclosure.placeUnknown');
  const today = localDateOf(tx.now);
  const found = await dueInYear(tx, placeId, year, MOST + 1);
  const rows = await viewRows(tx, found.slice(0, MOST), today);
  return { place, year, today, months: monthsOf(rows), rows, isCut: found.length > MOST, mayRecord: mayStaffAt(reach, chain) };
}

export const CLASSES = ['party', 'residents', 'finance'] as const satisfies readonly DisclosureClass[];

const noCounts = (): DisclosureCounts => ({ due: 0, overdue: 0, published: 0, late: 0, waived: 0 });

function monthsOf(rows: readonly DisclosureRow[]): CalendarMonth[] {
  const months = Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    counts: { party: noCounts(), residents: noCounts(), finance: noCounts() },
  }));
  for (const row of rows) {
    const counts = months[Number(row.dueOn.slice(5, 7)) - 1]?.counts[row.class];
    if (counts) counts[row.state] += 1;
  }
  return months;
}
