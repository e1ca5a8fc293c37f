import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTck } from './run-folder';

const CONFORMANCE = join(__dirname, '../../conformance');

describe('a folder in the layout of the DMN TCK', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wuxin-tck-'));
    cpSync(CONFORMANCE, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const change = (file: string, from: string, to: string) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };

  it('of this package passes: tables, knowledge models, services, imports', async () => {
    expect(await runTck(CONFORMANCE)).toEqual({ passed: 12, failures: [] });
  });

  it('names a result that is not as expected, with both values', async () => {
    change('0001-party-organisation/0001-party-organisation-test-01.xml', '>独立型党支部<', '>党小组<');

    const { passed, failures } = await runTck(folder);

    expect(passed).toBe(11);
    expect(failures).toEqual([
      {
        name: '0001-party-organisation/0001-party-organisation-test-01 003 Form of organisation',
        cause: 'another value',
        detail: 'expected "党小组", got "独立型党支部"',
      },
    ]);
  });

  it('counts every result of a model that cannot be read as failed, by the reason', async () => {
    change('0001-party-organisation/0001-party-organisation.dmn', '<decisionTable', '<guess/><decisionTable');

    const { passed, failures } = await runTck(folder);

    expect(passed).toBe(5);
    expect(failures.map(({ cause }) => cause)).toEqual(Array.from({ length: 7 }, () => 'dmn.unknownContent'));
  });

  it('says which FEEL failed', async () => {
    change('0002-funds-of-a-year/funds.dmn', 'count(below)', 'counted(below)');

    const { failures } = await runTck(folder);

    expect(failures.map(({ cause }) => cause)).toContain('dmn.feel feel.unknownFunction');
  });
});
