import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import enUS from '../../locale/en-US.json';
import zhCN from '../../locale/zh-CN.json';

const SOURCE = resolve(__dirname, '../..');
const texts: Record<'zh-CN' | 'en-US', Record<string, string>> = { 'zh-CN': zhCN, 'en-US': enUS };
const keys = Object.keys(zhCN);
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

/** Families of the server, put together from a code (`errors.<code>`): tests beside their makers keep them complete. */
const BUILT_KEYS = /^(audit|errors|history|notify|problems|form\.reason|migration\.(cause|fault|problem))\./;

/** Marks that people type between values: read, not shown. */
const TYPED_BETWEEN_VALUES = new Set(['，', '、']);

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('__') ? [] : filesBelow(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [path] : [];
  });
}

/** String literals, template parts and JSX text of a file: what a reader of the page could see. */
function literalsIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node) ||
      ts.isJsxText(node)
    ) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const literals = filesBelow(SOURCE).flatMap(literalsIn);
const everywhere = literals.join('\n');
/** `calendar.weekday.` of a template: the rest comes from an enumeration, which the types hold to the keys. */
const heads = literals.filter((text) => /^\w+(\.\w+)+\.$/.test(text));
/** `reason` and `reasonEn` stand for the same fact, said in either language. */
const placeholders = (text: string) => (text.match(/{{\s*\w+\s*}}/g) ?? []).map((name) => name.replace('En}}', '}}')).sort();

it('has every text in both languages, with the same placeholders', () => {
  expect(Object.keys(enUS).sort()).toEqual([...keys].sort());
  for (const key of keys) {
    expect({ key, placeholders: placeholders(texts['en-US'][key] ?? '') }).toEqual({
      key,
      placeholders: placeholders(texts['zh-CN'][key] ?? ''),
    });
  }
});

it('keeps the keys sorted, so that changes can be read', () => {
  for (const language of Object.values(texts)) expect(Object.keys(language)).toEqual(Object.keys(language).sort());
});

it('misses no key that the client asks for', () => {
  const families = new Set(keys.map((key) => key.split('.')[0]));
  const looksLikeKey = (text: string) => /^[a-z]\w*\.[a-z]\w*(\.\w+)*$/i.test(text) && families.has(text.split('.')[0] ?? '');
  const asked = filesBelow(join(SOURCE, 'client-v2')).flatMap(literalsIn).filter(looksLikeKey);

  // codes of errors are compared as they are; their texts lie below `errors`
  expect(asked.filter((key) => !(key in zhCN) && !(`errors.${key}` in zhCN))).toEqual([]);
});

it('carries no text that nothing shows', () => {
  expect(
    keys.filter((key) => !BUILT_KEYS.test(key) && !everywhere.includes(key) && !heads.some((head) => key.startsWith(head))),
  ).toEqual([]);
});

it('has no Chinese in the code of the client', () => {
  const found = filesBelow(join(SOURCE, 'client-v2')).flatMap((path) =>
    literalsIn(path)
      .filter((text) => CHINESE.test(text) && !TYPED_BETWEEN_VALUES.has(text))
      .map((text) => `${path}: ${text}`),
  );

  expect(found).toEqual([]);
});
