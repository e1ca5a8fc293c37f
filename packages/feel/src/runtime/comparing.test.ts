import fc from 'fast-check';
import { evaluateFeel, evaluateUnaryTests, type FeelOptions } from '..';

const options: FeelOptions = { now: 0 };
const evaluate = (expression: string) => evaluateFeel(expression, {}, options);

/** Two values of each type, the smaller first. */
const VALUES: Readonly<Record<string, readonly [string, string]>> = {
  number: ['4', '5'],
  string: ['"4"', '"5"'],
  date: ['date("2026-01-01")', 'date("2026-01-02")'],
  time: ['time("10:00:00")', 'time("11:00:00")'],
  dateTime: ['date and time("2026-01-01T00:00:00")', 'date and time("2026-01-02T00:00:00")'],
  duration: ['duration("P1D")', 'duration("P2D")'],
};
const TYPES = Object.keys(VALUES);
const pairs = TYPES.flatMap((one) => TYPES.filter((other) => other !== one).map((other) => [one, other] as const));
const valuesOf = (type: string) => VALUES[type] ?? ['null', 'null'];

describe('comparing', () => {
  it.each(TYPES)('orders what is of one type: %s', (type) => {
    const [small, large] = valuesOf(type);

    expect(evaluate(`[${small} < ${large}, ${small} > ${large}, ${small} <= ${small}, ${large} >= ${small}]`)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(
      evaluate(`[${small} between ${small} and ${large}, ${large} in (> ${small}), ${large} in [${small}..${large}]]`),
    ).toEqual([true, true, true]);
  });

  it.each(pairs)('gives null for what is of different types: %s and %s', (one, other) => {
    const [[left], [small, large]] = [valuesOf(one), valuesOf(other)];

    for (const operator of ['<', '<=', '>', '>=']) expect(evaluate(`${left} ${operator} ${large}`)).toBeNull();
    expect(evaluate(`${left} between ${small} and ${large}`)).toBeNull();
    expect(evaluate(`${left} in [${small}..${large}]`)).toBeNull();
  });

  it.each(['true > 4', '{ a: 1 } > 4', '[1, 2] > 4', 'null > 4', '"5" > 4', '4 < "5"'])('gives null for %s', (expression) => {
    expect(evaluate(expression)).toBeNull();
  });

  it('takes a list of one for its element, as equality does', () => {
    expect(evaluate('[5] > 4')).toBe(true);
  });

  it('leaves out of a filter what cannot be compared', () => {
    expect(evaluate('[1, "2", 3][item > 1]')).toEqual([3]);
  });

  it('does not pass a unary test with another type', () => {
    expect(evaluateUnaryTests('> 4', '5', {}, options)).toBe(false);
    expect(evaluateUnaryTests('> 4', 5, {}, options)).toBe(true);
  });

  it('never says true or false of a text and a number, whatever they are', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), (number, text) => {
        const variables = { number, text };
        for (const operator of ['<', '<=', '>', '>='])
          expect(evaluateFeel(`[text ${operator} number, number ${operator} text]`, variables, options)).toEqual([null, null]);
      }),
    );
  });

  it('orders numbers as numbers are, whatever they are', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        fc.pre(Number.isFinite(a) && Number.isFinite(b));
        expect(evaluateFeel('[a < b, a <= b, a > b, a >= b]', { a, b }, options)).toEqual([a < b, a <= b, a > b, a >= b]);
      }),
    );
  });
});
