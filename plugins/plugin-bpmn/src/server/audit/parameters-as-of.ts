import type { Json, Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import type { HistoryRecord } from '../store';

/** What a case's parameters were at a number of its history: corrections since then are taken back, the newest first. */
export function parametersAsOf(now: Variables, history: readonly HistoryRecord[], asOf: number): Variables {
  const since = history.filter(({ kind, sequence }) => kind === 'parametersCorrected' && sequence > asOf);
  return Object.fromEntries([...Object.entries(now), ...since.toReversed().flatMap(({ data }) => valuesBefore(data.changes))]);
}

const corrections = z.array(z.object({ key: z.string(), before: z.custom<Json>((value) => value !== undefined) }));

const valuesBefore = (changes: Json | undefined): [string, Json][] =>
  (corrections.safeParse(changes).data ?? []).map(({ key, before }) => [key, before]);
