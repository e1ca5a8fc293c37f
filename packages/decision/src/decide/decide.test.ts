import fc from 'fast-check';
import { evaluateUnaryTests } from '@wuxin/feel';
import {
  decide,
  DecisionError,
  explainDecision,
  formatDecisionProblem,
  type DecisionTable,
  type HitPolicy,
  type DecisionRule,
} from '..';
import { literalsOf, passesCell } from '../cell';

const options = { now: Date.UTC(2026, 10, 22) };

const rule = (id: string, when: string[], then: string[], note?: string): DecisionRule => ({ id, when, then, note });

function organisation(hitPolicy: HitPolicy, rules: DecisionRule[]): DecisionTable {
  return {
    key: 'organisation',
    name: '党组织设置',
    hitPolicy,
    inputs: [
      { label: '党员人数', expression: 'members' },
      { label: '类型', expression: 'place.type' },
    ],
    outputs: [{ name: 'kind', label: '形式', values: ['支部', '总支', '党委'] }],
    rules,
  };
}

const sizes = organisation('UNIQUE', [
  rule('small', ['< 50', '-'], ['"支部"']),
  rule('middle', ['[50..100)', '-'], ['"总支"'], '五十人以上'),
  rule('large', ['>= 100', '"社区", "村"'], ['"党委"']),
]);

const community = (members: number) => ({ members, place: { type: '社区' } });

function errorOf(table: DecisionTable, variables: Parameters<typeof decide>[1]): DecisionError {
  try {
    decide(table, variables, options);
  } catch (error) {
    if (error instanceof DecisionError) return error;
    throw error;
  }
  throw new Error('no error');
}

