import { DmnError } from './errors';
import { nameOf, nodeOf, nodesOf, textOf, type DmnNode } from './moddle';
import type { Aggregator, BoxedExpression, DmnHitPolicy, DmnTable, FunctionLogic, TypedName } from './model';

const NOTHING: BoxedExpression = { kind: 'literal', text: 'null', typeRef: null };

/** Logic in boxes. @throws DmnError `dmn.unknownContent` for a kind that DMN 1.5 does not have */
export function parseBoxed(node: DmnNode): BoxedExpression {
  const typeRef = textOf(node, 'typeRef');
  const kind = node.$type.replace(/^dmn:/, '');
  const under = (name: string) => parseChild(nodeOf(node, name));
  switch (kind) {
    case 'LiteralExpression':
      return { kind: 'literal', text: textOf(node, 'text') ?? 'null', typeRef };
    case 'DecisionTable':
      return { kind: 'table', table: parseTable(node), typeRef };
    case 'Context':
      return { kind: 'context', entries: nodesOf(node, 'contextEntry').map(parseEntry), typeRef };
    case 'Invocation':
      return {
        kind: 'invocation',
        called: parseValue(node, 'calledFunction'),
        bindings: nodesOf(node, 'binding').map(parseBinding),
        typeRef,
      };
    case 'Relation': {
      const rows = nodesOf(node, 'row').map((row) => nodesOf(row, 'elements').map(parseBoxed));
      return { kind: 'relation', columns: nodesOf(node, 'column').map((column) => nameOf(column)), rows, typeRef };
    }
    case 'List':
      return { kind: 'list', items: nodesOf(node, 'elements').map(parseBoxed), typeRef };
    case 'FunctionDefinition':
      return { ...parseFunction(node), typeRef };
    case 'Conditional':
      return { kind: 'conditional', test: under('if'), then: under('then'), else: under('else'), typeRef };
    case 'Filter':
      return { kind: 'filter', list: under('in'), match: under('match'), typeRef };
    case 'For':
      return { kind: 'for', variable: nameOf(node, 'iteratorVariable'), list: under('in'), each: under('return'), typeRef };
    case 'Some':
    case 'Every': {
      const quantifier = kind === 'Some' ? 'some' : 'every';
      return {
        kind: quantifier,
        variable: nameOf(node, 'iteratorVariable'),
        list: under('in'),
        each: under('satisfies'),
        typeRef,
      };
    }
    default:
      throw new DmnError('dmn.unknownContent', { kind });
  }
}

/** A function of a knowledge model, or one that stands as an expression. */
export function parseFunction(node: DmnNode): FunctionLogic {
  const body = nodeOf(node, 'body');
  const kind = textOf(node, 'kind') ?? 'FEEL';
  return {
    kind: 'function',
    parameters: nodesOf(node, 'formalParameter').map(parseTypedName),
    body: body && parseBoxed(body),
    isForeign: kind !== 'FEEL',
  };
}

export const parseTypedName = (node: DmnNode): TypedName => ({ name: nameOf(node), typeRef: textOf(node, 'typeRef') });

const parseChild = (node: DmnNode | null): BoxedExpression => (node ? parseValue(node, 'value') : NOTHING);

function parseValue(node: DmnNode, name: string): BoxedExpression {
  const value = nodeOf(node, name);
  return value ? parseBoxed(value) : NOTHING;
}

function parseEntry(node: DmnNode) {
  const variable = nodeOf(node, 'variable');
  return { variable: variable && parseTypedName(variable), value: parseValue(node, 'value') };
}

function parseBinding(node: DmnNode) {
  const parameter = nodeOf(node, 'parameter');
  const formula = nodeOf(node, 'bindingFormula');
  return { name: parameter ? nameOf(parameter) : '', value: formula && parseBoxed(formula) };
}

const testsOf = (node: DmnNode, name: string): string | null => {
  const tests = nodeOf(node, name);
  return tests && textOf(tests, 'text');
};

function parseTable(node: DmnNode): DmnTable {
  const inputs = nodesOf(node, 'input').map((input) => {
    const expression = nodeOf(input, 'inputExpression');
    return {
      expression: (expression && textOf(expression, 'text')) ?? 'null',
      typeRef: expression && textOf(expression, 'typeRef'),
      allowed: testsOf(input, 'inputValues'),
    };
  });
  const outputs = nodesOf(node, 'output').map((output) => ({
    name: nameOf(output) || null,
    typeRef: textOf(output, 'typeRef'),
    allowed: testsOf(output, 'outputValues'),
    byDefault: testsOf(output, 'defaultOutputEntry'),
  }));
  const rules = nodesOf(node, 'rule').map((rule) => ({
    when: nodesOf(rule, 'inputEntry').map((entry) => textOf(entry, 'text') ?? '-'),
    then: nodesOf(rule, 'outputEntry').map((entry) => textOf(entry, 'text') ?? 'null'),
  }));
  // both enumerations are checked by the schema of the file; an unknown one is found when the table is evaluated
  const hitPolicy = (textOf(node, 'hitPolicy') ?? 'UNIQUE') as DmnHitPolicy;
  return { hitPolicy, aggregator: textOf(node, 'aggregation') as Aggregator | null, inputs, outputs, rules };
}
