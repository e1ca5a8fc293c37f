import { presentAt } from '@wuxin/ballot-core';
import type { ReadTx } from '@wuxin/plugin-bpmn';
import { tables, type MovementRecord } from '../store';

/** In the order in which they were recorded: of two at one moment the later counts. */
export const movementsOf = (tx: ReadTx, meetingId: string): Promise<MovementRecord[]> =>
  tables.movements.select(tx, { meetingId }, { order: [['at', 'ASC'], ['recordedAt', 'ASC'], ['id', 'ASC']] }); // prettier-ignore

/** Entries whose people are there at a moment. */
export const presentIn = (movements: readonly MovementRecord[], at: number): ReadonlySet<string> =>
  presentAt(
    movements.map(({ entryId, kind, at: when }) => ({ person: entryId, kind, at: when })),
    at,
  );

/** Who is there now, and when they came last. */
export function arrivalsIn(movements: readonly MovementRecord[], at: number): ReadonlyMap<string, number> {
  const present = presentIn(movements, at);
  const arrivals = new Map<string, number>();
  for (const { entryId, kind, at: when } of movements) if (kind === 'arrived' && when <= at) arrivals.set(entryId, when);
  return new Map([...arrivals].filter(([entryId]) => present.has(entryId)));
}
