import type { Json, Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import type { HistoryRecord } from '../store';

/** What a case's parameters were at a number of its history: corrections since then are taken back, the newest first. */
export function parametersAsOf(now: Variables, history: readonly HistoryRecord[], asOf: number): Variables {
  const since = history.filter(({ kind, sequence, data }) => kind === 'parametersCorrected' && sequence > asOf && !data.inputs);
  return Object.fromEntries([...Object.entries(now), ...since.toReversed().flatMap(({ data }) => valuesBefore(data.changes))]);
}

/** What a case's variables were, as far as corrections of its caller changed them since; what the case changed itself is not taken back. */
export function inputsAsOf(now: Variables, history: readonly HistoryRecord[], asOf: number): Variables {
  const since = history.filter(({ kind, sequence, data }) => kind === 'parametersCorrected' && sequence > asOf && data.inputs);
  const before = since.toReversed().flatMap(({ data }) => inputs.safeParse(data.inputs).data ?? []);
  return { ...now, ...Object.fromEntries(before.map((input) => [input.name, input.before])) };
}

const inputs = z.array(z.object({ name: z.string(), before: z.custom<Json>((value) => value !== undefined) }));

const corrections = z.array(z.object({ key: z.string(), before: z.custom<Json>((value) => value !== undefined) }));

const valuesBefore = (changes: Json | undefined): [string, Json][] =>
  (corrections.safeParse(changes).data ?? []).map(({ key, before }) => [key, before]);
