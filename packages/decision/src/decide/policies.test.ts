import { checkTable, decide, decideForValues, DecisionError, failedTests, type DecisionTable } from '..';

const options = { now: 0 };

const fees = (more: Partial<DecisionTable>): DecisionTable => ({
  key: 'fees',
  name: '费用',
  hitPolicy: 'COLLECT',
  inputs: [{ label: '户数', expression: 'site.households' }],
  outputs: [{ name: 'fee', label: '金额', values: [30, 20, 10] }],
  rules: [
    { id: 'base', when: ['-'], then: ['10'] },
    { id: 'large', when: ['>= 300'], then: ['30'] },
    { id: 'also', when: ['>= 100'], then: ['20'] },
    { id: 'again', when: ['>= 200'], then: ['20'] },
  ],
  ...more,
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof DecisionError ? error.code : String(error);
  }
};

describe('hit policies', () => {
  it.each<[string, Partial<DecisionTable>, unknown]>([
    ['PRIORITY takes what its output lists first', { hitPolicy: 'PRIORITY' }, 30],
    ['OUTPUT ORDER lists all in the order of the output', { hitPolicy: 'OUTPUT ORDER' }, [30, 20, 20, 10]],
    ['RULE ORDER lists all in the order of the rules', { hitPolicy: 'RULE ORDER' }, [10, 30, 20, 20]],
    ['COLLECT lists all', {}, [10, 30, 20, 20]],
    ['SUM adds up', { aggregation: 'SUM' }, 80],
    ['MIN takes the least', { aggregation: 'MIN' }, 10],
    ['MAX takes the most', { aggregation: 'MAX' }, 30],
    ['COUNT counts different results', { aggregation: 'COUNT' }, 3],
  ])('%s', (_, more, expected) => {
    expect(decide(fees(more), { site: { households: 300 } }, options).outputs).toEqual({ fee: expected });
  });

  it.each<[string, Partial<DecisionTable>, unknown]>([
    ['nothing to add up', { aggregation: 'SUM' }, null],
    ['nothing to count', { aggregation: 'COUNT' }, 0],
    ['an empty list', { hitPolicy: 'OUTPUT ORDER' }, []],
  ])('of no hits there is %s', (_, more, expected) => {
    const rules = [{ id: 'large', when: ['>= 300'], then: ['30'] }];

    expect(decideForValues(fees({ ...more, rules }), [1], options).outputs).toEqual({ fee: expected });
  });

  it('adds up numbers of one output only', () => {
    const text = { rules: [{ id: 'a', when: ['-'], then: ['"x"'] }], outputs: [{ name: 'fee', label: '金额' }] };

    expect(codeOf(() => decideForValues(fees({ ...text, aggregation: 'SUM' }), [1], options))).toBe('decision.notANumber');
    expect(checkTable(fees({ aggregation: 'SUM', hitPolicy: 'FIRST' })).map(({ code }) => code)).toContain(
      'decision.notAggregable',
    );
    expect(
      checkTable(fees({ hitPolicy: 'PRIORITY', outputs: [{ name: 'fee', label: '金额' }] })).map(({ code }) => code),
    ).toEqual(['decision.noPriority']);
  });
});

describe('tests of a table', () => {
  const tested = (results: number[]) => fees({ hitPolicy: 'PRIORITY', tests: [{ values: [300], results }] });

  it('pass when it decides as they say', () => {
    expect(failedTests(tested([30]), options)).toEqual([]);
  });

  it('say what it decides instead, or why it does not', () => {
    expect(failedTests(tested([10]), options)).toEqual([
      { code: 'decision.testFails', data: { number: 1, values: ['户数 = 300'], expected: '10', actual: '30' } },
    ]);
    const none = { ...tested([30]), rules: [{ id: 'a', when: ['< 5'], then: ['10'] }] };
    expect(failedTests(none, options)[0]?.data.actual).toBe('decision.noHit');
    expect(failedTests({ ...none, tests: [{ values: [], results: [1] }] }, options)[0]?.code).toBe('decision.testShape');
  });
});

describe('gaps and overlaps', () => {
  const sizes = (rules: [string, string][], parameters = {}) =>
    checkTable(
      fees({
        hitPolicy: 'UNIQUE',
        outputs: [{ name: 'fee', label: '金额' }],
        rules: rules.map(([when, then], row) => ({ id: `r${row}`, when: [when], then: [then] })),
      }),
      { parameters },
    );

  it('are found around the numbers that stand in cells', () => {
    expect(sizes([['< 300', '1'], ['> 300', '2']]).map(({ code, data }) => [code, data.example])).toEqual([['decision.gap', '户数 = 300']]); // prettier-ignore
    expect(sizes([['<= 300', '1'], ['>= 300', '2']]).map(({ code, data }) => [code, data.example])).toEqual([['decision.overlap', '户数 = 300']]); // prettier-ignore
    expect(sizes([['< 300', '1'], ['>= 300', '2']])).toEqual([]); // prettier-ignore
  });

  it('are found with the values of parameters, and not looked for without them', () => {
    const rules: [string, string][] = [['< param("org.large")', '1'], ['> param("org.large")', '2']]; // prettier-ignore

    expect(sizes(rules, { 'org.large': 1000 }).map(({ data }) => data.example)).toEqual(['户数 = 1000']);
    expect(sizes(rules)).toEqual([]);
  });
});
