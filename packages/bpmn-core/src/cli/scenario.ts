import type { Json, Variables } from '../contract';
import { isJsonArray, isJsonObject, numberAt, textAt } from '../json';
import { ScenarioError } from './errors';

export type Step =
  | { readonly kind: 'expectOpen'; readonly elements: readonly string[] }
  | { readonly kind: 'expectOpenCount'; readonly element: string; readonly count: number }
  | { readonly kind: 'complete'; readonly element: string; readonly variables: Variables }
  | { readonly kind: 'message' | 'signal'; readonly name: string; readonly variables: Variables }
  | { readonly kind: 'advance'; readonly milliseconds: number }
  | { readonly kind: 'expectCompletedTimes'; readonly element: string; readonly count: number }
  | { readonly kind: 'expectEnded' };

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly variables: Variables;
  readonly steps: readonly Step[];
}

/** A scenario that cannot be read says so for itself; the others of the file can. */
export type ReadScenario =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'unreadable'; readonly name: string; readonly error: ScenarioError };

/** @throws ScenarioError when the file is no list. */
export function readScenarios(file: Json): readonly ReadScenario[] {
  if (!isJsonArray(file)) throw new ScenarioError('scenariosNotList');
  return file.map(readOne);
}

function readOne(value: Json, index: number): ReadScenario {
  try {
    return { kind: 'scenario', scenario: readScenario(value, index) };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const id = isJsonObject(value) ? textAt(value, 'id') : null;
    return { kind: 'unreadable', name: id ?? `number ${index + 1}`, error };
  }
}

function readScenario(value: Json, index: number): Scenario {
  if (!isJsonObject(value)) throw new ScenarioError('scenarioInvalid', { index, expected: 'an object' });
  const id = textAt(value, 'id');
  if (id === null || !/^[\w.-]+$/.test(id))
    throw new ScenarioError('scenarioInvalid', { index, expected: 'an id that names a file' });
  if (!isJsonArray(value.steps)) throw new ScenarioError('scenarioInvalid', { id, expected: 'a list of steps' });
  return {
    id,
    title: textAt(value, 'title') ?? id,
    variables: isJsonObject(value.vars) ? value.vars : {},
    steps: value.steps.map((step, number) => readStep(step, { id, step: number + 1 })),
  };
}

function readStep(value: Json, place: { id: string; step: number }): Step {
  const step = isJsonObject(value) ? knownStep(value) : null;
  if (!step) throw new ScenarioError('stepUnknown', { ...place, found: JSON.stringify(value) });
  return step;
}

function knownStep(step: { readonly [key: string]: Json }): Step | null {
  const variables = isJsonObject(step.vars) ? step.vars : {};
  const { expectOpen, expectOpenCount, complete, message, signal, advanceMs, expectCompletedTimes, expectEnded } = step;
  if (isJsonArray(expectOpen)) return { kind: 'expectOpen', elements: expectOpen.map(String) };
  if (isJsonObject(expectOpenCount)) return { kind: 'expectOpenCount', ...elementAndCount(expectOpenCount) };
  if (typeof complete === 'string') return { kind: 'complete', element: complete, variables };
  if (typeof message === 'string') return { kind: 'message', name: message, variables };
  if (typeof signal === 'string') return { kind: 'signal', name: signal, variables };
  if (typeof advanceMs === 'number') return { kind: 'advance', milliseconds: advanceMs };
  if (isJsonObject(expectCompletedTimes)) return { kind: 'expectCompletedTimes', ...elementAndCount(expectCompletedTimes) };
  if (expectEnded === true) return { kind: 'expectEnded' };
  return null;
}

function elementAndCount(value: { readonly [key: string]: Json }): { element: string; count: number } {
  return { element: textAt(value, 'element') ?? '', count: numberAt(value, 'count') };
}
