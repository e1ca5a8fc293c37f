import fc from 'fast-check';
import { evaluateDmn, parseDmn, readDmnTables, writeDmnTable, type DecisionTable } from '..';

const NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const file = (content: string) =>
  `<definitions xmlns="${NAMESPACE}" id="d" name="d" namespace="urn:test">${content}</definitions>`;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: { code?: string }) => error.code,
  );

const table: DecisionTable = {
  key: 'covenant-review-route',
  name: '审核意见的去向 <&"',
  nameEn: 'Where a review leads',
  hitPolicy: 'COLLECT',
  aggregation: 'COUNT',
  inputs: [
    { label: '结论', labelEn: 'Result', expression: 'outcome', values: ['agree', 'return'] },
    { label: '是否合并', expression: 'merges', values: [true, false] },
  ],
  outputs: [{ name: 'route', label: '去向', values: ['vote', 'redraft'] }],
  rules: [{ id: 'a b/c', when: ['"agree"', '-'], then: ['"vote"'], note: '一\n二', noteEn: 'one' }],
  tests: [{ values: ['agree', null], results: [1] }],
};

describe('a table as a DMN file', () => {
  it('comes back as it was', async () => {
    expect(await readDmnTables(writeDmnTable(table))).toEqual({ tables: [table], others: [] });
  });

  it('comes back whatever its texts are', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .map((given) => `x${given.replace(/[^\P{C}]/gu, '')}y`);
    await fc.assert(
      fc.asyncProperty(text, text, async (name, note) => {
        const written = { ...table, name: name.trim(), rules: table.rules.map((rule) => ({ ...rule, note: note.trim() })) };
        const [read] = (await readDmnTables(writeDmnTable(written))).tables;
        expect(read?.name).toBe(written.name.replace(/\s+/g, ' '));
        expect(read?.rules[0]?.note).toBe(written.rules[0]?.note);
      }),
      { numRuns: 50 },
    );
  });

  it('is one that DMN itself evaluates', async () => {
    const plain: DecisionTable = {
      key: 'route',
      name: 'route',
      hitPolicy: 'FIRST',
      inputs: [{ label: '结论', expression: '"agree"' }],
      outputs: [{ name: 'way', label: '去向' }],
      rules: [{ id: 'a', when: ['"agree"'], then: ['"vote"'] }],
    };
    const model = await parseDmn(writeDmnTable(plain));

    expect(evaluateDmn([model], { name: 'route', inputs: {} }, { now: 0 }).value.toJSON()).toBe('vote');
  });

  it('of another tool is read with names that variables can have', async () => {
    const foreign =
      file(`<decision id="Dish_1" name="Dish"><variable name="dish of the day"/><decisionTable id="t" hitPolicy="UNIQUE">
      <input id="i"><inputExpression><text>season</text></inputExpression><inputValues><text>"Fall","Winter"</text></inputValues></input>
      <output id="o" name="dish of the day"/>
      <rule id="r"><description>why</description><inputEntry><text>"Fall"</text></inputEntry><outputEntry><text>"Spareribs"</text></outputEntry></rule>
    </decisionTable></decision><decision id="x" name="Other"><literalExpression><text>1</text></literalExpression></decision>`);

    expect(await readDmnTables(foreign)).toEqual({
      tables: [
        {
          key: 'Dish_1',
          name: 'Dish',
          hitPolicy: 'UNIQUE',
          inputs: [{ label: 'season', expression: 'season', values: ['Fall', 'Winter'] }],
          outputs: [{ name: 'dishoftheday', label: 'dish of the day' }],
          rules: [{ id: 'rule1', when: ['"Fall"'], then: ['"Spareribs"'], note: 'why' }],
        },
      ],
      others: ['Other'],
    });
  });

  it.each([
    [
      'nothing but other logic',
      file('<decision id="x" name="x"><literalExpression><text>1</text></literalExpression></decision>'),
      'dmn.noTable',
    ],
    ['an entity bomb', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${file('')}`, 'xmlHasDoctype'],
    ['more than anybody reads', file(`<!--${'x'.repeat(6_000_000)}-->`), 'xmlTooLarge'],
    [
      'a table without rules',
      file('<decision id="x" name="x"><decisionTable id="t"><output id="o" name="a"/></decisionTable></decision>'),
      'dmn.tableRefused',
    ],
    [
      'a default, which our tables do not have',
      file(
        '<decision id="x" name="x"><decisionTable id="t"><output id="o" name="a"><defaultOutputEntry><text>1</text></defaultOutputEntry></output></decisionTable></decision>',
      ),
      'dmn.tableRefused',
    ],
  ])('is refused with %s', async (_, xml, code) => {
    expect(await codeOf(readDmnTables(xml))).toBe(code);
  });
});

it('ends when boxes inside loops multiply, and says so', async () => {
  const loop = (inside: string, depth: number): string =>
    depth === 0
      ? inside
      : `<for iteratorVariable="i${depth}"><in><literalExpression><text>for n in 1..200 return n</text></literalExpression></in><return>${loop(inside, depth - 1)}</return></for>`;
  const nested = file(
    `<decision id="x" name="x"><variable name="x"/>${loop('<literalExpression><text>1</text></literalExpression>', 4)}</decision>`,
  );
  const model = await parseDmn(nested);

  expect(() => evaluateDmn([model], { name: 'x', inputs: {} }, { now: 0 })).toThrow(
    expect.objectContaining({ code: 'dmn.tooMuch' }),
  );
}, 60_000);
