import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findRule, ruleKeys } from '../catalogue';
import { isMeasure } from '../measure';
import { main } from './main';

const packageFolder = resolve(__dirname, '../..');
const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8');
const aCase = { id: 'a', rule: 'village.representatives', counts: { due: 30, present: 20, approve: 11, oppose: 9 } };

describe('npm run tally', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tally-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (content: string | object, args: string[] = ['cases.json'], cwd = folder) => {
    writeFileSync(join(folder, 'cases.json'), typeof content === 'string' ? content : JSON.stringify(content));
    const lines: string[] = [];
    const exitCode = main(args, { cwd, print: (line) => lines.push(line) });
    return { exitCode, lines, results: lines.map((line): unknown => JSON.parse(line)) };
  };

  test('prints one JSON line per case of an array or of an object with cases', () => {
    const expected = { exitCode: 0, results: [expect.objectContaining({ id: 'a', ok: true, decided: 'passed' })] };

    expect(run([aCase])).toMatchObject(expected);
    expect(run({ cases: [aCase] })).toMatchObject(expected);
  });

  test('a malformed case is an error line in both languages, and the others are still evaluated', () => {
    const { exitCode, results } = run([{ id: 'bad' }, aCase]);

    expect(exitCode).toBe(1);
    expect(results).toEqual([
      expect.objectContaining({
        id: 'bad',
        ok: false,
        code: 'ballot.caseInvalid',
        message: { 'zh-CN': expect.stringContaining('rule'), 'en-US': expect.stringContaining('rule') },
      }),
      expect.objectContaining({ id: 'a', ok: true }),
    ]);
  });

  test.each([
    ['an unknown rule', { ...aCase, rule: 'nothing' }, 'ballot.ruleUnknown'],
    ['a broken rule', { ...aCase, rule: { schema: 1 } }, 'ballot.ruleInvalid'],
    ['an unconfirmed rule', { ...aCase, rule: 'urban2026.meeting' }, 'ballot.ruleUnconfirmed'],
    [
      'a broken confirmation',
      { ...aCase, rule: 'urban2026.meeting', confirm: { approval: {}, confirmed: { by: 'a', on: 'b', source: 'c' } } },
      'ballot.ruleInvalid',
    ],
    [
      'a rule that is no longer in force',
      { ...aCase, rule: 'urban2018.meeting.adults', heldOn: '2026-03-01' },
      'ballot.ruleNotInForce',
    ],
    [
      'counts that differ from the roll',
      { ...aCase, roll: { place: 'p', entries: [{ person: 'x', place: 'p' }] } },
      'ballot.rollDiffers',
    ],
    ['a broken roll', { ...aCase, roll: { place: 'p', entries: [{}] } }, 'ballot.rollInvalid'],
    ['a case that is no object', 7, 'ballot.caseInvalid'],
  ])('%s is refused by code', (_, input, code) => {
    expect(run([input])).toMatchObject({ exitCode: 1, results: [{ ok: false, code }] });
  });

  test('an id used twice is refused the second time', () => {
    expect(run([aCase, aCase]).results).toMatchObject([{ ok: true }, { ok: false, code: 'ballot.caseTwice' }]);
  });

  test.each([
    ['no file', '[]', [], 'ballot.fileNotGiven'],
    ['a missing file', '[]', ['missing.json'], 'ballot.fileUnreadable'],
    ['a file that is no JSON', '{', ['cases.json'], 'ballot.jsonInvalid'],
    ['a file without cases', '{}', ['cases.json'], 'ballot.fileNotCases'],
  ])('%s is refused by code', (_, content, args, code) => {
    expect(run(content, args)).toMatchObject({ exitCode: 1, results: [{ ok: false, code }] });
  });

  test('a byte order mark in front of the JSON is ignored', () => {
    expect(run(`\uFEFF${JSON.stringify([aCase])}`).exitCode).toBe(0);
  });

  test('the example file gives the example results', () => {
    const { lines } = run('[]', ['examples/cases.json'], packageFolder);

    expect(`${lines.join('\n')}\n`).toBe(readFileSync(join(packageFolder, 'examples/results.jsonl'), 'utf8'));
  });
});

describe('README', () => {
  test('shows the example file as it is', () => {
    expect(readme).toContain(readFileSync(join(packageFolder, 'examples/cases.json'), 'utf8'));
  });

  test.each(ruleKeys())('lists the rule %s with its source and certainty', (key) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${key}\` `)) ?? '';

    expect(row).toContain(findRule(key).source ?? '–');
    expect(row).toContain(findRule(key).certainty);
  });

  test('names only counts that exist', () => {
    const section = readme.split('## Counts')[1]?.split('\n## ')[0] ?? '';
    const names = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);

    expect(names.length).toBeGreaterThan(25);
    expect(names.filter((name) => !isMeasure(name))).toEqual([]);
  });
});
