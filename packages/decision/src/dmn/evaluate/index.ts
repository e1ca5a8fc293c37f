import { feelValue, type FeelInput, type FeelOptions, type FeelValue } from '@wuxin/feel';
import { DmnError } from '../errors';
import type { DmnModel } from '../model';
import type { DmnProblem, Run } from './context';
import { Graph, keyOf } from './graph';

export type { DmnProblem } from './context';

export interface DmnRequest {
  /** Name of a decision, a decision service or a knowledge model of the first model. */
  readonly name: string;
  /** By name of the input, or of the parameter. */
  readonly inputs: { readonly [name: string]: FeelInput };
}

export interface DmnResult {
  readonly value: FeelValue;
  /** Why there is null where something went wrong; empty when nothing did. */
  readonly problems: readonly DmnProblem[];
}

/**
 * Evaluates one element of the first model; the others are those that it imports. What fails on the way is null, as DMN says, with a problem.
 *
 * @throws DmnError `dmn.unknownElement`, `dmn.noSuchReference`, `dmn.cycle`, `dmn.tooMuch` where boxes multiply beyond all bounds
 */
export function evaluateDmn(models: readonly DmnModel[], { name, inputs }: DmnRequest, feel: FeelOptions): DmnResult {
  const [model] = models;
  const element = model?.elements.find((one) => one.kind !== 'input' && one.name === name);
  if (!model || !element) throw new DmnError('dmn.unknownElement', { name });
  const run: Run = { feel, problems: [], evaluations: 0 };
  const values = Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, feelValue(value)]));
  const found = { model, element };
  if (element.kind !== 'decision')
    return { value: new Graph(models, run, new Map()).call(found, values), problems: run.problems };
  return { value: new Graph(models, run, givenFor(models, values, run)).valueOf(found), problems: run.problems };
}

/** Inputs of every model by their names; one may also stand for a decision that is not to be worked out. */
function givenFor(models: readonly DmnModel[], values: Readonly<Record<string, FeelValue>>, run: Run): Map<string, FeelValue> {
  const graph = new Graph(models, run, new Map());
  return new Map(
    models.flatMap((model) =>
      model.elements.flatMap((element) => {
        const value = values[element.name];
        if (value === undefined || (element.kind !== 'input' && element.kind !== 'decision')) return [];
        return [[keyOf({ model, element }), graph.asInput({ model, element }, value)] as const];
      }),
    ),
  );
}
