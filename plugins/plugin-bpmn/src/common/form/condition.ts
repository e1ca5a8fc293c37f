/** What a condition compares: a field of the form, or a column of the row that the rule stands in. */
export interface FieldOperand {
  scope: 'form' | 'row';
  path: string;
}

export type ConditionOperator = keyof typeof OPERATORS;

export type Condition =
  | { kind: 'all' | 'any'; items: Condition[] }
  | { kind: 'compare'; left: FieldOperand; operator: ConditionOperator; right: FieldOperand | { constant: unknown } };

export type ReadOperand = (operand: FieldOperand) => unknown;

/** The comparisons that browser and server understand in the same way; they do what NocoBase's linkage rules do. */
export const OPERATORS = {
  $eq: (left: unknown, right: unknown) =>
    isList(left) ? (isList(right) ? isSameList(left, right) : left.some((item) => isSame(item, right))) : isSame(left, right),
  $ne: (left: unknown, right: unknown) => !isSame(left, right),
  $is: (left: unknown, right: unknown) => isSame(left, right),
  $gt: (left: unknown, right: unknown) => order(left, right) > 0,
  $gte: (left: unknown, right: unknown) => order(left, right) >= 0,
  $lt: (left: unknown, right: unknown) => order(left, right) < 0,
  $lte: (left: unknown, right: unknown) => order(left, right) <= 0,
  $empty: (left: unknown) => isEmpty(left),
  $notEmpty: (left: unknown) => !isEmpty(left),
  $in: (left: unknown, right: unknown) => list(left).some((item) => list(right).some((other) => isSame(item, other))),
  $notIn: (left: unknown, right: unknown) => !list(left).some((item) => list(right).some((other) => isSame(item, other))),
  $includes: (left: unknown, right: unknown) => list(left).some((item) => String(item).includes(String(right))),
  $notIncludes: (left: unknown, right: unknown) => !list(left).some((item) => String(item).includes(String(right))),
  $anyOf: (left: unknown, right: unknown) => list(left).some((item) => list(right).some((other) => isSame(item, other))),
  $noneOf: (left: unknown, right: unknown) => !list(left).some((item) => list(right).some((other) => isSame(item, other))),
  $match: (left: unknown, right: unknown) => isSameList(list(left), list(right)),
  $notMatch: (left: unknown, right: unknown) => !isSameList(list(left), list(right)),
  $isTruly: (left: unknown) => list(left).some((item) => item === true || item === 1),
  $isFalsy: (left: unknown) => isEmpty(left) || list(left).some((item) => item === false || item === 0),
  $dateOn: (left: unknown, right: unknown) => order(day(left), day(right)) === 0,
  $dateNotOn: (left: unknown, right: unknown) => !isEmpty(left) && order(day(left), day(right)) !== 0,
  $dateBefore: (left: unknown, right: unknown) => order(day(left), day(right)) < 0,
  $dateNotBefore: (left: unknown, right: unknown) => order(day(left), day(right)) >= 0,
  $dateAfter: (left: unknown, right: unknown) => order(day(left), day(right)) > 0,
  $dateNotAfter: (left: unknown, right: unknown) => order(day(left), day(right)) <= 0,
};

export const isConditionOperator = (name: string): name is ConditionOperator => Object.hasOwn(OPERATORS, name);
export const isDateOperator = (name: string) => name.startsWith('$date');

/** Whether the condition holds. An empty group holds, as in NocoBase. */
export function holds(condition: Condition, read: ReadOperand): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.items.every((item) => holds(item, read));
    case 'any':
      return condition.items.length === 0 || condition.items.some((item) => holds(item, read));
    case 'compare': {
      const right = 'constant' in condition.right ? condition.right.constant : read(condition.right);
      return OPERATORS[condition.operator](read(condition.left), right);
    }
  }
}

/** Fields that the condition reads. */
export function operandsOf(condition: Condition): FieldOperand[] {
  if (condition.kind !== 'compare') return condition.items.flatMap(operandsOf);
  return 'constant' in condition.right ? [condition.left] : [condition.left, condition.right];
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const list = (value: unknown): unknown[] => (isList(value) ? value : isEmpty(value) ? [] : [value]);
const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (isList(value) && value.length === 0);

/** Forms hand numbers over as text now and then; nothing else is the same across types. */
function isSame(left: unknown, right: unknown): boolean {
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right);
  if (typeof left !== typeof right) return String(left) === String(right);
  return typeof left === 'object' ? JSON.stringify(left) === JSON.stringify(right) : left === right;
}

const isSameList = (left: unknown[], right: unknown[]) =>
  left.length === right.length && left.every((item, index) => isSame(item, right[index]));

/** Not a number when one of them is missing, so that every comparison with it is false. */
function order(left: unknown, right: unknown): number {
  if (isEmpty(left) || isEmpty(right)) return Number.NaN;
  const [a, b] = [Number(left), Number(right)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0;
}

const day = (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : null);
