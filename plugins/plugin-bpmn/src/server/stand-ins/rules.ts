import type { NewStandIn, StandIn } from './types';

type Planned = Pick<NewStandIn, 'absentId' | 'standInId'> & { readonly processKeys: readonly string[] | null };

/** Another stand-in of the same person, on the same days, for some same process: it would be unclear who acts. */
export function findOverlap(planned: Planned, sameDays: readonly StandIn[]): StandIn | undefined {
  return sameDays.find((known) => known.absent.id === planned.absentId && shareProcess(known.processKeys, planned.processKeys));
}

/**
 * Would following stand-ins from the planned one lead back to the absent person? Nobody follows them when a task is done,
 * but a ring would mean that everybody in it is away and the work lies still.
 */
export function isCyclic(planned: Planned, sameDays: readonly StandIn[]): boolean {
  const seen = new Set<number>();
  const open = [planned.standInId];
  for (let person = open.pop(); person !== undefined; person = open.pop()) {
    if (person === planned.absentId) return true;
    if (seen.has(person)) continue;
    seen.add(person);
    const next = sameDays.filter(
      ({ absent, processKeys }) => absent.id === person && shareProcess(processKeys, planned.processKeys),
    );
    open.push(...next.map(({ standIn }) => standIn.id));
  }
  return false;
}

function shareProcess(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return true;
  return a.some((key) => b.includes(key));
}
