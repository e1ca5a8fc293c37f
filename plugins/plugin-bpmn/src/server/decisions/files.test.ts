import { expectRefused } from '@wuxin/test';
import type { DecisionTable } from '@wuxin/decision';
import type { DecisionFile, DecisionFileTables } from '../../common/api';
import { Desk, type Person } from '../__fixtures__';
import { defineDecision } from './index';

const TABLE: DecisionTable = {
  key: 'route',
  name: '审核去向',
  nameEn: 'Where a review leads',
  hitPolicy: 'FIRST',
  inputs: [{ label: '结论', expression: 'outcome', values: ['agree', 'return'] }],
  outputs: [{ name: 'way', label: '去向', values: ['vote', 'redraft'] }],
  rules: [
    { id: 'agreed', when: ['"agree"'], then: ['"vote"'], note: '同意 < 不同意 & 其他' },
    { id: 'rest', when: ['-'], then: ['"redraft"'] },
  ],
  tests: [{ values: ['agree'], results: ['vote'] }],
};
const MEGABYTE = 1024 * 1024;

/** Decision tables as DMN files, over HTTP. */
describe('a decision table as a file', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.write((tx) => defineDecision(tx, TABLE));
  });
  afterAll(() => desk?.close());

  const file = (key = TABLE.key, by: Person = 'root', locale?: 'zh-CN' | 'en-US') =>
    desk.as(by).get<DecisionFile>('bpmnDecisions:file', { params: { filterByTk: key }, locale });
  const read = (xml: unknown, by: Person = 'root', locale?: 'zh-CN' | 'en-US') =>
    desk.as(by).post<DecisionFileTables>('bpmnDecisions:readFile', { data: { xml }, locale });

  it('is called as the table is, and says everything that the table does when it is read again', async () => {
    const { data } = await file();

    expect(data.name).toBe('审核去向.dmn');
    expect(data.xml).toContain('https://www.omg.org/spec/DMN/20191111/MODEL/');
    expect((await read(data.xml)).data).toEqual({ tables: [TABLE], others: [] });
  });

  it('is read without being kept', async () => {
    const { data } = await file();
    const before = await desk.counts();

    expect((await read(data.xml.replaceAll('redraft', 'again'))).data.tables[0]?.rules[1]?.then).toEqual(['"again"']);

    expect(await desk.counts()).toEqual(before);
    expect((await file()).data).toEqual(data);
  });

  it('may be of another program, and names what is no table', async () => {
    const foreign = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:x">
      <decision id="fee" name="Fee"><variable name="fee" /><decisionTable id="t" hitPolicy="UNIQUE">
        <input id="i" label="Area"><inputExpression id="e"><text>area</text></inputExpression></input>
        <output id="o" name="fee" label="Fee" />
        <rule id="r1"><inputEntry id="a"><text>&lt; 100</text></inputEntry><outputEntry id="b"><text>5</text></outputEntry></rule>
      </decisionTable></decision>
      <decision id="total" name="Total"><variable name="total" /><literalExpression id="l"><text>1 + 1</text></literalExpression></decision>
    </definitions>`;

    expect((await read(foreign)).data).toMatchObject({
      tables: [{ key: 'fee', hitPolicy: 'UNIQUE', rules: [{ when: ['< 100'], then: ['5'] }] }],
      others: ['Total'],
    });
  });

  const DOCTYPE = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>';
  it.each([
    ['that is no XML', 'not xml'],
    ['that is no DMN', '<html/>'],
    ['that is empty', ''],
    ['with entities that grow', DOCTYPE],
    ['nested without end', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`],
    ['larger than any table', `<a>${'x'.repeat(6 * MEGABYTE)}</a>`],
    ['without a table', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:x" />'],
  ])('is refused in words and with a code: a file %s', async (_, xml) => {
    await expectRefused((locale) => read(xml, 'root', locale), { code: 'decision.file', status: 400 });
  });

  it('is refused unread above what the server takes at all', async () => {
    const answer = await read('x'.repeat(11 * MEGABYTE));

    expect(answer).toMatchObject({ status: 413, errors: [{ code: 'input.tooLarge' }] });
  });

  it('is refused where the body is something else', async () => {
    await expectRefused((locale) => read(['<a/>'], 'root', locale), { code: 'input.invalid', status: 400 });
  });

  it('is not there for a table that is not', async () => {
    await expectRefused((locale) => file('nowhere', 'root', locale), { code: 'decision.notFound', status: 404 });
  });

  it('is for administrators, in both directions', async () => {
    expect((await file(TABLE.key, 'clerk')).status).toBe(403);
    expect((await read('<html/>', 'clerk')).status).toBe(403);
  });
});
