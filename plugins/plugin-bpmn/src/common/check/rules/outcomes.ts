import { flowsOf, type Element } from '@wuxin/bpmn-core';
import { type Context, isUserTask, type Rule, type Said, when } from '../rule';

export const outcomes = {
  'process.noOutcome': {
    severity: 'warning',
    find: (element) => when(isUserTask(element) && !element.settings.outcomes?.length),
  },
  /** Whoever presses that button would leave the case where nothing leads on. */
  'process.outcomeNotTaken': {
    severity: 'error',
    find: (element, { reach }) =>
      reach.stuck
        .filter(({ taskId }) => taskId === element.id)
        .map(({ outcome }) => ({ outcome: labelOf(element, outcome), outcomeEn: labelOf(element, outcome, 'nameEn') })),
  },
  'process.unknownOutcome': { severity: 'warning', find: unknownOutcomes },
} as const satisfies Record<string, Rule>;

function labelOf({ settings }: Element, key: string, name: 'name' | 'nameEn' = 'name'): string {
  const outcome = settings.outcomes?.find((one) => one.key === key);
  return outcome?.[name] ?? outcome?.name ?? key;
}

/** `outcome = "retrun"`: texts that a condition compares the outcome with. */
const COMPARED = /(?<![\w.])outcome\s*!?=\s*"([^"]*)"/g;

function unknownOutcomes(element: Element, { graph, reach }: Context): readonly Said[] {
  const possible = reach.outcomesAt(element.id);
  if (!possible) return [];
  const compared = flowsOf(graph, element.outgoing).flatMap(({ condition }) => [...(condition ?? '').matchAll(COMPARED)]);
  const named = new Set(compared.map(([, key = '']) => key));
  return [...named].filter((key) => !possible.has(key)).map((outcome) => ({ outcome }));
}
