import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const LIB = join(ROOT, '.ci/lib');

const test = (fullName: string, failure?: string) => ({
  fullName,
  status: failure === undefined ? 'passed' : 'failed',
  failureMessages: failure === undefined ? [] : [failure],
});
const file = (name: string, ...assertionResults: ReturnType<typeof test>[]) => ({
  name: join(ROOT, name),
  status: assertionResults.every(({ status }) => status === 'passed') ? 'passed' : 'failed',
  message: '',
  assertionResults,
});
const MEETING = file('test/e2e/meeting.test.ts', test('opens'), test('closes'));
const NOTICES = file(
  'test/e2e/notices.test.ts',
  test('hangs'),
  test('goes out', 'Timeout'),
  test('ends', 'not played, because this failed: goes out'),
);

describe('stories of the browser that failed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuxin-again-'));
  const results = join(folder, 'browser.json');
  const node = (script: string, ...given: string[]) =>
    execFileSync(process.execPath, [join(LIB, script), ...given], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
  const given = (...testResults: ReturnType<typeof file>[]) => {
    const all = testResults.flatMap(({ assertionResults }) => assertionResults);
    const of = (status: string) => all.filter((one) => one.status === status).length;
    writeFileSync(
      results,
      JSON.stringify({ testResults, numPassedTests: of('passed'), numFailedTests: of('failed'), numRuntimeErrorTestSuites: 0 }),
    );
  };

  it('are named for another try, and what passed beside them is counted', () => {
    given(MEETING, NOTICES);

    expect(node('to-play-again.cjs', results)).toBe('(test/e2e/notices.test.ts)$');
    expect(node('count.cjs', folder, '0')).toBe('2 passed, 0 failed\n');
  });

  it('are told with what failed first, in the words that stories use', () => {
    given(MEETING, NOTICES);

    const { stderr } = spawnSync(process.execPath, [join(LIB, 'to-play-again.cjs'), results], { cwd: ROOT, encoding: 'utf8' });
    expect(stderr).toContain('goes out\n  Timeout');
    expect(stderr).not.toContain('not played');
    expect(readFileSync(join(ROOT, 'test/e2e/harness/story.ts'), 'utf8')).toContain('not played, because this failed');
  });

  it('stay failed where they are most of all, and where a run told nothing', () => {
    given(NOTICES);
    const before = readFileSync(results, 'utf8');

    expect(node('to-play-again.cjs', results)).toBe('');
    expect(readFileSync(results, 'utf8')).toBe(before);
    expect(node('to-play-again.cjs', join(folder, 'none.json'))).toBe('');
  });

  it('are told by the step that failed, without those that were not played after it', () => {
    given(MEETING, NOTICES);

    const told = node('count.cjs', folder, '1');
    expect(told).toContain('goes out\n  Timeout');
    expect(told).not.toContain('not played');
    expect(told).toContain('3 passed, 2 failed');
  });
});
