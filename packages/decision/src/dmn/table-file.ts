import { DecisionError } from '../errors';
import { literalsOf } from '../cell';
import { parseDecisionTable, type DecisionTable, type Scalar } from '../table';
import { DmnError } from './errors';
import { nameOf, nodeOf, nodesOf, textOf, type DmnNode } from './moddle';
import { readDefinitions } from './parse';

/** Decision tables of a file, and the names of its decisions that are something else. */
export interface DmnTables {
  readonly tables: readonly DecisionTable[];
  readonly others: readonly string[];
}

/**
 * Reads the decision tables of DMN XML 1.1 to 1.5 as tables of ours. What we wrote comes back as it was; of other files names become
 * such as variables have, and allowed values are kept where they are texts and numbers. Nothing is evaluated.
 *
 * @throws DmnError for hostile, broken or unknown content; `dmn.noTable`; `dmn.tableRefused`, with what a table of ours cannot say
 */
export async function readDmnTables(xml: string): Promise<DmnTables> {
  const root = await readDefinitions(xml);
  const decisions = nodesOf(root, 'drgElement').filter(({ $type }) => $type === 'dmn:Decision');
  const found = decisions.map((decision) => ({ decision, logic: nodeOf(decision, 'decisionLogic') }));
  const tables = found.flatMap(({ decision, logic }) => (logic?.$type === 'dmn:DecisionTable' ? [tableOf(decision, logic)] : []));
  const others = found.filter(({ logic }) => logic?.$type !== 'dmn:DecisionTable').map(({ decision }) => nameOf(decision));
  if (tables.length === 0) throw new DmnError('dmn.noTable', { others });
  return { tables, others };
}

function tableOf(decision: DmnNode, logic: DmnNode): DecisionTable {
  const name = nameOf(decision) || (textOf(decision, 'id') ?? 'table');
  const outputs = nodesOf(logic, 'output');
  if (outputs.some((output) => nodeOf(output, 'defaultOutputEntry')))
    throw new DmnError('dmn.tableRefused', { name, reason: 'defaultOutputEntry' });
  const tests = own(logic, 'tests');
  const table = {
    key: keyOf(decision),
    name,
    ...optional('nameEn', own(decision, 'nameEn')),
    hitPolicy: textOf(logic, 'hitPolicy') ?? 'UNIQUE',
    ...optional('aggregation', textOf(logic, 'aggregation')),
    inputs: nodesOf(logic, 'input').map(inputOf),
    outputs: outputs.map((output, column) => outputOf(output, column, decision)),
    rules: nodesOf(logic, 'rule').map(ruleOf),
    ...(tests === null ? {} : { tests: parsed(tests, name) }),
  };
  try {
    return parseDecisionTable(table);
  } catch (cause) {
    if (!(cause instanceof DecisionError)) throw cause;
    throw new DmnError('dmn.tableRefused', { name, reason: cause.code, ...cause.data }, { cause });
  }
}

const optional = (name: string, value: string | null): Record<string, string> => (value === null ? {} : { [name]: value });
/** What we write beside what DMN knows. */
const own = (node: DmnNode, name: string): string | null => textOf(node, `wuxin:${name}`);

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new DmnError('dmn.tableRefused', { name, reason: 'tests' }, { cause });
  }
}

/** Ids of files may begin or go on in ways that keys do not. */
const keyOf = (decision: DmnNode): string => {
  const id = (textOf(decision, 'id') ?? '').replace(/[^\w.-]/g, '').slice(0, 100);
  return /^[A-Za-z]/.test(id) ? id : `table${id}`.slice(0, 100);
};

function inputOf(node: DmnNode, column: number) {
  const expression = nodeOf(node, 'inputExpression');
  const text = (expression && textOf(expression, 'text')) ?? '';
  return {
    label: textOf(node, 'label') ?? (text === '' ? `input${column + 1}` : text.slice(0, 200)),
    ...optional('labelEn', own(node, 'labelEn')),
    expression: text,
    ...valuesOf(nodeOf(node, 'inputValues')),
  };
}

function outputOf(node: DmnNode, column: number, decision: DmnNode) {
  const variable = nodeOf(decision, 'variable');
  const given = textOf(node, 'name') ?? (variable && textOf(variable, 'name')) ?? nameOf(decision);
  const name = given.replace(/[^\p{L}\p{N}_]/gu, '');
  return {
    name: /^[\p{L}_]/u.test(name) ? name.slice(0, 100) : `output${column + 1}`,
    label: textOf(node, 'label') ?? given,
    ...optional('labelEn', own(node, 'labelEn')),
    ...valuesOf(nodeOf(node, 'outputValues')),
  };
}

function valuesOf(node: DmnNode | null): { readonly values?: readonly Scalar[] } {
  const text = node && textOf(node, 'text');
  if (!text) return {};
  const given = own(node, 'values');
  if (given !== null) return { values: JSON.parse(given) as Scalar[] }; // read by parseDecisionTable again
  const literals = literalsOf(text);
  return literals ? { values: literals } : {};
}

function ruleOf(node: DmnNode, row: number) {
  const cells = (name: string) => nodesOf(node, name).map((cell) => textOf(cell, 'text') ?? '');
  const note = textOf(node, 'description') ?? cells('annotationEntry').filter(Boolean).join(' ');
  return {
    id: own(node, 'key') ?? `rule${row + 1}`,
    when: cells('inputEntry').map((cell) => (cell === '' ? '-' : cell)),
    then: cells('outputEntry'),
    ...optional('note', note === '' ? null : note),
    ...optional('noteEn', own(node, 'noteEn')),
  };
}
