import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { incidentMessage, messageFor, problemMessage } from '.';
import { PROBLEM_TEXTS } from './problems';
import { COMMAND_TEXTS, INCIDENT_TEXTS, PARSE_TEXTS } from './refusals';

const TABLES = { ...PROBLEM_TEXTS, ...PARSE_TEXTS, ...COMMAND_TEXTS };
const rows = [...Object.entries(TABLES), ...Object.entries(INCIDENT_TEXTS)];

test.each(rows)('%s has the same facts in both languages', (_code, [chinese, english]) => {
  const facts = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  expect(facts(chinese)).toEqual(facts(english));
  expect(chinese).toMatch(/\p{Script=Han}/u);
  expect(english).not.toMatch(/\p{Script=Han}/u);
});

test('a problem is said with its element and its facts', () => {
  const problem = {
    code: 'linkTargetMissing',
    elementId: 't1',
    elementName: '转下页',
    severity: 'error',
    data: { link: 'L' },
  } as const;

  expect(problemMessage(problem, 'zh-CN')).toBe('“转下页”（t1）：链接“L”没有目标');
  expect(problemMessage({ ...problem, elementName: null }, 'en-US')).toBe('t1: The link "L" has no target');
  expect(problemMessage({ ...problem, elementId: null }, 'en-US')).toBe('The link "L" has no target');
});

test('a fact that is missing shows', () => {
  expect(messageFor('moveTargetUnknown', {}, 'en-US')).toBe('There is no element {elementId}');
});

test('lists are said in order, elements by their names', () => {
  const loop = [
    { id: 'a', name: '起草' },
    { id: 'b', name: null },
  ];

  expect(incidentMessage('tooManySteps', { steps: 5, loop }, 'zh-CN')).toBe('走了 5 步仍未停下，循环：起草 → b');
});

test('Chinese stands in the tables of texts only', () => {
  const source = join(__dirname, '..');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );

  const withChinese = files.filter((name) => /\p{Script=Han}/u.test(readFileSync(join(source, name), 'utf8')));

  expect(withChinese.map((name) => name.replaceAll('\\', '/')).filter((name) => !name.startsWith('messages/'))).toEqual([]);
});
