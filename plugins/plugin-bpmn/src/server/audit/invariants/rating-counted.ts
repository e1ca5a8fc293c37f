import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/** As many sheets are in the sums of a rating as were handed in, and the choices of each item add up to them. */
export const ratingCounted: CaseInvariant = {
  name: 'rating.counted',
  scope: 'case',
  *check(audited) {
    const { sums, history, graph } = audited;
    const byElement = new Map(sums.map((row) => [row.elementId, row]));
    const ratings = Object.values(graph?.elements ?? {}).filter(({ settings }) => settings.confidential);
    for (const { id } of ratings) {
      const handedIn = history.filter(({ kind, elementId }) => kind === 'taskCompleted' && elementId === id).length;
      const row = byElement.get(id);
      if ((row?.sheets ?? 0) !== handedIn)
        yield brokenRow(audited, 'bpmnSums', row?.id ?? id, { fault: 'otherSheets', handedIn, sheets: row?.sheets ?? 0 });
      for (const [item, choices] of Object.entries(row?.counts ?? {})) {
        const counted = Object.values(choices).reduce((sum, count) => sum + count, 0);
        if (counted !== row?.sheets) yield brokenRow(audited, 'bpmnSums', row?.id ?? id, { fault: 'otherSum', item, counted });
      }
    }
  },
};
