import { evaluate, isFunction, unaryTest } from 'feelin';
import { analyse, type Analysis } from '../check';
import { FeelError, withExpression } from '../errors';
import { isBuiltIn, meteredBuiltIn, type RawFunction } from '../functions';
import type { Json, Variables } from '../json';
import { positionOf, type FeelKind } from '../syntax';
import { FeelValue, jsonOf, type FeelInput } from './feel-value';
import { hostFunction, type FeelFunction } from './host-functions';
import { meteredSource, METER_NAME } from './instrument';
import { Meter } from '../meter';
import { compareWithinTypes } from './ranges';
import { DEFAULT_TIME_ZONE, feelNow, feelToday } from './time';
import { readVariables, type Scope } from './variables';

compareWithinTypes();

/** Values by name; a variable that is a function of FEEL can be called. */
export type FeelVariables = { readonly [name: string]: FeelInput };

export interface FeelOptions {
  /** What `now()` and `today()` say, in milliseconds since 1970. */
  readonly now: number;
  /** Where `now()` and `today()` are; default `Asia/Shanghai`. */
  readonly timeZone?: string;
  /** Functions of the host, such as `param`. FEEL's own functions cannot be replaced. */
  readonly functions?: { readonly [name: string]: FeelFunction };
  /** What a variable that does not exist is: `'null'` as FEEL defines it (default), or refused with `feel.unknownName`. */
  readonly unknownNames?: 'null' | 'refuse';
}

/**
 * Evaluates a FEEL expression to JSON. Throws {@link FeelError}, never anything else.
 *
 * @example evaluateFeel('count(votes) * 2 > total', { votes: [1, 2], total: 3 }, { now }) // true
 */
export function evaluateFeel(expression: string, variables: Variables, options: FeelOptions): Json {
  return jsonOf(evaluateFeelValue(expression, variables, options));
}

/** Like {@link evaluateFeel}, but a date stays a date: for inputs of {@link evaluateUnaryTests}. */
export function evaluateFeelValue(expression: string, variables: FeelVariables, options: FeelOptions): FeelValue {
  return withExpression(expression, () => {
    const scope = readVariables(variables);
    const analysis = analyseOrThrow(expression, 'expression', scope);
    const meter = new Meter();
    const context = buildContext({ analysis, scope, options, meter });
    return new FeelValue(expression, evaluate(meteredSource(analysis.tree), context).value);
  });
}

/**
 * Does a value pass unary tests such as `> 5`, `[1..10]`, `"a", "b"` or `-`? An unknown result is false.
 *
 * @example evaluateUnaryTests('[1..10]', 7, {}, { now }) // true
 */
export function evaluateUnaryTests(test: string, value: FeelInput, variables: FeelVariables, options: FeelOptions): boolean {
  return withExpression(test, () => {
    const scope = readVariables(variables);
    const analysis = analyseOrThrow(test, 'unaryTests', scope);
    const meter = new Meter();
    const input = readVariables({ value }).values['value'];
    const context = { ...buildContext({ analysis, scope, options, meter }), '?': input ?? null };
    return unaryTest(meteredSource(analysis.tree), context).value === true;
  });
}

function analyseOrThrow(expression: string, kind: FeelKind, scope: Scope): Analysis {
  const analysis = analyse(expression, kind, scope.reading);
  const [problem] = analysis.problems;
  if (problem) throw new FeelError({ ...problem, expression });
  return analysis;
}

interface ContextParts {
  readonly analysis: Analysis;
  readonly scope: Scope;
  readonly options: FeelOptions;
  readonly meter: Meter;
}

/** Only what the expression mentions, because loops copy their context at every step. */
function buildContext({ analysis, scope, options, meter }: ContextParts): Record<string, unknown> {
  const context: Record<string, unknown> = { [METER_NAME]: meterFunction(meter) };
  const used = new Set(analysis.uses.map((use) => use.name));
  for (const [key, value] of Object.entries(scope.values)) {
    if (used.has(key) || /[^\p{L}\p{N}_]/u.test(key)) context[key] = value;
  }
  for (const use of analysis.uses) {
    const fn = findFunction(use.name, options, meter);
    const isGiven = use.name in context && (!use.isCalled || isFunction(context[use.name]));
    if (isGiven) continue;
    if (fn) context[use.name] = fn;
    else if (use.isCalled) throw unknown('feel.unknownFunction', analysis, use);
    else if (options.unknownNames === 'refuse' && !use.isInFilter && !(use.name in context))
      throw unknown('feel.unknownName', analysis, use);
  }
  return context;
}

function findFunction(name: string, options: FeelOptions, meter: Meter): RawFunction | null {
  const timeZone = options.timeZone ?? DEFAULT_TIME_ZONE;
  if (name === 'now') return withoutArguments(() => feelNow(options.now, timeZone));
  if (name === 'today') return withoutArguments(() => feelToday(options.now, timeZone));
  if (isBuiltIn(name)) return meteredBuiltIn(name, meter);
  const fn = options.functions && Object.hasOwn(options.functions, name) ? options.functions[name] : undefined;
  return fn ? hostFunction(name, fn, meter) : null;
}

function withoutArguments(fn: RawFunction): RawFunction {
  fn.$args = [];
  return fn;
}

function meterFunction(meter: Meter): RawFunction {
  const fn: RawFunction = (value) => {
    meter.charge(1 + meter.sizeOf(value));
    return value;
  };
  fn.$args = ['value'];
  return fn;
}

function unknown(
  code: 'feel.unknownFunction' | 'feel.unknownName',
  { tree }: Analysis,
  use: Analysis['uses'][number],
): FeelError {
  const position = positionOf(tree.source, use.node.from, use.node.to);
  return new FeelError({ code, expression: tree.source, position, data: { name: use.name } });
}
