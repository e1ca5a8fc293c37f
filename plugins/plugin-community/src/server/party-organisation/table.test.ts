import {
  checkTable,
  decideForValues,
  evaluateDmn,
  failedTests,
  parseDecisionTable,
  parseDmn,
  readDmnTables,
  writeDmnTable,
  type DecisionTable,
} from '@wuxin/decision';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderOf } from '../__fixtures__';
import { loadProcedure, type Procedure } from '../procedures';

const CONFORMANCE = resolve(__dirname, '../../../../../packages/decision/conformance/0001-party-organisation');

type Values = readonly (string | number | null)[];

/** The rows of the test file of the conformance model, as our table takes them. */
function conformanceRows(): { readonly values: Values; readonly thresholds: Readonly<Record<string, number>> }[] {
  const xml = readFileSync(join(CONFORMANCE, '0001-party-organisation-test-01.xml'), 'utf8');
  return [...xml.matchAll(/<testCase[\s\S]*?<\/testCase>/g)].map(([row]) => {
    const named = (name: string) => new RegExp(`name="${name}"><value[^>]*>([^<]*)<`).exec(row)?.[1];
    const number = (name: string) => (named(name) === undefined ? null : Number(named(name)));
    const thresholds = { branchMin: number('branchMin')!, mediumMin: number('mediumMin')!, largeMin: number('largeMin')! };
    return { values: [number('households'), number('formal members'), named('merges') === 'true' ? 'yes' : 'no'], thresholds };
  });
}

describe('the decision table of the Party-organisation setting', () => {
  let procedure: Procedure;
  let table: DecisionTable;
  let parameters: Readonly<Record<string, number>>;
  beforeAll(async () => {
    procedure = await loadProcedure(folderOf('02-party-organisation'));
    table = parseDecisionTable(procedure.decisions.get('partyOrganisation'));
    parameters = Object.fromEntries(
      procedure.definition.parameters.flatMap(({ key, defaultValue }) =>
        typeof defaultValue === 'number' ? [[key, defaultValue]] : [],
      ),
    );
  });

  const options = (values: Readonly<Record<string, number>> = parameters) => ({
    now: 0,
    functions: { param: (key: unknown) => values[String(key)] ?? null },
  });
  const organisation = (values: Values, given = parameters) => {
    try {
      return decideForValues(table, values, options(given)).outputs['organisation'];
    } catch {
      return null;
    }
  };

  it('has no gap, no rule that is never reached, and passes its own tests', () => {
    expect(checkTable(table, { knownNames: ['record'], knownFunctions: ['param'], parameters })).toEqual([]);
    expect(failedTests(table, options())).toEqual([]);
  });

  it('leaves out nobody whatever the thresholds are, also where they contradict each other', () => {
    for (const medium of [1, 300, 1000, 1200])
      for (const large of [300, 1000])
        expect(
          checkTable(table, { parameters: { ...parameters, 'setting.medium_min': medium, 'setting.large_min': large } }),
        ).toEqual([]);
  });

  it('tests each number at which the result changes, and the ones beside it', () => {
    const tested = (column: number) => new Set(table.tests?.map(({ values }) => values[column]));
    expect([...tested(0)]).toEqual(expect.arrayContaining([299, 300, 999, 1000]));
    expect([...tested(1)]).toEqual(expect.arrayContaining([0, 2, 3]));
    const hit = new Set(table.tests?.flatMap(({ values }) => decideForValues(table, values, options()).hitRuleIds));
    expect([...hit].sort()).toEqual(table.rules.map(({ id }) => id).sort());
  });

  it('answers nothing for numbers that are no count of members, or for what is missing', () => {
    expect(organisation([300, -1, 'no'])).toBeNull();
    expect(organisation([300, null, 'no'])).toBeNull();
    expect(organisation([null, 3, 'no'])).toBeNull();
    expect(organisation([300, 3, null])).toBeNull();
  });

  it('decides as the conformance model of packages/decision does, also after its way through a DMN file', async () => {
    const model = await parseDmn(readFileSync(join(CONFORMANCE, '0001-party-organisation.dmn'), 'utf8'));
    const [back] = (await readDmnTables(writeDmnTable(table))).tables;
    expect(back).toEqual(table);
    const labels = new Map<unknown, string>(
      procedure.definition.collections
        .flatMap(({ fields }) => fields)
        .flatMap((field) => (field.name === 'suggestion' && 'options' in field ? field.options : []))
        .map(({ value, label }) => [value, label]),
    );

    const rows = conformanceRows();
    expect(rows.length).toBeGreaterThan(6);
    for (const { values, thresholds } of rows) {
      const [households, members, merges] = values;
      const site = { 'households': households ?? null, 'formal members': members ?? null, 'merges': merges === 'yes' };
      const request = { name: 'Form of organisation', inputs: { Site: site, ...thresholds } };
      const { branchMin = 0, mediumMin = 0, largeMin = 0 } = thresholds;
      const given = { 'setting.branch_min': branchMin, 'setting.medium_min': mediumMin, 'setting.large_min': largeMin };
      const ours = organisation(values, given);
      expect({ values, is: ours === null ? null : labels.get(ours) }).toEqual({
        values,
        is: evaluateDmn([model], request, { now: 0 }).value.toJSON(),
      });
    }
  });
});
