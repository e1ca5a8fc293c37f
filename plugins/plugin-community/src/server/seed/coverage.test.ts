import { resolve } from 'node:path';
import { loadProcedure, readChecked, type Procedure } from '../procedures';
import { folderOf, folders } from '../__fixtures__';
import { coverageOf, reportOf, seedSchema, type SeedItem } from './index';

const item = (id: string, carriedBy: string[], rest?: string): SeedItem => ({
  id,
  text: `原文 ${id}`,
  textEn: id,
  kind: 'PR',
  cards: 'P12',
  carriedBy,
  ...(rest === undefined ? {} : { rest }),
});

describe('what of the seed is carried', () => {
  let procedures: readonly Procedure[];
  beforeAll(async () => {
    procedures = await Promise.all(folders().map((folder) => loadProcedure(folderOf(folder))));
  });

  it('names no artefact that is not there, and every item of the specification once', async () => {
    const { items } = await readChecked(resolve(folderOf('.'), 'seed.json'), seedSchema);

    const { wrong, twice } = coverageOf(items, procedures);

    expect({ wrong, twice, count: items.length }).toEqual({ wrong: [], twice: [], count: 122 });
  });

  it('counts what is claimed as carried, as partly carried where something is missing, and lists the rest', () => {
    const items = [
      item('A4.1', ['procedure:fourDeliberations']),
      item('A4.2', ['element:fourDeliberations/resolve'], '还缺登记'),
      item('A4.3', []),
    ];
    const coverage = coverageOf(items, procedures);

    expect([...coverage.states]).toEqual([
      ['A4.1', 'carried'],
      ['A4.2', 'partly'],
      ['A4.3', 'open'],
    ]);
    expect(reportOf(items, coverage)).toMatch(/Open: 1 of 3\n {2}A4\.3 原文 A4\.3 \(P12\)$/);
  });

  it.each([
    'procedure:nothing',
    'element:fourDeliberations/nothing',
    'element:fourDeliberations/start-register',
    'parameter:4y.nothing',
    'post:nobody',
    'field:deliberations/nothing',
    'decision:nothing',
  ])('finds the wrong claim of %s', (artefact) => {
    const items = [item('A4.1', [artefact])];
    const coverage = coverageOf(items, procedures);

    expect(coverage.wrong).toEqual([{ id: 'A4.1', artefact }]);
    expect(reportOf(items, coverage)).toContain(`WRONG A4.1 claims ${artefact}`);
  });

  it('finds what stands there twice', () => {
    expect(coverageOf([item('A4.1', []), item('A4.1', [])], procedures).twice).toEqual(['A4.1']);
  });
});
