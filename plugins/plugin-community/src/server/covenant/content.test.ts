import type { Graph } from '@wuxin/bpmn-core';
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

  const userTasks = () => Object.values(graph.elements).filter(({ type }) => type === 'bpmn:UserTask');
  const fieldsOf = (collection: string) => procedure.definition.collections.find(({ name }) => name === collection)?.fields ?? [];

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
    expect(graph.elements['fileCovenant']?.activity?.inputs).toEqual(
      expect.arrayContaining([
        { target: 'fileDays', source: 'param("cov.file_days")' },
        { target: 'since', source: 'adoptedOn' },
      ]),
    );
  });
});
