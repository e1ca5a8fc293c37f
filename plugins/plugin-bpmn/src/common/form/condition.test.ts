import { type Condition, type ConditionOperator, holds, operandsOf } from '.';

const compare = (operator: ConditionOperator, constant: unknown): Condition => ({
  kind: 'compare',
  left: { scope: 'form', path: 'x' },
  operator,
  right: { constant },
});
const check = (operator: ConditionOperator, left: unknown, right: unknown = null) => holds(compare(operator, right), () => left);

describe('comparisons', () => {
  it.each<[ConditionOperator, unknown, unknown, boolean]>([
    ['$eq', 'a', 'a', true],
    ['$eq', '1', 1, true],
    ['$eq', null, '', true],
    ['$eq', ['a', 'b'], 'b', true],
    ['$eq', ['a'], ['a'], true],
    ['$ne', 'a', 'b', true],
    ['$ne', null, 'b', true],
    ['$gt', '10', 9, true],
    ['$gt', null, 0, false],
    ['$lt', null, 1, false],
    ['$gte', 3, 3, true],
    ['$lte', 4, 3, false],
    ['$empty', '', null, true],
    ['$empty', [], null, true],
    ['$empty', 0, null, false],
    ['$notEmpty', false, null, true],
    ['$in', 'a', ['a', 'b'], true],
    ['$notIn', 'c', ['a', 'b'], true],
    ['$includes', '居民公约', '公约', true],
    ['$notIncludes', null, '公约', true],
    ['$anyOf', ['a', 'b'], ['b'], true],
    ['$noneOf', [], ['b'], true],
    ['$match', ['a', 'b'], ['a', 'b'], true],
    ['$notMatch', ['a'], ['a', 'b'], true],
    ['$isTruly', true, null, true],
    ['$isTruly', 'true', null, false],
    ['$isFalsy', null, null, true],
    ['$dateOn', '2026-11-22T08:00:00', '2026-11-22', true],
    ['$dateBefore', '2026-11-21', '2026-11-22', true],
    ['$dateBefore', null, '2026-11-22', false],
    ['$dateNotBefore', '2026-11-22', '2026-11-22', true],
    ['$dateAfter', '2026-11-23', '2026-11-22', true],
    ['$dateNotAfter', '2026-11-23', '2026-11-22', false],
    ['$dateNotOn', '2026-11-23', '2026-11-22', true],
  ])('%s of %j and %j is %s', (operator, left, right, expected) => {
    expect(check(operator, left, right)).toBe(expected);
  });
});

describe('groups', () => {
  const yes = compare('$empty', null);
  const no = compare('$notEmpty', null);
  const read = () => null;

  it('hold when all hold', () => {
    expect(holds({ kind: 'all', items: [yes, yes] }, read)).toBe(true);
    expect(holds({ kind: 'all', items: [yes, no] }, read)).toBe(false);
  });

  it('hold when any holds', () => {
    expect(holds({ kind: 'any', items: [no, yes] }, read)).toBe(true);
    expect(holds({ kind: 'any', items: [no, no] }, read)).toBe(false);
  });

  it('hold when they are empty', () => {
    expect([holds({ kind: 'all', items: [] }, read), holds({ kind: 'any', items: [] }, read)]).toEqual([true, true]);
  });

  it('know what they read, on both sides', () => {
    const both: Condition = { ...compare('$eq', 1), right: { scope: 'row', path: 'y' } } as Condition;
    expect(operandsOf({ kind: 'all', items: [both] })).toEqual([
      { scope: 'form', path: 'x' },
      { scope: 'row', path: 'y' },
    ]);
  });
});
