import { stoppedMilliseconds } from '@wuxin/workday';
import { Op } from 'sequelize';
import type { DeadlineView } from '../../common/api';
import { endedStops } from '../deadlines';
import { tables, type ReadTx, type StoppedClock } from '../store';
import type { CasesBelow } from './cases-below';
import { stoppedView } from './deadline-view';

/** How often and how long clocks of the tasks of a case stood still, and the one that does so now and goes on last. */
export interface CaseClock {
  readonly count: number;
  readonly milliseconds: number;
  readonly stopped: StoppedClock | null;
}

/** Of the cases that were asked about and of those below them; cases whose clocks were never stopped are left out. One statement. */
export async function caseClocks(
  tx: ReadTx & { readonly now: number },
  { ids, caseOf }: CasesBelow,
): Promise<ReadonlyMap<string, CaseClock>> {
  const where = { instanceId: [...ids], clock: { [Op.ne]: null } };
  const tasks = ids.length > 0 ? await tables.tasks.selectColumns(tx, ['instanceId', 'status', 'clock', 'closedAt'], where) : [];
  const clocks = new Map<string, CaseClock>();
  for (const task of tasks) {
    const id = caseOf(task.instanceId);
    const known = clocks.get(id) ?? { count: 0, milliseconds: 0, stopped: null };
    const isOpen = task.status === 'open';
    const stops = isOpen ? (task.clock?.stops ?? []) : endedStops(task);
    const stopped = isOpen ? (task.clock?.stopped ?? null) : null;
    clocks.set(id, {
      count: known.count + stops.length,
      milliseconds: known.milliseconds + stoppedMilliseconds(stops, 0, tx.now),
      stopped: laterOf(known.stopped, stopped),
    });
  }
  return clocks;
}

const laterOf = (one: StoppedClock | null, other: StoppedClock | null): StoppedClock | null =>
  one !== null && (other === null || one.resumesAt >= other.resumesAt) ? one : other;

/** A case in which nothing is due since a clock stands still says so; what is due goes before it. */
export const orStopped = (deadline: DeadlineView | null, clock: CaseClock | undefined): DeadlineView | null =>
  deadline ?? (clock?.stopped ? stoppedView(clock.stopped) : null);
