import type { DecisionTable } from '@wuxin/decision';
import type { DecisionDetail, DecisionProblemView, DecisionRow, DecisionTrial, DecisionTrialBody } from '../../common/api';
import { Desk, userTask, type Person } from '../__fixtures__';
import { defineParameters } from '../parameters';
import { tables } from '../store';
import { readTable } from './check';
import { defineDecision } from './index';

const KEY = 'route';
const TABLE: DecisionTable = {
  key: KEY,
  name: '审核去向',
  hitPolicy: 'FIRST',
  inputs: [
    { label: '结论', expression: 'outcome', values: ['agree', 'return'] },
    { label: '未改正条数', expression: 'record.open' },
  ],
  outputs: [{ name: 'way', label: '去向', values: ['vote', 'redraft', 'conference'] }],
  rules: [
    { id: 'agreed', when: ['"agree"', '0'], then: ['"vote"'], note: '没有未改正的意见' },
    { id: 'few', when: ['-', '< param("cov.return_max")'], then: ['"redraft"'] },
    { id: 'rest', when: ['-', '-'], then: ['"conference"'] },
  ],
};
const withRules = (rules: DecisionTable['rules']): DecisionTable => ({ ...TABLE, rules });
const LINES = `<bpmn:startEvent id="begin" />${userTask('review')}
  <bpmn:businessRuleTask id="decide" wuxin:decisionRef="${KEY}" /><bpmn:endEvent id="end" />
  begin -> review
  review -> decide
  decide -> end`;

