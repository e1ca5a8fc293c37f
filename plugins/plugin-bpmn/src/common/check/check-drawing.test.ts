import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bpmn, userTask } from '../__fixtures__/bpmn';
import type { DrawingFacts } from '../api';
import zhCN from '../../locale/zh-CN.json';
import { checkDrawn, readDrawing } from './check-drawing';
import { RULES } from './rules';
import type { Words } from './words';

const FACTS: DrawingFacts = {
  recordCollection: 'letters',
  fields: ['title', 'amount', 'clerk'],
  forms: ['a', 'b'],
  parameters: [
    { key: 'days', name: '天数', isConfirmed: true },
    { key: 'share', name: '比例', isConfirmed: false },
  ],
  decisions: ['route'],
  processes: [
    { key: 'meeting', name: '会议', isPublished: true },
    { key: 'review', name: '审核', isPublished: false },
  ],
};
const TEXTS: Readonly<Record<string, string>> = zhCN;
const words: Words = {
  locale: 'zh-CN',
  say: (key, data = {}) => (TEXTS[key] ?? key).replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(data[name] ?? '')),
};

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const outcome = (key: string, name = key) => `<wuxin:outcome key="${key}" name="${name}" />`;
const AGREE = outcome('agree', '同意');
const BOTH = `${AGREE}${outcome('refuse', '不同意')}`;
const gateway = (attributes = '') => `<bpmn:exclusiveGateway id="way" name="去向" ${attributes}/>`;

const check = async (lines: string, facts: Partial<DrawingFacts> = {}) =>
  checkDrawn(await readDrawing(bpmn('letter', `@wuxin:recordCollection="letters"\n${lines}`)), { ...FACTS, ...facts }, words);
const said = async (lines: string, facts?: Partial<DrawingFacts>) =>
  (await check(lines, facts)).map(({ code, elementId, severity }) => `${severity} ${code} ${elementId}`);

/** One step, and what its holder's outcome leads to. */
const step = (inside: string, more = '') => `${BEGIN}${userTask('a', { name: '审核', inside })}${END}${more}
  begin -> a`;
/** The same with a gateway behind it, whose ways have these conditions. */
const ways = (inside: string, conditions: readonly (string | null)[], gate = gateway()) =>
  `${step(inside, gate)}
  a -> way
  ${conditions.map((condition) => `way -> end${condition === null ? '' : ` : ${condition}`}`).join('\n')}`;

it('finds nothing in a drawing in which everything is there', async () => {
  expect(await said(`${step(AGREE)}\na -> end`)).toEqual([]);
});

it.each([
  ['that nobody does', 'process.noPeople', '<bpmn:userTask id="a" name="审核"><bpmn:extensionElements>' + AGREE],
  [
    'without a name',
    'process.noName',
    userTask('a', { name: ' ', inside: AGREE }).replace('</bpmn:extensionElements></bpmn:userTask>', ''),
  ],
  [
    'without an outcome',
    'process.noOutcome',
    userTask('a', { name: '审核' }).replace('</bpmn:extensionElements></bpmn:userTask>', ''),
  ],
])('warns of a step %s', async (_what, code, opened) => {
  const task = `${opened}</bpmn:extensionElements></bpmn:userTask>`;

  expect(await said(`${BEGIN}${task}${END}\nbegin -> a\na -> end`)).toEqual([`warning ${code} a`]);
});

it('warns of a step for which a way to find people was chosen, and nobody', async () => {
  const nobody = userTask('a', { kind: 'role', inside: AGREE });

  expect(await said(`${BEGIN}${nobody}${END}\nbegin -> a\na -> end`)).toEqual(['warning process.peopleUnsaid a']);
});

it('warns of a step without a form, and not where the process has no record', async () => {
  const lines = `${step(AGREE)}\na -> end`;

  expect(await said(lines, { forms: [] })).toEqual(['warning process.noForm a']);
  const without = await checkDrawn(await readDrawing(bpmn('letter', lines)), { ...FACTS, forms: [] }, words);
  expect(without).toEqual([]);
});

