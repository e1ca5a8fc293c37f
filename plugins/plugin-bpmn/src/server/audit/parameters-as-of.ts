import type { Json, Variables } from '@wuxin/bpmn-core';
import type { HistoryRecord } from '../store';

/** What a case's parameters were at a number of its history: corrections since then are taken back, the newest first. */
export function parametersAsOf(now: Variables, history: readonly HistoryRecord[], asOf: number): Variables {
  const since = history.filter(({ kind, sequence }) => kind === 'parametersCorrected' && sequence > asOf);
  return Object.fromEntries([...Object.entries(now), ...since.toReversed().flatMap(({ data }) => valuesBefore(data.changes))]);
}

function valuesBefore(changes: Json | undefined): [string, Json][] {
  if (!Array.isArray(changes)) return [];
  return changes.flatMap((change): [string, Json][] => {
    if (typeof change !== 'object' || change === null || Array.isArray(change)) return [];
    const { key, before } = change;
    return typeof key === 'string' && before !== undefined ? [[key, before]] : [];
  });
}