describe('the pages of decision tables', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.write((tx) =>
      defineParameters(tx, [
        {
          key: 'cov.return_max',
          name: '退回次数上限',
          nameEn: 'Returns',
          defaultValue: 3,
          source: 'test',
          certainty: 'known',
          levels: [],
        },
      ]),
    );
    await desk.write((tx) => defineDecision(tx, TABLE));
    await desk.publishLines('covenant', LINES);
  });
  afterAll(() => desk?.close());

  const detail = async (number?: number) =>
    (await desk.as('root').get<DecisionDetail>('bpmnDecisions:detail', { params: { filterByTk: KEY, number } })).data;
  const check = async (table: unknown, locale?: 'en-US') =>
    (await desk.as('root').post<DecisionProblemView[]>('bpmnDecisions:check', { data: { table }, locale })).data;
  const attempt = async (body: DecisionTrialBody) =>
    (await desk.as('root').post<DecisionTrial>('bpmnDecisions:try', { data: body })).data;
  const change = (table: DecisionTable, fromNumber: number) =>
    desk
      .as('root')
      .post('bpmnDecisions:change', { params: { filterByTk: KEY }, data: { table, fromNumber, reason: '县里通知' } });
  const renew = (by: Person = 'root') => desk.as(by).post('bpmnProcesses:renew', { params: { filterByTk: 'covenant' } });

  it.each([
    ['a text is added up', { rules: [{ id: 'rest', when: ['-', '-'], then: ['"vote"'] }] }, 'decision.notANumber'],
    [
      'two outputs are added up',
      {
        outputs: [
          { name: 'a', label: 'a' },
          { name: 'b', label: 'b' },
        ],
        rules: [{ id: 'rest', when: ['-', '-'], then: ['1', '2'] }],
      },
      'decision.notAggregable',
    ],
  ])('says why nothing can be decided where %s', async (_, more, code) => {
    const table = { ...TABLE, ...more, hitPolicy: 'COLLECT', aggregation: 'SUM' };
    const answer = await desk.as('root').post('bpmnDecisions:try', { data: { table, values: ['agree', 0] } });
    expect(JSON.stringify(answer)).toContain(code);
  });

  describe('checking what is in the editor', () => {
    it('finds nothing wrong with a table that may be saved', async () => {
      expect(await check(TABLE)).toEqual([]);
    });

    it('names the cell of every problem, in the language of the reader', async () => {
      const broken = withRules([{ ...TABLE.rules[0]!, when: ['"agree', '-'], then: ['"nowhere"'] }]);

      expect(await check(broken)).toMatchObject([
        { code: 'decision.cell', severity: 'error', ruleId: 'agreed', cell: { part: 'when', column: 0 } },
        { code: 'decision.outputValue', severity: 'error', ruleId: 'agreed', cell: null },
      ]);
      expect((await check(broken, 'en-US'))[0]?.text).toMatch(/^Rule "agreed", column "结论" cannot be used/);
    });

    it('finds cells and heads that are not filled in', async () => {
      const half = {
        ...withRules([{ id: 'new', when: ['-', '-'], then: [''] }]),
        inputs: [{ label: '', expression: 'outcome' }, TABLE.inputs[1]],
      };

      expect(await check(half)).toMatchObject([
        { text: '第 1 个输入没有填写完整：名称、来源和可选值都不能为空。', cell: { part: 'input', column: 0 }, ruleId: null },
        { text: '第 1 条规则的第 1 格没有填写，或者太长。', cell: { part: 'then', column: 0 }, ruleId: 'new' },
      ]);
    });

    it('only warns of rules that are never used', async () => {
      const { rules } = TABLE;

      expect(await check(withRules([rules[2]!, rules[0]!]))).toMatchObject([
        { code: 'decision.unreachable', severity: 'warning', ruleId: 'agreed' },
      ]);
    });

    it.each([null, 'table', [], { rules: 'none' }, { rules: [null] }])(
      'answers %p with a problem, not a failure',
      async (table) => {
        expect((await check(table))[0]).toMatchObject({ code: 'decision.format', severity: 'error' });
      },
    );
  });

  it('speaks to readers of English in English where the table does, of what is decided and of what is wrong', async () => {
    const [input, ...others] = TABLE.inputs;
    const table = { ...TABLE, nameEn: 'Way', inputs: [{ ...input!, labelEn: 'Result' }, ...others] };
    const broken = { ...table, rules: [{ ...TABLE.rules[0]!, when: ['"agree', '-'] }] };
    const asked = { data: { table, values: ['agree', 0] }, locale: 'en-US' } as const;

    const tried = (await desk.as('root').post<DecisionTrial>('bpmnDecisions:try', asked)).data;
    const [problem] = await check(broken, 'en-US');

    expect(tried.hits[0]?.conditions[0]?.label).toBe('Result');
    expect(problem?.text).toContain('column "Result"');
    const names = { name: TABLE.name, nameEn: 'Way', firstEn: problem?.text };
    const refusal: unknown = expect.objectContaining({ data: expect.objectContaining(names) as unknown });
    await expect(desk.engine.read((tx) => readTable(tx, broken))).rejects.toThrow(refusal as Error);
  });

  describe('trying a table', () => {
    it('tells which rule applies and why, with the parameters that it read', async () => {
      const trial = await attempt({ table: TABLE, values: ['return', 2] });

      expect(trial).toMatchObject({
        problem: null,
        hits: [
          {
            ruleId: 'few',
            conditions: [{ label: '未改正条数', test: '< param("cov.return_max")' }],
            results: [{ label: '去向', value: 'redraft' }],
          },
        ],
        parameters: [{ key: 'cov.return_max', name: '退回次数上限', value: 3 }],
      });
      expect(trial.sentence).toContain('得出 去向 = "redraft"');
    });

    it('lets cells name the inputs as a case does', async () => {
      const table = withRules([{ id: 'own', when: ['-', '-'], then: ['if record.open > 1 then "redraft" else "vote"'] }]);

      expect((await attempt({ table, values: ['agree', 2] })).hits).toMatchObject([{ results: [{ value: 'redraft' }] }]);
    });

    it('says why there is no decision', async () => {
      const none = await attempt({ table: withRules([TABLE.rules[0]!]), values: ['return', 0] });
      const broken = await attempt({
        table: withRules([{ id: 'odd', when: ['[1..', '-'], then: ['"vote"'] }]),
        values: ['agree', 0],
      });

      expect(none).toMatchObject({ hits: [], sentence: null, problem: { code: 'decision.noHit' } });
      expect(broken).toMatchObject({ problem: { code: 'decision.cell', ruleId: 'odd', cell: { part: 'when', column: 0 } } });
    });

    it('changes nothing, and knows no names that could do harm', async () => {
      const before = await desk.counts();
      const table = { ...TABLE, inputs: [{ label: '坏', expression: '__proto__.polluted' }, TABLE.inputs[1]] };

      await attempt({ table, values: ['x', 1] });

      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      expect(await desk.counts()).toEqual(before);
    });
  });

  describe('a changed table', () => {
    it('is taken by new cases once its process is renewed; open cases keep theirs', async () => {
      const open = await desk.start('covenant', 'clerk', { variables: { outcome: 'return' } });
      await change(withRules([{ id: 'always', when: ['-', '-'], then: ['"vote"'] }]), 1);

      expect((await detail()).usedBy).toMatchObject([
        { processKey: 'covenant', versionNumber: 1, isCurrent: false, hasDraft: false, runningCases: 1 },
      ]);
      expect((await renew()).data).toMatchObject({ number: 2 });
      expect((await detail()).usedBy).toMatchObject([{ versionNumber: 2, isCurrent: true, runningCases: 1 }]);
      const [overview] = (await desk.as('root').get<DecisionRow[]>('bpmnDecisions:overview')).data;
      expect(overview).toMatchObject({ key: KEY, number: 2, rules: 1, changedBy: { name: 'Super Admin' } });

      const later = await desk.start('covenant', 'clerk', { variables: { outcome: 'return' } });
      expect((await tables.versions.find(desk, { id: (await desk.row(open.instanceId)).versionId }))?.decisions[KEY]).toEqual(
        TABLE,
      );
      await desk.complete('clerk', later.instanceId, 'review');
      expect(await desk.variables(later.instanceId)).toMatchObject({ way: 'vote', routeRules: ['always'], routeVersion: 2 });
      await desk.complete('clerk', open.instanceId, 'review');
      expect(await desk.variables(open.instanceId)).toMatchObject({ routeVersion: 1 });
    });

    it('can be looked at as it was', async () => {
      expect(await detail(1)).toMatchObject({ number: 1, isActive: false, newestNumber: 2, table: TABLE });
      expect((await detail()).versions).toMatchObject([
        { number: 2, origin: 'administrator', reason: '县里通知', isActive: true },
        { number: 1, origin: 'pack', isActive: false },
      ]);
    });

    it('brings its parameters to the process that takes it', async () => {
      await change(TABLE, 2);
      await renew();

      const [process] = await tables.processes.select(desk, { key: 'covenant' });
      const version = await tables.versions.find(desk, { id: process!.publishedVersionId! });
      expect(version).toMatchObject({ number: 3, status: 'published', parameterKeys: ['cov.return_max'] });
    });

    it('waits while the process has a draft, whose publishing takes it', async () => {
      const { xml } = (await tables.versions.find(desk, { processKey: 'covenant', number: 3 }))!;
      await desk.as('root').post('bpmnProcesses:deploy', { data: { xml } });

      expect(await renew()).toMatchObject({ status: 409, errors: [{ code: 'process.hasDraft' }] });
    });
  });

  it('refuse a table or a version that does not exist, and a process that is not in use', async () => {
    const unknown = await desk.as('root').get('bpmnDecisions:detail', { params: { filterByTk: 'nope' } });
    const version = await desk.as('root').get('bpmnDecisions:detail', { params: { filterByTk: KEY, number: 99 } });
    const process = await desk.as('root').post('bpmnProcesses:renew', { params: { filterByTk: 'nope' } });

    expect(unknown).toMatchObject({ status: 404, errors: [{ code: 'decision.notFound' }] });
    expect(version.status).toBe(404);
    expect(process).toMatchObject({ status: 404, errors: [{ code: 'process.notFound' }] });
  });

  it.each(['overview', 'detail', 'check', 'try', 'change'])('keep %s to administrators', async (action) => {
    const answer = await desk.as('clerk').post(`bpmnDecisions:${action}`, { params: { filterByTk: KEY }, data: {} });

    expect(answer.status).toBe(403);
    expect((await renew('clerk')).status).toBe(403);
  });
});
