import type { FeelInput } from '@wuxin/feel';
import { evaluateDmn, parseDmn } from '.';

const NOW = { now: Date.UTC(2026, 10, 26) };
const NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

const definitions = (content: string, namespace = NAMESPACE) =>
  `<definitions xmlns="${namespace}" id="model" name="model" namespace="urn:test">${content}</definitions>`;
const literal = (text: string) => `<literalExpression><text>${text}</text></literalExpression>`;
const decision = (logic: string, { name = 'it', needs = '', typeRef = '' } = {}) =>
  `<decision id="${name}" name="${name}"><variable name="${name}"${typeRef && ` typeRef="${typeRef}"`}/>${needs}${logic}</decision>`;

async function evaluate(content: string, inputs: Record<string, FeelInput> = {}, name = 'it') {
  const { value, problems } = evaluateDmn([await parseDmn(definitions(content))], { name, inputs }, NOW);
  return { value: value.toJSON(), codes: problems.map(({ code }) => code) };
}
const valueOf = async (content: string) => (await evaluate(content)).value;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: { code?: string }) => error.code,
  );

/** A table over one number whose rules all apply to 5. */
const table = (attributes: string, outputs = '<output id="o"/>') => `<decisionTable id="t" ${attributes}>
  <input id="i"><inputExpression><text>5</text></inputExpression></input>${outputs}
  ${['&gt; 1', '[1..10]', '5', '&gt; 5'].map((test, at) => `<rule id="r${at}"><inputEntry><text>${test}</text></inputEntry><outputEntry><text>${at === 2 ? 20 : 10 + at}</text></outputEntry></rule>`).join('')}
</decisionTable>`;

describe('a decision table', () => {
  const ordered = '<output id="o"><outputValues><text>20, 11, 10</text></outputValues></output>';

  it.each([
    ['FIRST', 'hitPolicy="FIRST"', 10],
    ['RULE ORDER', 'hitPolicy="RULE ORDER"', [10, 11, 20]],
    ['COLLECT', 'hitPolicy="COLLECT"', [10, 11, 20]],
    ['COLLECT with SUM', 'hitPolicy="COLLECT" aggregation="SUM"', 41],
    ['COLLECT with COUNT', 'hitPolicy="COLLECT" aggregation="COUNT"', 3],
    ['COLLECT with MIN', 'hitPolicy="COLLECT" aggregation="MIN"', 10],
    ['COLLECT with MAX', 'hitPolicy="COLLECT" aggregation="MAX"', 20],
    ['PRIORITY', 'hitPolicy="PRIORITY"', 20],
    ['OUTPUT ORDER', 'hitPolicy="OUTPUT ORDER"', [20, 11, 10]],
  ])('with hit policy %s gives what that policy says', async (_name, attributes, expected) => {
    expect(await valueOf(decision(table(attributes, ordered)))).toEqual(expected);
  });

  it.each([
    ['UNIQUE', 'dmn.severalHits'],
    ['ANY', 'dmn.contradiction'],
  ])('with hit policy %s gives nothing and says %s when its rules contradict each other', async (policy, code) => {
    expect(await evaluate(decision(table(`hitPolicy="${policy}"`)))).toEqual({ value: null, codes: [code] });
  });

  it('gives its default where no rule applies, and nothing where it has none', async () => {
    const none = (output: string) =>
      `<decisionTable id="t"><input id="i"><inputExpression><text>5</text></inputExpression></input>${output}
        <rule id="r"><inputEntry><text>6</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable>`;

    expect(await valueOf(decision(none('<output id="o"><defaultOutputEntry><text>7</text></defaultOutputEntry></output>')))).toBe(
      7,
    );
    expect(await valueOf(decision(none('<output id="o"/>')))).toBeNull();
  });
});

