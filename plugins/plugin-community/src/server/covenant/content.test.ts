import { compile, parseDefinitions, type Element, type Graph } from '@wuxin/bpmn-core';
import { checkTable, parametersOfTable, parseDecisionTable } from '@wuxin/decision';
import { readTallyConfig } from '../tally';
import type { Procedure } from '../procedures';
import { compileCovenant, loadCovenant } from './walk';

describe('the content of the covenant', () => {
  let procedure: Procedure;
  let graph: Graph;
  beforeAll(async () => {
    procedure = await loadCovenant();
    graph = await compileCovenant(procedure);
  });

  const elements = () => Object.values(graph.elements);
  const userTasks = () => elements().filter(({ type }) => type === 'bpmn:UserTask');
  const tables = () => [...procedure.decisions.values()].map(parseDecisionTable);
  const ids = (list: readonly Element[]) => list.map(({ id }) => id).sort();

  it('compiles without a problem', async () => {
    const { problems } = compile(await parseDefinitions(procedure.xml));
    expect(problems).toEqual([]);
  });

  it('has a form, somebody in charge, a stage, a deadline and explained outcomes for each user task', () => {
    expect([...procedure.forms.keys()].sort()).toEqual(ids(userTasks()));
    for (const { id, settings } of userTasks()) {
      expect(settings).toMatchObject({
        formKey: id,
        whenNobody: 'incident',
        assignments: [expect.anything()],
        deadline: expect.anything(),
      });
      for (const outcome of settings.outcomes ?? []) {
        expect(outcome).toMatchObject({
          name: expect.any(String),
          nameEn: expect.any(String),
          consequence: expect.any(String),
          consequenceEn: expect.any(String),
        });
      }
    }
  });

  it('puts each task into a stage that supervisors track, and uses every stage', () => {
    const stages = graph.processes['covenant']?.settings.stages?.map(({ key }) => key) ?? [];
    const used = elements().flatMap(({ settings }) => settings.stage ?? []);
    expect([...new Set(used)].sort()).toEqual([...stages].sort());
    expect(ids(userTasks().filter(({ settings }) => !settings.stage))).toEqual([]);
  });

  it('names only posts that it defines, and defines no other', () => {
    const rules = elements().flatMap(({ settings }) => [
      ...(settings.assignments ?? []),
      ...(settings.cc ?? []),
      ...(settings.deadline?.steps ?? []),
    ]);
    const named = rules.flatMap(({ kind, value }) => (kind === 'post' && value ? [value] : []));
    expect([...new Set(named)].sort()).toEqual(procedure.definition.posts.map(({ key }) => key).sort());
  });

  it('reads only parameters that it defines, and defines no other', () => {
    const formulas = [...procedure.xml.matchAll(/param\("([^"]+)"\)/g)].map((match) => match[1]);
    const cells = tables().flatMap(parametersOfTable);
    expect([...new Set([...formulas, ...cells])].sort()).toEqual(procedure.definition.parameters.map(({ key }) => key).sort());
  });

  it('brings decision tables without a gap, a contradiction or an unknown name', () => {
    const problems = tables().flatMap((table) =>
      checkTable(table, { knownNames: ['outcome', 'record', 'returnCount'], knownFunctions: ['param'] }),
    );
    expect(problems).toEqual([]);
  });

  it('refers only to decision tables that it brings', () => {
    const referred = elements().flatMap(({ settings }) => settings.decisionRef ?? []);
    expect(referred.sort()).toEqual([...procedure.decisions.keys()].sort());
  });

  const fieldsOf = (collection: string) => procedure.definition.collections.find(({ name }) => name === collection)?.fields ?? [];

  it('shows only fields of the record collection and columns of its sub-tables, each at most once in a form', () => {
    for (const { collection, rows } of procedure.forms.values()) {
      const cells = rows.flat();
      expect(new Set(cells.map(({ field }) => field)).size).toBe(cells.length);
      for (const { field, columns } of cells) {
        const known = fieldsOf(collection).find(({ name }) => name === field);
        expect({ field, known: known !== undefined, hasColumns: columns !== undefined }).toEqual({
          field,
          known: true,
          hasColumns: known?.interface === 'o2m',
        });
        const target = known && 'target' in known ? fieldsOf(known.target).map(({ name }) => name) : [];
        expect(target).toEqual(expect.arrayContaining((columns ?? []).map((column) => column.field)));
      }
    }
  });

  it('can be started by the community only', () => {
    expect(graph.processes['covenant']?.settings.config?.['starters']).toBe('post:communitySecretary,post:committeeDirector');
  });

  it('tallies from fields of the record collection', () => {
    const config = readTallyConfig(graph.elements['tally']?.settings.config);
    const fields = Object.entries(config).flatMap(([name, field]) => (name.startsWith('field.') ? [field] : []));
    expect(fields.filter((field) => !fieldsOf('covenants').some(({ name }) => name === field))).toEqual([]);
  });

  it('counts every deadline in a unit of its own, and the filing from the day of adoption', () => {
    const units = userTasks().map(({ settings }) => settings.deadline?.unit);
    expect(new Set(units)).toEqual(new Set(['calendarDays', 'workingDays']));
    expect(graph.elements['file']?.settings.deadline).toMatchObject({
      amount: '=param("cov.file_days")',
      unit: 'calendarDays',
      base: '=adoptedOn',
    });
  });

  it('confirms nothing by itself: what is unsure has no mark of a demonstration', () => {
    expect(JSON.stringify(procedure.definition)).not.toContain('演示');
  });
});