describe('decide', () => {
  it.each([
    [10, '支部', 'small'],
    [50, '总支', 'middle'],
    [100, '党委', 'large'],
  ])('with %i members gives %s', (members, kind, ruleId) => {
    expect(decide(sizes, community(members), options)).toMatchObject({ outputs: { kind }, hitRuleIds: [ruleId] });
  });

  it('explains itself with the values that it saw', () => {
    const decision = decide(sizes, community(60), options);

    expect(explainDecision(decision, 'zh-CN')).toBe(
      '党组织设置：党员人数 = 60，类型 = "社区"；适用规则“middle”（党员人数: [50..100)），得出 形式 = "总支"。',
    );
    expect(explainDecision(decision, 'en-US')).toContain('rule "middle" (党员人数: [50..100)) gives 形式 = "总支"');
    expect(decision.explanation.hits[0]?.note).toBe('五十人以上');
  });

  it('refuses to guess when no rule applies', () => {
    expect(errorOf(sizes, { members: 100, place: { type: '乡' } })).toMatchObject({ code: 'decision.noHit' });
    expect(errorOf(sizes, {})).toMatchObject({
      code: 'decision.noHit',
      data: {
        inputs: [
          { label: '党员人数', value: null },
          { label: '类型', value: null },
        ],
      },
    });
  });

  it('refuses several hits under UNIQUE and names them', () => {
    const table = organisation('UNIQUE', [rule('a', ['> 5', '-'], ['"支部"']), rule('b', ['> 8', '-'], ['"支部"'])]);

    expect(errorOf(table, community(10))).toMatchObject({ code: 'decision.severalHits', data: { ruleIds: ['a', 'b'] } });
  });

  it('takes the first hit under FIRST', () => {
    const table = organisation('FIRST', [rule('a', ['> 5', ''], ['"支部"']), rule('b', ['> 8', ''], ['"总支"'])]);

    expect(decide(table, community(10), options)).toMatchObject({ outputs: { kind: '支部' }, hitRuleIds: ['a'] });
  });

  it('takes several hits with one result under ANY', () => {
    const table = organisation('ANY', [rule('a', ['> 5', '-'], ['"支部"']), rule('b', ['> 8', '-'], ['"支部"'])]);

    expect(decide(table, community(10), options)).toMatchObject({ outputs: { kind: '支部' }, hitRuleIds: ['a', 'b'] });
  });

  it('refuses several hits with different results under ANY', () => {
    const table = organisation('ANY', [rule('a', ['> 5', '-'], ['"支部"']), rule('b', ['> 8', '-'], ['"总支"'])]);

    expect(errorOf(table, community(10)).code).toBe('decision.contradiction');
  });

  it('collects the results of all hits under COLLECT, or none', () => {
    const table = organisation('COLLECT', [rule('a', ['> 5', '-'], ['"支部"']), rule('b', ['> 8', '-'], ['"总支"'])]);

    expect(decide(table, community(10), options).outputs).toEqual({ kind: ['支部', '总支'] });
    expect(decide(table, community(1), options)).toMatchObject({ outputs: { kind: [] }, hitRuleIds: [] });
  });

  it('compares dates as dates', () => {
    const table: DecisionTable = {
      ...sizes,
      inputs: [{ label: '日期', expression: 'date(due)' }],
      rules: [rule('late', ['> date("2026-09-30")'], ['"支部"'])],
    };

    expect(decide(table, { due: '2026-10-10' }, options).hitRuleIds).toEqual(['late']);
  });

  it('lets cells read variables and functions of the host', () => {
    const table = organisation('UNIQUE', [rule('a', ['>= param("min")', '-'], ['if members > 10 then "总支" else "支部"'])]);

    expect(decide(table, community(11), { ...options, functions: { param: () => 5 } }).outputs).toEqual({ kind: '总支' });
  });

  it('refuses a result that the output does not allow', () => {
    const table = organisation('UNIQUE', [rule('a', ['-', '-'], ['"小组"'])]);

    expect(errorOf(table, community(1))).toMatchObject({ code: 'decision.outputValue', data: { ruleId: 'a', value: '小组' } });
  });

  it('refuses a rule with the wrong number of cells', () => {
    expect(errorOf(organisation('FIRST', [rule('a', ['-'], ['"支部"'])]), community(1)).code).toBe('decision.cells');
  });

  it.each([
    ['count(for i in 1..3000000 return i) > 1', 'feel.unbounded'],
    ['matches(?, "^(a+)+$")', 'feel.pattern'],
    ['constructor("x")()', 'feel.unknownFunction'],
    ['[1..', 'feel.syntax'],
  ])('names the cell and the reason when a cell is hostile: %s', (cell, feel) => {
    const error = errorOf(organisation('UNIQUE', [rule('bad', ['-', cell], ['"支部"'])]), community(1));

    expect(error).toMatchObject({
      code: 'decision.cell',
      data: { part: 'when', ruleId: 'bad', column: 1, feel: { code: feel } },
    });
  });

  it('says the reason in both languages', () => {
    const error = errorOf(organisation('UNIQUE', [rule('bad', ['-', 'nothing()'], ['"支部"'])]), community(1));

    expect(formatDecisionProblem(error, 'zh-CN')).toBe('规则“bad”的“类型”一格有误：没有名为“nothing”的函数。');
    expect(formatDecisionProblem(error, 'en-US')).toBe(
      'Rule "bad", column "类型" cannot be used: There is no function named "nothing".',
    );
  });

  it('never gives two answers: every number of members has one kind', () => {
    fc.assert(
      fc.property(fc.nat(500), (members) => {
        expect(decide(sizes, community(members), options).hitRuleIds).toHaveLength(1);
      }),
    );
  });
});

describe('a cell of literals', () => {
  it('is decided as FEEL would', () => {
    const literal = fc.oneof(
      fc.constantFrom('"a"', '"b"', '""', '"甲 乙"'),
      fc.integer({ min: -5, max: 5 }).map(String),
      fc.constantFrom('1.5', '-0'),
    );
    const cell = fc.array(literal, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(', '));
    const value = fc.oneof(fc.constantFrom('a', 'b', '', '甲 乙', 'c'), fc.integer({ min: -5, max: 5 }), fc.constant(1.5));

    fc.assert(
      fc.property(cell, value, (text, json) => {
        expect(literalsOf(text)).not.toBeNull();
        expect(passesCell(text, { feel: json, json }, {}, options)).toBe(evaluateUnaryTests(text, json, {}, options));
      }),
    );
  });
});