describe('logic in boxes', () => {
  const child = (name: string, text: string) => `<${name}>${literal(text)}</${name}>`;

  it.each([
    ['a list', `<list>${literal('1')}${literal('2 + 3')}</list>`, [1, 5]],
    [
      'a relation',
      `<relation><column name="a"/><column name="b"/><row>${literal('1')}${literal('2')}</row></relation>`,
      [{ a: 1, b: 2 }],
    ],
    [
      'a context, whose entries see those before',
      `<context><contextEntry><variable name="net worth"/>${literal('7')}</contextEntry><contextEntry><variable name="b"/>${literal('net worth + 1')}</contextEntry></context>`,
      { 'net worth': 7, 'b': 8 },
    ],
    [
      'the result of a context',
      `<context><contextEntry><variable name="a"/>${literal('7')}</contextEntry><contextEntry>${literal('a * 2')}</contextEntry></context>`,
      14,
    ],
    [
      'a function and its invocation',
      `<context><contextEntry><variable name="double"/><functionDefinition><formalParameter name="x" typeRef="number"/>${literal('x * 2')}</functionDefinition></contextEntry>
        <contextEntry><invocation>${literal('double')}<binding><parameter name="x"/>${literal('21')}</binding></invocation></contextEntry></context>`,
      42,
    ],
    ['a conditional', `<conditional>${child('if', 'false')}${child('then', '1')}${child('else', '2')}</conditional>`, 2],
    ['a filter', `<filter>${child('in', '[1, 5, 9]')}${child('match', 'item &gt; 4')}</filter>`, [5, 9]],
    ['a filter by fields', `<filter>${child('in', '[{n: 1}, {n: 2}]')}${child('match', 'n = 2')}</filter>`, [{ n: 2 }]],
    ['a loop', `<for iteratorVariable="i">${child('in', '[1, 2]')}${child('return', 'i * 10 + count(partial)')}</for>`, [10, 21]],
    ['some', `<some iteratorVariable="i">${child('in', '[1, 2]')}${child('satisfies', 'i = 2')}</some>`, true],
    ['every', `<every iteratorVariable="i">${child('in', '[1, 2]')}${child('satisfies', 'i = 2')}</every>`, false],
  ])('%s has its value', async (_name, logic, expected) => {
    expect(await valueOf(decision(logic))).toEqual(expected);
  });

  it('calls no function of another language, and says so', async () => {
    const logic = `<context><contextEntry><variable name="f"/><functionDefinition kind="Java">${literal('null')}</functionDefinition></contextEntry><contextEntry>${literal('1')}</contextEntry></context>`;

    expect(await evaluate(decision(logic))).toEqual({ value: 1, codes: ['dmn.foreignFunction'] });
  });

  it('gives nothing for a call with an argument of another type', async () => {
    const logic = `<context><contextEntry><variable name="f"/><functionDefinition><formalParameter name="x" typeRef="number"/>${literal('1')}</functionDefinition></contextEntry><contextEntry>${literal('f("text")')}</contextEntry></context>`;

    expect(await evaluate(decision(logic))).toEqual({ value: null, codes: ['dmn.wrongType'] });
  });
});

