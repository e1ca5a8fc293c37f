import { feelFunction, feelValue, invokeFeel, viewFeel, type FeelValue } from '@wuxin/feel';
import { DmnError } from '../errors';
import type { BoxedExpression, FunctionLogic, TypeName } from '../model';
import { evaluateText, NULL, orNull, type Place, type Scope } from './context';
import { evaluateTable } from './table';
import { mustConform, typed } from './typed';

/** The value of logic in boxes; null where it has none, with a problem that says why. */
export function evaluateBoxed(place: Place, logic: BoxedExpression, scope: Scope): FeelValue {
  return typed(place, untyped(place, logic, scope), logic.typeRef);
}

function untyped(place: Place, logic: BoxedExpression, scope: Scope): FeelValue {
  const inScope = (part: BoxedExpression) => evaluateBoxed(place, part, scope);
  switch (logic.kind) {
    case 'literal':
      return evaluateText(place, logic.text, scope);
    case 'table':
      return evaluateTable(place, logic.table, scope);
    case 'context':
      return evaluateContext(place, logic, scope);
    case 'invocation': {
      const bindings = logic.bindings.map(({ name, value }) => [name, value ? inScope(value) : NULL] as const);
      return orNull(place.run, () => invokeFeel(inScope(logic.called), Object.fromEntries(bindings)));
    }
    case 'relation':
      return feelValue(
        logic.rows.map((row) => Object.fromEntries(row.map((cell, at) => [logic.columns[at] ?? '', inScope(cell)]))),
      );
    case 'list':
      return feelValue(logic.items.map(inScope));
    case 'function':
      return functionOf(place, logic, scope, logic.typeRef);
    case 'conditional': {
      const test = viewFeel(inScope(logic.test));
      if (test.kind !== 'boolean' && test.kind !== 'null') return orNull(place.run, () => refuseType('boolean', test.kind));
      return inScope(test.kind === 'boolean' && test.value ? logic.then : logic.else);
    }
    default:
      return evaluateEach(place, logic, scope);
  }
}

/** A function that sees what is around its definition. What it gives has the type of `result`. */
export function functionOf(
  place: Place,
  { parameters, body, isForeign }: FunctionLogic,
  scope: Scope,
  result: TypeName,
): FeelValue {
  if (isForeign || body === null) {
    place.run.problems.push({ code: isForeign ? 'dmn.foreignFunction' : 'dmn.noLogic', data: {} });
    return NULL;
  }
  const names = parameters.map(({ name }) => name);
  return feelFunction(names, (args) =>
    orNull(place.run, () => {
      // an argument of another type makes the whole call null
      const given = parameters.map(({ name, typeRef }, at) => [name, mustConform(place, args[at] ?? NULL, typeRef)] as const);
      return typed(place, evaluateBoxed(place, body, { ...scope, ...Object.fromEntries(given) }), result);
    }),
  );
}

/** Each entry sees those before it; one without a name is the result. */
function evaluateContext(place: Place, { entries }: BoxedExpression & { kind: 'context' }, scope: Scope): FeelValue {
  let seen = scope;
  const own: Record<string, FeelValue> = {};
  for (const { variable, value } of entries) {
    const entry = evaluateBoxed(place, value, seen);
    if (variable === null) return entry;
    own[variable.name] = typed(place, entry, variable.typeRef);
    seen = { ...seen, [variable.name]: own[variable.name] ?? NULL };
  }
  return feelValue(own);
}

type Each = BoxedExpression & { kind: 'filter' | 'for' | 'some' | 'every' };

function evaluateEach(place: Place, logic: Each, scope: Scope): FeelValue {
  const given = evaluateBoxed(place, logic.list, scope);
  const view = viewFeel(given);
  if (logic.kind !== 'filter' && view.kind !== 'list') return orNull(place.run, () => refuseType('list', view.kind));
  const items = view.kind === 'list' ? view.items : view.kind === 'null' ? [] : [given];
  if (logic.kind === 'filter') {
    const matching = items.map((item) => evaluateBoxed(place, logic.match, { ...scope, ...fieldsOf(item), item }));
    return filtered(place, items, matching);
  }
  const { variable, each } = logic;
  if (logic.kind === 'for') {
    const results: FeelValue[] = [];
    for (const item of items) {
      const partial = feelValue([...results]);
      results.push(evaluateBoxed(place, each, { ...scope, partial, [variable]: item }));
    }
    return feelValue(results);
  }
  return quantified(
    logic.kind,
    items.map((item) => evaluateBoxed(place, each, { ...scope, [variable]: item })),
  );
}

const fieldsOf = (item: FeelValue): Scope => {
  const view = viewFeel(item);
  return view.kind === 'context' ? view.entries : {};
};

function filtered(place: Place, items: readonly FeelValue[], matching: readonly FeelValue[]): FeelValue {
  const views = matching.map(viewFeel);
  if (views.some(({ kind }) => kind !== 'boolean'))
    return orNull(place.run, () => refuseType('boolean', views.find(({ kind }) => kind !== 'boolean')?.kind ?? 'null'));
  return feelValue(items.filter((_, at) => isTrue(matching[at] ?? NULL)));
}

function quantified(kind: 'some' | 'every', results: readonly FeelValue[]): FeelValue {
  const views = results.map(viewFeel);
  if (views.some((view) => view.kind !== 'boolean')) return NULL;
  return feelValue(kind === 'some' ? results.some(isTrue) : results.every(isTrue));
}

function isTrue(value: FeelValue): boolean {
  const view = viewFeel(value);
  return view.kind === 'boolean' && view.value;
}

function refuseType(wanted: string, found: string): never {
  throw new DmnError('dmn.wrongType', { wanted, found });
}