describe('an outcome', () => {
  it('that no flow takes is an error of its step, by its label', async () => {
    const problems = await check(ways(BOTH, ['=outcome = "agree"', '=outcome = "later"']));

    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({
        code: 'process.outcomeNotTaken',
        elementId: 'a',
        elementName: '审核',
        text: '“审核”办成“不同意”以后没有一条连线可走，办件会停住',
      }),
    ]);
  });

  it('that the default takes is none', async () => {
    const lines = ways(BOTH, ['=outcome = "agree"', null], gateway('default="flow4"'));

    expect(await said(lines)).toEqual([]);
  });

  it('that may be taken by a condition on something else is none', async () => {
    expect(await said(ways(BOTH, ['=outcome = "agree"', '=record.amount > 5']))).toEqual(['warning noDefaultFlow way']);
  });

  it('is followed through one gateway into the next', async () => {
    const second = '<bpmn:exclusiveGateway id="next" />';
    const lines = `${step(BOTH, `${gateway('default="flow3"')}${second}`)}
      a -> way
      way -> next
      way -> end : =outcome = "agree"
      next -> end : =outcome = "agree"
      next -> end : =outcome = "later"`;

    expect(await said(lines)).toContain('error process.outcomeNotTaken a');
  });

  it('that no step before offers is a warning of the gateway', async () => {
    const lines = ways(BOTH, ['=outcome = "agree"', '=outcome = "refuze"', null], gateway('default="flow5"'));

    expect((await check(lines)).map(({ text }) => text)).toEqual(['“去向”的条件用到办理结果“refuze”，前面的环节没有这个结果']);
  });

  it('of which nothing is certain is left alone: behind work of others, in a loop', async () => {
    const service = '<bpmn:serviceTask id="s" name="s" wuxin:activityType="tally" />';
    const behind = `${step(AGREE, `${service}${gateway()}`)}
      a -> s
      s -> way
      way -> end : =outcome = "x"
      way -> end : =outcome = "y"`;
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics wuxin:collection="=people" wuxin:elementVariable="one"></bpmn:multiInstanceLoopCharacteristics>';
    const inLoop = `${BEGIN}${userTask('a', { inside: AGREE, loop })}${END}${gateway()}
      begin -> a
      a -> way
      way -> end : =outcome = "x"
      way -> end : =outcome = "y"`;

    expect(await said(behind)).toEqual(['warning noDefaultFlow way']);
    expect(await said(inLoop)).toEqual(['warning noDefaultFlow way']);
  });
});

describe('a gateway without a default', () => {
  it('needs none where its conditions cover every outcome', async () => {
    expect(await said(ways(BOTH, ['=outcome = "agree"', '=outcome = "refuse"']))).toEqual([]);
  });

  it('is warned of where something else leads to it too', async () => {
    const lines = `${BEGIN}${userTask('a', { inside: BOTH })}${END}<bpmn:startEvent id="other" />${gateway()}
      begin -> a
      a -> way
      other -> way
      way -> end : =outcome = "agree"
      way -> end : =outcome = "refuse"`;

    expect(await said(lines)).toEqual(['warning noDefaultFlow way']);
  });
});

