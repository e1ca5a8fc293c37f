import { evaluateFeelValue, feelValue, viewFeel, type FeelValue } from '@wuxin/feel';
import { DmnError } from '../errors';
import type { DmnTable } from '../model';
import { evaluateText, NULL, orNull, passes, type Place, type Scope } from './context';
import { typed } from './typed';

/** What a decision table says (DMN 1.5, 8.2 and 8.3). */
export function evaluateTable(place: Place, table: DmnTable, scope: Scope): FeelValue {
  const inputs = table.inputs.map(({ expression, typeRef }) => typed(place, evaluateText(place, expression, scope), typeRef));
  const isAllowed = table.inputs.every(
    ({ allowed }, at) => allowed === null || isNull(inputs[at]) || passes(place, allowed, inputs[at] ?? NULL, scope),
  );
  if (!isAllowed) return orNull(place.run, () => refuse(new DmnError('dmn.wrongType', { wanted: 'input values' })));
  const hits = table.rules.filter(({ when }) =>
    when.every((tests, at) => tests === '-' || passes(place, tests, inputs[at] ?? NULL, scope)),
  );
  const results = hits.map(({ then }) => resultOf(place, table, then, scope));
  return results.length === 0 ? byDefault(place, table, scope) : orNull(place.run, () => chosen(place, table, results, scope));
}

interface Result {
  /** One an output. */
  readonly cells: readonly FeelValue[];
  readonly value: FeelValue;
}

function resultOf(place: Place, table: DmnTable, then: readonly string[], scope: Scope): Result {
  const cells = table.outputs.map(({ typeRef }, at) => typed(place, evaluateText(place, then[at] ?? 'null', scope), typeRef));
  return { cells, value: together(table, cells) };
}

/** One output is the value itself; several are a context. */
const together = ({ outputs }: DmnTable, cells: readonly FeelValue[]): FeelValue =>
  outputs.length === 1
    ? (cells[0] ?? NULL)
    : feelValue(Object.fromEntries(outputs.map(({ name }, at) => [name ?? '', cells[at] ?? NULL])));

function byDefault(place: Place, table: DmnTable, scope: Scope): FeelValue {
  const { outputs } = table;
  if (outputs.every(({ byDefault: text }) => text === null)) return NULL;
  return together(
    table,
    outputs.map(({ byDefault: text }) => evaluateText(place, text ?? 'null', scope)),
  );
}

function chosen(place: Place, table: DmnTable, results: readonly Result[], scope: Scope): FeelValue {
  const [first] = results;
  const values = results.map(({ value }) => value);
  switch (table.hitPolicy) {
    case 'UNIQUE':
      return results.length === 1 ? (first?.value ?? NULL) : refuse(new DmnError('dmn.severalHits', { hits: results.length }));
    case 'ANY': {
      const isOne = new Set(values.map((value) => JSON.stringify(value.toJSON()))).size === 1;
      return isOne ? (first?.value ?? NULL) : refuse(new DmnError('dmn.contradiction'));
    }
    case 'FIRST':
      return first?.value ?? NULL;
    case 'PRIORITY':
      return byPriority(place, table, results, scope)[0]?.value ?? NULL;
    case 'OUTPUT ORDER':
      return feelValue(byPriority(place, table, results, scope).map(({ value }) => value));
    case 'RULE ORDER':
      return feelValue(values);
    case 'COLLECT':
      return table.aggregator === null ? feelValue(values) : aggregated(place, table, values);
  }
}

/** The order in which the allowed values of the outputs are listed; the first output counts most. */
function byPriority(place: Place, table: DmnTable, results: readonly Result[], scope: Scope): Result[] {
  const orders = table.outputs.map(({ allowed }) => (allowed === null ? [] : listed(place, allowed, scope)));
  const rank = ({ cells }: Result, at: number) => orders[at]?.indexOf(JSON.stringify(cells[at]?.toJSON() ?? null)) ?? -1;
  const place0 = (position: number) => (position < 0 ? Number.MAX_SAFE_INTEGER : position);
  return [...results].sort((one, other) => {
    const at = orders.findIndex((order, index) => order.length > 0 && rank(one, index) !== rank(other, index));
    return at < 0 ? 0 : place0(rank(one, at)) - place0(rank(other, at));
  });
}

function listed({ run }: Place, allowed: string, scope: Scope): string[] {
  const view = viewFeel(evaluateFeelValue(`[${allowed}]`, scope, run.feel));
  return view.kind === 'list' ? view.items.map((item) => JSON.stringify(item.toJSON())) : [];
}

function aggregated({ run }: Place, { aggregator, outputs }: DmnTable, values: readonly FeelValue[]): FeelValue {
  if (outputs.length > 1) return refuse(new DmnError('dmn.notAggregable', { outputs: outputs.length }));
  if (aggregator === 'COUNT') return feelValue(new Set(values.map((value) => JSON.stringify(value.toJSON()))).size);
  return evaluateFeelValue(`${aggregator?.toLowerCase() ?? ''}(values)`, { values }, run.feel);
}

const isNull = (value: FeelValue | undefined): boolean => value === undefined || viewFeel(value).kind === 'null';

function refuse(error: DmnError): never {
  throw error;
}