describe('types', () => {
  const share =
    '<itemDefinition name="Share"><typeRef>number</typeRef><allowedValues><text>[0..100]</text></allowedValues></itemDefinition>';

  it.each([
    ['50', 50, []],
    ['[50]', 50, []],
    ['101', null, ['dmn.wrongType']],
    ['"fifty"', null, ['dmn.wrongType']],
  ])('make %s of a type between 0 and 100 %p', async (text, value, codes) => {
    expect(await evaluate(share + decision(literal(text), { typeRef: 'Share' }))).toEqual({ value, codes });
  });

  it('look into lists and parts', async () => {
    const shares = `${share}<itemDefinition name="Row"><itemComponent name="share"><typeRef>Share</typeRef></itemComponent></itemDefinition>
      <itemDefinition name="Rows" isCollection="true"><typeRef>Row</typeRef></itemDefinition>`;

    expect(await valueOf(shares + decision(literal('[{share: 1}, {share: 2}]'), { typeRef: 'Rows' }))).toEqual([
      { share: 1 },
      { share: 2 },
    ]);
    expect(await valueOf(shares + decision(literal('[{share: 1}, {share: 200}]'), { typeRef: 'Rows' }))).toBeNull();
  });

  it("of an imported model keep FEEL's own types", async () => {
    const other = await parseDmn(
      `<definitions xmlns="${NAMESPACE}" id="types" name="types" namespace="urn:types">${share}
        <itemDefinition name="Row"><itemComponent name="share"><typeRef>Share</typeRef></itemComponent></itemDefinition></definitions>`,
    );
    const asked = async (text: string) => {
      const logic = `<import name="lib" namespace="urn:types" importType="${NAMESPACE}"/>${decision(literal(text), { typeRef: 'lib.Row' })}`;
      return evaluateDmn([await parseDmn(definitions(logic)), other], { name: 'it', inputs: {} }, NOW).value.toJSON();
    };

    expect(await asked('{share: 50}')).toEqual({ share: 50 });
    expect(await asked('{share: 200}')).toBeNull();
    expect(await asked('{share: "[0..100]"}')).toBeNull();
    expect(await asked('{share: true}')).toBeNull();
  });

  it('of an imported model that allows any value of a type refuse those of another', async () => {
    const other = await parseDmn(
      `<definitions xmlns="${NAMESPACE}" id="types" name="types" namespace="urn:types"><itemDefinition name="Day"><typeRef>number</typeRef></itemDefinition></definitions>`,
    );
    const logic = `<import name="lib" namespace="urn:types" importType="${NAMESPACE}"/>${decision(literal('"Monday"'), { typeRef: 'lib.Day' })}`;

    expect(evaluateDmn([await parseDmn(definitions(logic)), other], { name: 'it', inputs: {} }, NOW).value.toJSON()).toBeNull();
  });

  it('of an input hold for what is given', async () => {
    const model = `${share}<inputData id="in" name="in"><variable name="in" typeRef="Share"/></inputData>${decision(
      literal('in'),
      {
        needs: '<informationRequirement id="n"><requiredInput href="#in"/></informationRequirement>',
      },
    )}`;

    expect((await evaluate(model, { in: 7 })).value).toBe(7);
    expect(await evaluate(model, { in: 700 })).toEqual({ value: null, codes: ['dmn.wrongType'] });
  });
});

describe('refuses', () => {
  it.each([
    ['an entity bomb', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${definitions('')}`, 'xmlHasDoctype'],
    ['what is no XML', 'decision', 'dmn.notDmn'],
    ['BPMN', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"/>', 'dmn.notDmn'],
    ['an element that DMN does not have', definitions('<guess/>'), 'dmn.unknownContent'],
    ['two elements with one id', definitions('<inputData id="a" name="a"/><inputData id="a" name="b"/>'), 'dmn.unknownContent'],
  ])('%s', async (_name, xml, code) => {
    expect(await codeOf(parseDmn(xml))).toBe(code);
  });

  const needs = (id: string) => `<informationRequirement id="n-${id}"><requiredDecision href="#${id}"/></informationRequirement>`;

  it.each([
    ['a decision that there is not', decision(literal('1'), { name: 'other' }), 'dmn.unknownElement'],
    ['what needs what there is not', decision(literal('1'), { needs: needs('nowhere') }), 'dmn.noSuchReference'],
    [
      'what needs itself',
      decision(literal('1'), { needs: needs('b') }) + decision(literal('1'), { name: 'b', needs: needs('it') }),
      'dmn.cycle',
    ],
  ])('%s', async (_name, content, code) => {
    expect(await codeOf(evaluate(content))).toBe(code);
  });

  it('a decision service that calls itself without end: null, and it says why', async () => {
    const content = `${decision(literal('again()'), {
      needs: '<knowledgeRequirement id="k"><requiredKnowledge href="#again"/></knowledgeRequirement>',
    })}<decisionService id="again" name="again"><variable name="again"/><outputDecision href="#it"/></decisionService>`;

    const { value, codes } = await evaluate(content);

    expect(value).toBeNull();
    expect(codes).toContain('dmn.feel');
  });

  it('to go on without saying why where FEEL fails', async () => {
    expect(await evaluate(decision(literal('1 +')))).toEqual({ value: null, codes: ['dmn.feel'] });
    expect(await evaluate('<decision id="it" name="it"/>')).toEqual({ value: null, codes: ['dmn.noLogic'] });
  });
});

it.each([
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
])('files of another version are read too: %s', async (namespace) => {
  const model = await parseDmn(definitions(decision(literal('1')), namespace));

  expect(evaluateDmn([model], { name: 'it', inputs: {} }, NOW).value.toJSON()).toBe(1);
});
