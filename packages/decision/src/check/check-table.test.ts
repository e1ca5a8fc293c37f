import {
  checkTable,
  decisionMessages,
  formatDecisionProblem,
  parametersOfTable,
  type DecisionRule,
  type DecisionTable,
} from '..';

const rule = (id: string, when: string[], then: string[] = ['"x"']): DecisionRule => ({ id, when, then });

function table(rules: DecisionRule[], more: Partial<DecisionTable> = {}): DecisionTable {
  return {
    key: 'table',
    name: '表',
    hitPolicy: 'UNIQUE',
    inputs: [
      { label: 'colour', expression: 'colour', values: ['red', 'green'] },
      { label: 'urgent', expression: 'urgent', values: [true, false] },
    ],
    outputs: [{ name: 'result', label: '结果' }],
    rules,
    ...more,
  };
}

const codesOf = (checked: DecisionTable, options?: Parameters<typeof checkTable>[1]): string[] =>
  checkTable(checked, options).map((problem) => problem.code);

describe('checkTable', () => {
  it('accepts a complete table', () => {
    expect(codesOf(table([rule('a', ['"red"', '-']), rule('b', ['"green"', 'true']), rule('c', ['"green"', 'false'])]))).toEqual(
      [],
    );
  });

  it('names the cell that FEEL cannot read', () => {
    expect(checkTable(table([rule('a', ['-', '[1..'], ['1 +'])]))).toMatchObject([
      { code: 'decision.cell', data: { part: 'when', ruleId: 'a', column: 1, feel: { code: 'feel.syntax' } } },
      {
        code: 'decision.cell',
        data: { part: 'then', ruleId: 'a', column: 0, feel: { code: 'feel.syntax', position: { offset: 3 } } },
      },
    ]);
  });

  it('names the input that FEEL refuses', () => {
    const inputs = [{ label: 'n', expression: 'for i in 1..n return i' }];

    expect(checkTable(table([rule('a', ['-'])], { inputs }))).toMatchObject([
      { data: { part: 'input', column: 0, feel: { code: 'feel.unbounded' } } },
    ]);
  });

  it('reports unknown names and functions when it knows the others', () => {
    const checked = table([rule('a', ['-', '-'], ['param(size)'])]);

    expect(codesOf(checked, { knownNames: ['colour', 'urgent'], knownFunctions: [] })).toEqual([
      'decision.cell',
      'decision.cell',
    ]);
    expect(codesOf(checked, { knownNames: ['colour', 'urgent', 'size'], knownFunctions: ['param'] })).toEqual([]);
  });

  it('reports a wrong number of cells before anything else', () => {
    expect(codesOf(table([rule('a', ['-'], ['1 +'])]))).toEqual(['decision.cells']);
  });

  it('reports ids and names that occur twice', () => {
    const outputs = [
      { name: 'x', label: '1' },
      { name: 'x', label: '2' },
    ];

    expect(codesOf(table([rule('a', ['-', '-'], ['1', '2']), rule('a', ['-', '-'], ['1', '2'])], { outputs }))).toEqual([
      'decision.duplicateRule',
      'decision.duplicateOutput',
    ]);
  });

  it('reports a rule that an earlier one hides', () => {
    const checked = table([rule('a', ['"red"', '-']), rule('b', [' "red" ', 'true']), rule('c', ['-', '-'])], {
      hitPolicy: 'FIRST',
    });

    expect(checkTable(checked)).toEqual([{ code: 'decision.unreachable', data: { ruleId: 'b', coveredBy: 'a' } }]);
  });

  it('reports the combination that no rule covers', () => {
    const found = checkTable(table([rule('a', ['"red"', '-']), rule('b', ['not("red")', 'true'])]));

    expect(found).toEqual([{ code: 'decision.gap', data: { example: 'colour = green, urgent = false' } }]);
  });

  it('reports rules that apply together under UNIQUE', () => {
    const found = checkTable(table([rule('a', ['-', '-']), rule('b', ['"red"', 'true'])]));

    expect(found).toEqual([{ code: 'decision.overlap', data: { example: 'colour = red, urgent = true', ruleIds: ['a', 'b'] } }]);
  });

  it('looks for no gaps where values or cells are open', () => {
    expect(codesOf(table([rule('a', ['"red"', 'limit > 3'])]))).toEqual([]);
    expect(codesOf(table([rule('a', ['"red"', 'today() > date("2026-01-01")'])]))).toEqual([]);
    expect(codesOf(table([rule('a', ['"red"'])], { inputs: [{ label: 'c', expression: 'c' }] }))).toEqual([]);
  });

  it('reports a literal result that the output does not allow', () => {
    const outputs = [{ name: 'result', label: '结果', values: ['x', 'y'] }];

    expect(codesOf(table([rule('a', ['-', '-'], ['"z"'])], { outputs }))).toEqual(['decision.outputValue']);
  });
});

describe('parametersOfTable', () => {
  it('lists the parameters of inputs, conditions and results', () => {
    const inputs = [{ label: 'n', expression: 'n - param("c")' }];

    expect(parametersOfTable(table([rule('a', ['> param("b")'], ['param("a")']), rule('b', ['-'])], { inputs }))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

it('every code has a sentence in both languages', () => {
  expect(Object.keys(decisionMessages['zh-CN'])).toEqual(Object.keys(decisionMessages['en-US']));
  expect(formatDecisionProblem({ code: 'decision.overlap', data: { ruleIds: ['a', 'b'], example: 'x = 1' } }, 'en-US')).toBe(
    'Rules a, b apply together, for example to x = 1.',
  );
});
