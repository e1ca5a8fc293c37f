import { plugins, readJson, textOf, trackedFiles } from './files';

const REFUSAL = /\b(?:badInput|forbidden|notFound|conflict|new BpmnError|new CommunityError)\(\s*'([\w.]+)'/g;

/** Codes that a plugin refuses with or raises an incident with: in the source, and those that it has a text for. */
function codesOf(folder: string): string[] {
  const sources = trackedFiles(`${folder}/src/server/*.ts`).filter((path) => !isTest(path));
  const thrown = sources.flatMap((path) => [...textOf(path).matchAll(REFUSAL)].map(([, code = '']) => code));
  const told = Object.keys(readJson<Record<string, string>>(`${folder}/src/locale/en-US.json`))
    .filter((key) => key.startsWith('errors.'))
    .map((key) => key.slice('errors.'.length));
  // one word is a text for whatever has none
  return [...new Set([...thrown, ...told])].filter((code) => code.includes('.')).sort();
}

const isTest = (path: string) => path.endsWith('.test.ts') || path.includes('__fixtures__');

const names = (text: string, code: string) => new RegExp(`(?<![\\w.])${code.replaceAll('.', '\\.')}(?![\\w.])`).test(text);

describe.each(plugins().map(({ folder }) => folder))('refusals of %s', (folder) => {
  it('are each named by a test of what is done, not only of what is shown', () => {
    const tests = trackedFiles('plugins/*/src/server/*.test.ts', 'test/*.test.ts').map(textOf).join('\n');

    expect(codesOf(folder).filter((code) => !names(tests, code))).toEqual([]);
  });
});
