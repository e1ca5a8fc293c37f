import {
  type Condition,
  type ConditionOperator,
  type ContractField,
  type FieldOperand,
  fieldAt,
  isConditionOperator,
  isDateOperator,
} from '../../../common/form';
import type { FormReason } from '../problems';

/** What a condition may read: the form, and inside rows the row itself. */
export interface ConditionScope {
  fields: readonly ContractField[];
  /** Dotted path of the rows with a dot at the end; empty outside rows. */
  prefix: string;
}

export type CompiledCondition = { ok: true; condition: Condition } | { ok: false; reason: FormReason; detail: string };
type Refusal = Extract<CompiledCondition, { ok: false }>;

const VARIABLE = /^\{\{\s*ctx\.(formValues|item\.value)\.([A-Za-z0-9_.-]+)\s*\}\}$/;
const DATE = /^\d{4}-\d{2}-\d{2}/;
const WITHOUT_RIGHT_SIDE = new Set(['$empty', '$notEmpty', '$isTruly', '$isFalsy']);
const refuse = (reason: FormReason, detail: unknown): Refusal => ({
  ok: false,
  reason,
  detail: typeof detail === 'string' ? detail : (JSON.stringify(detail) ?? ''),
});

/** A condition group as NocoBase's linkage rules store it: `{ logic, items: [{ path, operator, value }] }`. */
export function compileCondition(source: unknown, scope: ConditionScope): CompiledCondition {
  if (source === undefined || source === null) return { ok: true, condition: { kind: 'all', items: [] } };
  if (typeof source !== 'object') return refuse('ruleVariable', source);
  if (!('logic' in source)) return compileComparison(source, scope);
  const { logic } = source;
  const items = 'items' in source && Array.isArray(source.items) ? source.items : [];
  if (logic !== '$and' && logic !== '$or') return refuse('ruleOperator', logic);
  const compiled: Condition[] = [];
  for (const item of items) {
    if (isUnfinished(item)) continue;
    const result = compileCondition(item, scope);
    if (!result.ok) return result;
    compiled.push(result.condition);
  }
  return { ok: true, condition: { kind: logic === '$and' ? 'all' : 'any', items: compiled } };
}

/** A line that an administrator added and never filled in counts for nothing, in NocoBase too. */
const isUnfinished = (item: unknown) =>
  typeof item === 'object' && item !== null && !('logic' in item) && (!('operator' in item) || !item.operator);

function compileComparison(source: object, scope: ConditionScope): CompiledCondition {
  const { path, operator, value } = source as { path?: unknown; operator?: unknown; value?: unknown }; // read as unknown
  if (typeof operator !== 'string' || !isConditionOperator(operator)) return refuse('ruleOperator', operator);
  const left = operandOf(path, scope);
  if (!left) return refuse('ruleVariable', path);
  const right = rightSide(operator, value, scope);
  if (!right) return refuse('ruleVariable', value);
  const problem = typeProblem(left, operator, right, scope);
  return problem ?? { ok: true, condition: { kind: 'compare', left, operator, right } };
}

function rightSide(
  operator: ConditionOperator,
  value: unknown,
  scope: ConditionScope,
): FieldOperand | { constant: unknown } | undefined {
  if (WITHOUT_RIGHT_SIDE.has(operator)) return { constant: null };
  if (typeof value === 'string' && value.includes('{{')) return operandOf(value, scope);
  if (JSON.stringify(value ?? null).includes('{{')) return undefined;
  return { constant: value ?? null };
}

/** `{{ ctx.formValues.status }}` → the field `status`, when the form holds it and its value is known on both sides. */
export function operandOf(variable: unknown, { fields, prefix }: ConditionScope): FieldOperand | undefined {
  const [, root, path = ''] = (typeof variable === 'string' && VARIABLE.exec(variable)) || [];
  if (!root || (root === 'item.value' && !prefix)) return undefined;
  const inRow = root === 'item.value';
  const known = readablePath(
    inRow ? (fieldAt(fields, prefix.slice(0, -1)) as { columns: ContractField[] }).columns : fields,
    path,
  ); // rows have columns
  return known === undefined ? undefined : { scope: inRow ? 'row' : 'form', path: known };
}

function readablePath(fields: readonly ContractField[], path: string): string | undefined {
  const [name = '', ...rest] = path.split('.');
  const field = fields.find((candidate) => candidate.name === name);
  switch (field?.kind) {
    case undefined:
      return undefined;
    case 'value':
      return rest.length === 0 ? name : undefined;
    case 'pick':
    case 'files':
      return rest.length === 0 || (!field.isMany && rest.length === 1 && rest[0] === field.keyField) ? name : undefined;
    case 'shown':
    case 'rows':
      if (rest.length === 0) return field.kind === 'rows' ? name : undefined;
      if (field.kind === 'rows' && field.isMany) return undefined;
      return prefixed(name, readablePath(field.columns, rest.join('.')));
  }
}

const prefixed = (name: string, path: string | undefined) => (path === undefined ? undefined : `${name}.${path}`);

/** Days are compared as days; anything else about dates (relative dates, times) is left to people. */
function typeProblem(
  left: FieldOperand,
  operator: ConditionOperator,
  right: FieldOperand | { constant: unknown },
  scope: ConditionScope,
): Refusal | undefined {
  const field = fieldAt(scope.fields, left.scope === 'row' ? scope.prefix + left.path : left.path);
  if (field?.kind === 'rows' && operator !== '$empty' && operator !== '$notEmpty') return refuse('ruleOperator', operator);
  if (!isDateOperator(operator) || !('constant' in right)) return undefined;
  return typeof right.constant === 'string' && DATE.test(right.constant) ? undefined : refuse('ruleOperator', operator);
}