describe('what a drawing names', () => {
  const condition = (text: string) => ways(AGREE, [text, null], gateway('default="flow4"'));

  it.each([
    ['a field that the record lacks', condition('=record.sum > 5'), 'warning process.unknownField way'],
    ['a parameter that there is not', condition('=param("weeks") > 5'), 'warning process.unknownParameter way'],
    ['a parameter that nobody confirmed', condition('=param("share") > 5'), 'warning process.unsureParameter way'],
    [
      'a decision table that there is not',
      `${step(AGREE, '<bpmn:businessRuleTask id="d" name="判定" wuxin:decisionRef="rout" />')}\na -> d\nd -> end`,
      'error process.unknownDecision d',
    ],
    [
      'a process that there is not',
      `${step(AGREE, '<bpmn:callActivity id="c" name="开会" calledElement="meetings" />')}\na -> c\nc -> end`,
      'warning process.calledUnknown c',
    ],
    [
      'a process that is not published',
      `${step(AGREE, '<bpmn:callActivity id="c" name="审核" calledElement="review" />')}\na -> c\nc -> end`,
      'warning process.calledNotPublished c',
    ],
  ])('is looked up: %s', async (_what, lines, expected) => {
    expect(await said(lines)).toEqual([expected]);
  });

  it('is not called missing where it is there, is the key of an association, or is found by a formula', async () => {
    const call =
      '<bpmn:callActivity id="c" name="开会" calledElement="=if record.amount > 5 then &quot;x&quot; else &quot;meeting&quot;" />';
    const lines = `${step(AGREE, `${gateway('default="flow4"')}${call}`)}
      a -> way
      way -> end : =record.clerkId = 3 and param("days") > 5
      way -> c
      c -> end`;

    expect(await said(lines)).toEqual([]);
  });

  it('says nothing of fields when another record collection is drawn than is known', async () => {
    expect(await said(condition('=record.sum > 5'), { recordCollection: 'others' })).toEqual([]);
  });
});

describe('deadlines that contradict each other', () => {
  const deadline = (amount: string, steps: string, unit = 'workingDays') =>
    `${AGREE}<wuxin:deadline amount="${amount}" unit="${unit}">${steps}</wuxin:deadline>`;
  const remind = (amount: string) => `<wuxin:deadlineStep amount="${amount}" unit="workingDays" action="remind" />`;
  const at = (inside: string) => `${step(inside)}\na -> end`;

  it.each([
    ['a reminder before the step begins', at(deadline('3', remind('-3'))), ['warning process.stepBeforeStart a']],
    ['a reminder in time', at(deadline('3', remind('-2'))), []],
    ['a reminder of a length that a formula says', at(deadline('=param("days")', remind('-30'))), []],
    [
      'a reminder after the task has ended by itself',
      at(deadline('3', `<wuxin:deadlineStep amount="0" unit="workingDays" action="outcome" value="agree" />${remind('2')}`)),
      ['warning process.stepAfterOutcome a'],
    ],
  ])('%s', async (_what, lines, expected) => {
    expect(await said(lines)).toEqual(expected);
  });

  it.each([
    ['P2D', ['warning process.timerBeforeDeadline a']],
    ['PT71H', ['warning process.timerBeforeDeadline a']],
    ['P3D', []],
    ['=duration("P1D")', []],
  ])('a timer of %s at the border of a step of three days', async (length, expected) => {
    const border = `<bpmn:boundaryEvent id="t" name="超期" attachedToRef="a"><bpmn:timerEventDefinition id="td"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${length}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;

    expect(await said(`${step(deadline('3', '', 'calendarDays'), border)}\na -> end\nt -> end`)).toEqual(expected);
  });
});

it('still says what to look at when something else is wrong', async () => {
  const problems = await said(`${step(AGREE, '<bpmn:complexGateway id="odd" name="复杂" />')}\na -> odd\nodd -> end`, {
    forms: [],
  });

  expect(problems).toEqual(expect.arrayContaining(['error elementUnsupported odd', 'warning process.noForm a']));
});

describe('content', () => {
  const folder = resolve(__dirname, '../../../../../workflows');
  const files = readdirSync(folder)
    .map((name) => join(folder, name, 'process.bpmn'))
    .filter((path) => {
      try {
        return readFileSync(path).length > 0;
      } catch {
        return false;
      }
    });

  it.each(files)('has no outcome that leads nowhere: %s', async (path) => {
    const drawn = await readDrawing(readFileSync(path, 'utf8'));
    const problems = await checkDrawn(drawn, { ...FACTS, recordCollection: null }, words);

    expect(
      problems.filter(({ code }) => ['process.outcomeNotTaken', 'process.unknownOutcome', 'process.noOutcome', 'process.peopleUnsaid'].includes(code)),
    ).toEqual([]);
  });
});

it.each(Object.keys(RULES))('has words for %s', (code) => {
  expect(TEXTS[`problems.${code}`]).toMatch(/[\u4e00-\u9fff]/);
});
