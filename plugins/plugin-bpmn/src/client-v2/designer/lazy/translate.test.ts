import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import listed from './__fixtures__/translations.json';
import chinese from './bpmn-js.zh-CN.json';
import { translating } from './translate';

/** `docs/translations.json` of bpmn-js 18.25.1, the newest that was at hand, is `listed`; what the installed release says is read from its sources. */
const packages = ['bpmn-js', 'diagram-js', 'diagram-js-direct-editing'].map((name) =>
  join(dirname(require.resolve(`${name}/package.json`)), 'lib'),
);

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return entry.name.endsWith('.js') ? [readFileSync(path, 'utf8')] : [];
  });
}

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
const sources = packages.flatMap(sourcesBelow).map(withoutComments);
const everything = sources.join('\n');
const said = [/\btranslate\(\s*'([A-Za-z][^']*)'\s*[,)]/g, /\blabel:\s*'([^']+)'/g].flatMap((pattern) =>
  [...everything.matchAll(pattern)].map(([, key = '']) => key),
);

/** `'Align elements ' + alignment` and `label += ' (removes content)'`: put together while it runs. */
const PUT_TOGETHER = /^(Align elements) (bottom|center|left|middle|right|top)$|^(Empty pool\/participant) \(removes content\)$/;

it('says everything in Chinese that bpmn-js lists', () => {
  expect(listed.filter((key) => !Object.hasOwn(chinese, key))).toEqual([]);
});

it('says everything in Chinese that the sources of the installed release say', () => {
  expect(said.length).toBeGreaterThan(120);
  expect([...new Set(said)].filter((key) => !Object.hasOwn(chinese, key))).toEqual([]);
});

it('has no text that bpmn-js does not say any more', () => {
  const isSaid = (key: string) => everything.includes(`'${key}'`) || PUT_TOGETHER.test(key);

  expect(Object.keys(chinese).filter((key) => !isSaid(key))).toEqual([]);
});

it('is Chinese throughout, with the same placeholders', () => {
  const placeholders = (text: string) => text.match(/{\w+}/g) ?? [];
  const unfit = Object.entries(chinese).filter(
    ([key, text]) => !/[\u4e00-\u9fff]/.test(text) || placeholders(key).join() !== placeholders(text).join(),
  );

  expect(unfit).toEqual([]);
});

it('fills placeholders in either language, and leaves what it does not know as it is', () => {
  expect(translating('zh-CN')('Open {element}', { element: '表决' })).toBe('打开“表决”');
  expect(translating('en-US')('Open {element}', { element: '表决' })).toBe('Open 表决');
  expect(translating('zh-CN')('Something new {x}')).toBe('Something new {x}');
});
