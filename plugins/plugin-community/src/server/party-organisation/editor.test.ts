import { readDmnTables, type DecisionTable } from '@wuxin/decision';
import type { HttpClient } from '@wuxin/test';
import { Community } from '../__fixtures__/community';
import { fieldsOf, measure, start } from './__fixtures__/site';

const MINUTE = 60_000;
const KEY = 'partyOrganisation';

/** What the page of decision tables asks the server for. */
describe('the decision table of the Party-organisation setting in the editor', () => {
  let community: Community;
  let root: HttpClient;
  let table: DecisionTable;
  beforeAll(async () => {
    community = await Community.open('2026-03-02', ['02-party', '05', 'demo']);
    root = await community.as('nocobase');
    table = (await root.get<{ table: DecisionTable }>('bpmnDecisions:detail', { params: { filterByTk: KEY } })).data.table;
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const check = async (changed: DecisionTable) =>
    (await root.post<{ code: string; severity: string }[]>('bpmnDecisions:check', { data: { table: changed } })).data;
  const change = (changed: DecisionTable) => {
    const data = { table: changed, reason: '市委组织部通知', fromNumber: 1 };
    return root.post('bpmnDecisions:change', { params: { filterByTk: KEY }, data });
  };
  const withCell = (rule: string, column: number, cell: string): DecisionTable => ({
    ...table,
    rules: table.rules.map((one) =>
      one.id === rule ? { ...one, when: one.when.map((was, at) => (at === column ? cell : was)) } : one,
    ),
  });

  it('has nothing wrong with it, and is tried with values and the thresholds that hold', async () => {
    expect(await check(table)).toEqual([]);

    const tried = await root.post<{ results: unknown[]; hits: { ruleId: string }[]; parameters: { key: string }[] }>(
      'bpmnDecisions:try',
      { data: { table, values: [999, 3, 'yes'] } },
    );
    expect(tried.data).toMatchObject({ results: ['converted', 'mergedVillage'], hits: [{ ruleId: 'mediumMerged' }] });
    expect(tried.data.parameters.map(({ key }) => key)).toEqual([
      'setting.branch_min',
      'setting.large_min',
      'setting.medium_min',
    ]);
  });

  it('is exported as DMN 1.3, and the file says the same', async () => {
    const { data } = await root.get<{ xml: string }>('bpmnDecisions:file', { params: { filterByTk: KEY } });

    expect(data.xml).toContain('https://www.omg.org/spec/DMN/20191111/MODEL/');
    expect((await readDmnTables(data.xml)).tables).toEqual([table]);
  });

  it('warns of a gap, and does not take a change that decides otherwise than its tests say', async () => {
    const short = { ...table, rules: table.rules.filter(({ id }) => id !== 'small'), tests: [] };
    expect((await check(short)).map(({ code, severity }) => [code, severity])).toContainEqual(['decision.gap', 'warning']);
    const moved = withCell('large', 0, '> param("setting.large_min")');
    expect((await check(moved)).map(({ code }) => code)).toContain('decision.testFails');
    expect((await change(moved)).errors[0]?.code).toBe('decision.hasProblems');
  });

  it('takes a row more; new cases say which version of the table decided', async () => {
    const rules = [
      ...table.rules.slice(0, 5),
      { id: 'tiny', when: ['< 30', '>= param("setting.branch_min")', '-'], then: ['"attached"', '"none"'] },
      ...table.rules.slice(5),
    ];
    expect((await change({ ...table, rules })).errors).toEqual([]);
    const before = await start(community);
    expect((await root.post('bpmnProcesses:renew', { params: { filterByTk: KEY } })).errors).toEqual([]);
    const after = await start(community);

    for (const setting of [before, after]) await measure(community, setting, { households: 20, population: 60 });

    expect(await fieldsOf(community, before, 'suggestion', 'tableVersion')).toEqual(['group', 1]);
    expect(await fieldsOf(community, after, 'suggestion', 'tableVersion')).toEqual(['attached', 2]);
  });
});
