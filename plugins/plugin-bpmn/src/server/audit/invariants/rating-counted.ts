import type { Element } from '@wuxin/bpmn-core';
import { addsUp, countedRating, isRating } from '../../ratings';
import type { AuditedCase, BrokenRow, CaseInvariant } from '../types';
import { brokenRow } from './rows';

/**
 * As many sheets are in the sums of a rating as were handed in, no rater handed in two, and the choices of each item add up to them. What tellers have counted of
 * its paper sheets adds up, there is one count that they agreed on, and nobody who was given paper handed in here as well.
 */
export const ratingCounted: CaseInvariant = {
  name: 'rating.counted',
  scope: 'case',
  *check(audited) {
    // one that was an ordinary step in a version before was done by name then
    const wasOtherwise = ({ id }: Element) =>
      audited.stretches.some(({ graph }) => graph?.elements[id] !== undefined && !isRating(graph.elements[id]));
    const confidential = Object.values(audited.graph?.elements ?? {}).filter((one) => isRating(one) && !wasOtherwise(one));
    for (const element of confidential.filter((one) => countedRating(one) === undefined)) {
      const handedIn = raters(audited, element.id);
      yield* oncePerRater(audited, element.id);
      yield* sumsOf(audited, element.id, handedIn.length);
      yield* paperOf(audited, element.id, new Set(handedIn));
    }
  },
};

const sheetsOf = ({ history }: AuditedCase, id: string) =>
  history.filter(({ kind, elementId }) => kind === 'taskCompleted' && elementId === id);

/** Who handed in a sheet, once for each. */
const raters = (audited: AuditedCase, id: string): (number | null)[] => sheetsOf(audited, id).map(({ actorId }) => actorId);

/** A sheet is nobody's any more once it is in the sums: whoever handed in two is found in the history alone. */
function* oncePerRater(audited: AuditedCase, id: string): Iterable<BrokenRow> {
  const seen = new Set<number | null>();
  for (const row of sheetsOf(audited, id)) {
    if (seen.has(row.actorId)) yield brokenRow(audited, 'bpmnHistory', row.id, { fault: 'ratedTwice', actorId: row.actorId });
    seen.add(row.actorId);
  }
}

function* sumsOf(audited: AuditedCase, elementId: string, handedIn: number): Iterable<BrokenRow> {
  const row = audited.sums.find((sums) => sums.elementId === elementId);
  if ((row?.sheets ?? 0) !== handedIn)
    yield brokenRow(audited, 'bpmnSums', row?.id ?? elementId, { fault: 'otherSheets', handedIn, sheets: row?.sheets ?? 0 });
  for (const [item, choices] of Object.entries(row?.counts ?? {})) {
    const counted = Object.values(choices).reduce((sum, count) => sum + count, 0);
    if (counted !== row?.sheets) yield brokenRow(audited, 'bpmnSums', row?.id ?? elementId, { fault: 'otherSum', item, counted });
  }
}

function* paperOf(audited: AuditedCase, elementId: string, handedIn: ReadonlySet<number | null>): Iterable<BrokenRow> {
  const counts = audited.paperCounts.filter((count) => count.elementId === elementId);
  for (const count of counts) {
    const fault = addsUp(count, count.raterIds.length);
    if (fault) yield brokenRow(audited, 'bpmnPaperCounts', count.id, { fault: fault.code });
  }
  const [agreed, ...others] = counts.filter(({ tellerId }) => tellerId === null);
  for (const other of others) yield brokenRow(audited, 'bpmnPaperCounts', other.id, { fault: 'countedAgain' });
  if (agreed?.raterIds.some((id) => handedIn.has(id)))
    yield brokenRow(audited, 'bpmnPaperCounts', agreed.id, { fault: 'countedTwice' });
}
