import { evaluateFeelValue, evaluateUnaryTests, FeelError, feelValue, type FeelOptions, type FeelValue } from '@wuxin/feel';
import { DmnError, type DmnCode, type DmnData } from '../errors';
import type { Types } from '../types';

/** Values by name, as logic sees them. */
export type Scope = Readonly<Record<string, FeelValue>>;

export interface DmnProblem {
  readonly code: DmnCode;
  readonly data: DmnData;
}

/** What is the same for all logic of one evaluation. */
export interface Run {
  readonly feel: FeelOptions;
  /** What went wrong on the way: DMN goes on with null. */
  readonly problems: DmnProblem[];
  /** How many expressions it has evaluated: boxes inside loops inside boxes multiply. */
  evaluations: number;
}

/** Expressions that one evaluation may take, wherever they stand; each of them is metered by FEEL itself. */
export const MAX_EVALUATIONS = 10_000;

/** @throws DmnTooMuch, which no box turns into null */
function count(run: Run): void {
  run.evaluations += 1;
  if (run.evaluations > MAX_EVALUATIONS) throw new DmnTooMuch();
}

/** The whole evaluation ends: to go on with null would only take as long again. */
export class DmnTooMuch extends DmnError {
  constructor() {
    super('dmn.tooMuch', { maximum: MAX_EVALUATIONS });
  }
}

/** Logic of one model: its own types, which imports extend. */
export interface Place {
  readonly run: Run;
  readonly types: Types;
}

export const NULL: FeelValue = feelValue(null);

/** A value, or null with a problem that says why: DMN 1.5, 10.3.2.15. */
export function orNull({ problems }: Run, work: () => FeelValue): FeelValue {
  try {
    return work();
  } catch (cause) {
    problems.push(problemOf(cause));
    return NULL;
  }
}

export function evaluateText({ run }: Place, text: string, scope: Scope): FeelValue {
  count(run);
  return orNull(run, () => evaluateFeelValue(text, scope, run.feel));
}

/** An unknown result, or one that fails, is no. */
export function passes({ run }: Place, tests: string, value: FeelValue, scope: Scope): boolean {
  count(run);
  try {
    return evaluateUnaryTests(tests, value, scope, run.feel);
  } catch (cause) {
    run.problems.push(problemOf(cause));
    return false;
  }
}

function problemOf(cause: unknown): DmnProblem {
  if (cause instanceof DmnTooMuch || (cause instanceof FeelError && cause.cause instanceof DmnTooMuch)) throw cause;
  if (cause instanceof DmnError) return { code: cause.code, data: cause.data };
  if (cause instanceof FeelError)
    return { code: 'dmn.feel', data: { code: cause.code, expression: cause.expression, ...cause.data } };
  throw cause;
}
