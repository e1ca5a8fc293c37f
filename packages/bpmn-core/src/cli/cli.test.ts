import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chain, end, process as processXml, start, user } from '../testing/xml';
import { ScenarioError } from './errors';
import { runFolder } from './folder';
import { runScenario, type Mode } from './runScenario';
import { readScenarios } from './scenario';

const CONFORMANCE = join(__dirname, '../../conformance');
const scenarios = readScenarios(JSON.parse(readFileSync(join(CONFORMANCE, 'scenarios.json'), 'utf8'))).map((read) => {
  if (read.kind === 'unreadable') throw read.error;
  return read.scenario;
});

describe.each<Mode>(['live', 'restored'])('conformance, %s', (mode) => {
  test.each(scenarios.map((scenario) => [scenario.id, scenario.title, scenario] as const))(
    '%s %s',
    async (id, _title, scenario) => {
      expect(await runScenario(scenario, readFileSync(join(CONFORMANCE, `${id}.bpmn`), 'utf8'), mode)).toBeNull();
    },
  );
});

describe('a folder of scenarios', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scenarios-'));
    writeFileSync(join(folder, 'one.bpmn'), processXml(start(), user('A'), end(), chain('s', 'A', 'e')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (content: unknown) => writeFileSync(join(folder, 'scenarios.json'), JSON.stringify(content));
  const scenario = (...steps: unknown[]) => [{ id: 'one', title: 'one task', steps }];
  const codeOf = async (path: string) => {
    try {
      await runFolder(path);
    } catch (error) {
      if (error instanceof ScenarioError) return error.code;
      throw error;
    }
    return 'ran';
  };

  test('passes when everything happens as it says', async () => {
    write(
      scenario(
        { expectOpen: ['A'] },
        { complete: 'A' },
        { expectCompletedTimes: { element: 'A', count: 1 } },
        { expectEnded: true },
      ),
    );

    expect(await runFolder(folder)).toEqual({ passed: 1, failures: [] });
  });

  test.each([
    ['what is open', { expectOpen: ['B'] }, 'open: expected "B", found "A"'],
    ['how many are open', { expectOpenCount: { element: 'A', count: 2 } }, 'open A: expected 2, found 1'],
    ['that it has ended', { expectEnded: true }, 'has not ended: {"open":["A"],"incidents":[]}'],
    ['what was completed', { expectCompletedTimes: { element: 'A', count: 1 } }, 'A left: expected 1, found 0'],
    ['a task that is not there', { complete: 'B' }, 'B is not open: {"open":["A"],"incidents":[]}'],
    ['a message that nobody waits for', { message: 'M1' }, 'nobody waits for message M1'],
  ])('says by id, title, step and reason where it is wrong about %s', async (_name, step, reason) => {
    write(scenario({ expectOpen: ['A'] }, step));

    expect(await runFolder(folder)).toEqual({ passed: 0, failures: [`FAILED one one task: step 2 (live): ${reason}`] });
  });

  test('an ended process has nothing open, not even an empty list', async () => {
    write(scenario({ complete: 'A' }, { expectOpen: [] }));

    expect((await runFolder(folder)).failures).toEqual(['FAILED one one task: step 2 (live): the process has ended']);
  });

  test('a file that is refused fails its own scenario only, naming code and element', async () => {
    cpSync(join(folder, 'one.bpmn'), join(folder, 'two.bpmn'));
    writeFileSync(join(folder, 'one.bpmn'), processXml(start(), user('A')));
    write([...scenario(), { id: 'two', steps: [] }, { id: 'three', title: 'gone', steps: [] }]);

    expect(await runFolder(folder)).toEqual({
      passed: 1,
      failures: [
        'FAILED one one task: step 0 (live): refused: elementUnreachable at A',
        'FAILED three gone: step 0: three.bpmn is missing',
      ],
    });
  });

  test.each([
    ['number 2', 'scenarioInvalid', 'x'],
    ['../../etc/passwd', 'scenarioInvalid', { id: '../../etc/passwd', steps: [] }],
    ['two', 'scenarioInvalid', { id: 'two' }],
    ['two', 'stepUnknown', { id: 'two', steps: [{ dance: 'A' }] }],
    ['two', 'stepUnknown', { id: 'two', steps: ['complete'] }],
  ])('with one that cannot be read (%s: %s) runs the others', async (name, code, unreadable) => {
    write([...scenario({ expectOpen: ['A'] }), unreadable, ...scenario({ complete: 'A' })]);

    const { passed, failures } = await runFolder(folder);

    expect(passed).toBe(2);
    expect(failures).toEqual([expect.stringContaining(`FAILED ${name}: cannot be read: ${code} {`)]);
  });

  test('is refused when its scenarios are no list', async () => {
    write({});

    expect(await codeOf(folder)).toBe('scenariosNotList');
  });

  test('is refused when it is missing, is a file, has no scenarios.json, or one that is no JSON', async () => {
    expect(await codeOf(join(folder, 'nothing'))).toBe('folderMissing');
    expect(await codeOf(join(folder, 'one.bpmn'))).toBe('folderUnreadable');
    expect(await codeOf(folder)).toBe('scenariosMissing');
    writeFileSync(join(folder, 'scenarios.json'), '[{');
    expect(await codeOf(folder)).toBe('scenariosNotJson');
  });
});
