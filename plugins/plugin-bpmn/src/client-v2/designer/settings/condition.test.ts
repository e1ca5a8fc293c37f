import { checkFeel } from '@wuxin/feel';
import fc from 'fast-check';
import { OPERATORS, readCondition, writeCondition, type BuiltCondition } from './condition';

it.each([
  ['=outcome = "return"', { joinedBy: 'and', parts: [{ name: 'outcome', operator: '=', value: 'return' }] }],
  ['reconveneCount < 3', { joinedBy: 'and', parts: [{ name: 'reconveneCount', operator: '<', value: 3 }] }],
  [
    '=filingResult = "rejected" or filingResult = "revoked"',
    {
      joinedBy: 'or',
      parts: [
        { name: 'filingResult', operator: '=', value: 'rejected' },
        { name: 'filingResult', operator: '=', value: 'revoked' },
      ],
    },
  ],
  ['=record.kind != null', { joinedBy: 'and', parts: [{ name: 'record.kind', operator: '!=', value: null }] }],
  ['=record.note = "a and b"', { joinedBy: 'and', parts: [{ name: 'record.note', operator: '=', value: 'a and b' }] }],
])('shows %s in fields, and writes the same', (feel, built) => {
  expect(readCondition(feel)).toEqual(built);
  expect(writeCondition(readCondition(feel)!)).toBe(feel.startsWith('=') ? feel : `=${feel}`);
});

it.each([
  '',
  '=isEmergency',
  '=not(isOwnCase or isLate)',
  '=outcome = "doubt" or returnCount >= returnMax',
  '=a = 1 and b = 2 or c = 3',
  '=record.householdsReached * 100 >= record.householdsTotal * param("cov.min_reach_pct")',
  '=list contains(split(grades, ","), grade)',
  '=a = "open',
])('leaves %s to the formula', (feel) => {
  expect(readCondition(feel)).toBeNull();
});

it('writes FEEL that can be read, whatever is typed, and reads it back', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const part = fc.record({
    name: fc.constantFrom('outcome', 'record.kind', 'count'),
    operator: fc.constantFrom(...OPERATORS),
    value,
  });
  const condition: fc.Arbitrary<BuiltCondition> = fc.record({
    joinedBy: fc.constantFrom('and' as const, 'or' as const),
    parts: fc.array(part, { minLength: 2, maxLength: 4 }),
  });

  fc.assert(
    fc.property(condition, (built) => {
      const feel = writeCondition(built);
      expect(readCondition(feel)).toEqual(built);
      expect(checkFeel(feel.slice(1), { kind: 'expression' })).toEqual([]);
    }),
  );
});
