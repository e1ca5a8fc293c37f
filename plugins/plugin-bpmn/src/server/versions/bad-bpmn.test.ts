import { type HttpAnswer, expectRefused } from '@wuxin/test';
import { bpmn, definitions, Desk, userTask } from '../__fixtures__';
import { activityTypesOf } from '../activity-types';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const entityBomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">&lol2;</bpmn:definitions>`;

/** Broken and hostile files: a clear refusal, or the problem with its element, and nothing kept. */
describe('BPMN', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk?.close());

  const deploy = (xml: string, locale?: 'zh-CN' | 'en-US') =>
    desk.as('root').post('bpmnProcesses:deploy', { data: { xml }, locale });
  const refusedXml = async (xml: string, expected: { code: string; status: number }) => {
    const before = await desk.counts();
    await expectRefused((locale) => deploy(xml, locale), expected);
    expect(await desk.counts()).toEqual(before);
  };

  it.each([
    ['no XML', 'hello', 'bpmn.xmlUnparsable'],
    ['broken XML', '<bpmn:definitions><unclosed', 'bpmn.xmlUnparsable'],
    ['another XML', '<?xml version="1.0"?><html><body/></html>', 'bpmn.xmlUnparsable'],
    ['an entity bomb', entityBomb, 'bpmn.xmlHasDoctype'],
    [
      'a reference to nothing',
      definitions('<bpmn:process id="p"><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b" /></bpmn:process>'),
      'bpmn.xmlUnresolvedReference',
    ],
    [
      'too many elements',
      definitions(`<bpmn:process id="p">${'<bpmn:task />'.repeat(20_001)}</bpmn:process>`),
      'bpmn.xmlTooManyElements',
    ],
    ['too deep a nest', definitions('<bpmn:subProcess>'.repeat(200) + '</bpmn:subProcess>'.repeat(200)), 'bpmn.xmlTooDeep'],
  ])('is refused when it is %s', async (_, xml, code) => {
    await refusedXml(xml, { code, status: 400 });
  });

  it('is refused early when it is 10 MB', async () => {
    const xml = definitions(
      `<bpmn:process id="p"><bpmn:documentation>${'x'.repeat(10 * 1024 * 1024)}</bpmn:documentation></bpmn:process>`,
    );

    await refusedXml(xml, { code: 'input.tooLarge', status: 413 });
  });

  it('is refused when it is 6 MB, with the limit', async () => {
    const xml = definitions(
      `<bpmn:process id="p"><bpmn:documentation>${'x'.repeat(6 * 1024 * 1024)}</bpmn:documentation></bpmn:process>`,
    );

    await refusedXml(xml, { code: 'bpmn.xmlTooLarge', status: 400 });
  });

  const problemsOf = async (xml: string, locale?: 'zh-CN' | 'en-US') => {
    const before = await desk.counts();
    const { status, data } = (await deploy(xml, locale)) as HttpAnswer<{
      versionId: string | null;
      problems: { code: string; elementId: string; text: string; severity: string }[];
    }>;
    expect(status).toBe(200);
    expect(data.versionId).toBeNull();
    expect(await desk.counts()).toEqual(before);
    return data.problems.filter(({ severity }) => severity === 'error');
  };

  const gateway = (
    condition: string,
  ) => `${BEGIN}<bpmn:exclusiveGateway id="way" default="flow2" />${END}<bpmn:endEvent id="other" />
    begin -> way
    way -> end
    way -> other : ${condition}`;
  it.each([
    ['a condition that does not parse', gateway('=1 +'), 'expressionInvalid', 'flow3'],
    [
      'a condition that counts to a thousand million',
      gateway('=count(for i in 1..1000000000 return i) > 1'),
      'expressionInvalid',
      'flow3',
    ],
    [
      'a condition that is nested two thousand times',
      gateway(`=${'('.repeat(2_000)}1${')'.repeat(2_000)} > 0`),
      'expressionInvalid',
      'flow3',
    ],
    [
      'a step that nothing leads to',
      `${BEGIN}${userTask('lost')}${END}\n begin -> end\n lost -> end`,
      'elementUnreachable',
      'lost',
    ],
    [
      'a type of work that no plugin provides',
      `${BEGIN}<bpmn:serviceTask id="odd" wuxin:activityType="teleport" />${END}\n begin -> odd\n odd -> end`,
      'activity.unknownType',
      'odd',
    ],
  ])('names the element of %s', async (_, lines, code, elementId) => {
    const problems = await problemsOf(bpmn('oddity', lines));

    expect(problems).toEqual([expect.objectContaining({ code, elementId, text: expect.stringMatching(/[\u4e00-\u9fff]/) })]);
  });

  it('says a problem of a type of work in the words of the plugin that brings it, in the reader’s language', async () => {
    activityTypesOf(desk.db).registerOnce({
      type: 'raffle',
      validate: () => [{ code: 'raffle.badConfig', data: { property: 'prize' } }, { code: 'decision.noReference' }],
      problemText: (locale, code, { elementName, property }) =>
        code === 'raffle.badConfig' ? `${locale} ${String(elementName)}: ${String(property)}` : undefined,
      enter: () => Promise.resolve({ kind: 'completed', variables: {} }),
    });
    const step = '<bpmn:serviceTask id="odd" name="抽签" wuxin:nameEn="Lots" wuxin:activityType="raffle" />';
    const xml = bpmn('oddity', `${BEGIN}${step}${END}\n begin -> odd\n odd -> end`);

    const texts = async (locale: 'zh-CN' | 'en-US') => (await problemsOf(xml, locale)).map(({ text }) => text);

    expect(await texts('zh-CN')).toEqual(['zh-CN 抽签: prize', expect.stringContaining('抽签')]);
    expect(await texts('en-US')).toEqual(['en-US Lots: prize', '"Lots" names no decision table']);
  });

  it('says what is wrong with a condition in words, between which elements it stands, and not all of it', async () => {
    const texts = async (condition: string) => (await problemsOf(bpmn('oddity', gateway(condition)))).map(({ text }) => text);

    expect(await texts('=1 +')).toEqual(['“way → other”（flow3）：条件“1 +”写错了：表达式写法有误：“1 +”附近无法识别']);
    expect(await texts('=count(for i in 1..1000000000 return i) > 1')).toEqual([
      expect.stringContaining('循环没有可靠的上限：次数太多'),
    ]);
    const [long] = await texts(`=${'('.repeat(2_000)}1${')'.repeat(2_000)} > 0`);
    expect(long).toContain('最多');
    expect(long!.length).toBeLessThan(200);
  });

  it.each([
    ['nothing in it', '<bpmn:process id="empty" isExecutable="true" />', 'processEmpty'],
    [
      'no process that can be run',
      '<bpmn:process id="p" isExecutable="false"><bpmn:startEvent id="s" /></bpmn:process>',
      'process.notExecutable',
    ],
  ])('is refused with %s', async (_, xml, code) => {
    expect((await problemsOf(definitions(xml))).map((problem) => problem.code)).toEqual([code]);
  });

  it('stops a script that never ends, as an incident that names the element; the case can be mended', async () => {
    await desk.publishLines(
      'endless',
      `${BEGIN}<bpmn:scriptTask id="spin" name="计算" scriptFormat="javascript"><bpmn:script>while (!done) {} ({ ok: true })</bpmn:script></bpmn:scriptTask>${END}
      begin -> spin
      spin -> end`,
    );
    const { instanceId } = await desk.start('endless', 'clerk', { variables: { done: false } });
    const incident = await desk.openIncident(instanceId);
    expect(incident).toMatchObject({ code: 'scriptFailed', elementName: '计算' });

    const retried = await desk.as('root').post('bpmnIncidents:retry', {
      params: { filterByTk: incident!.id },
      data: { reason: '已办妥', variables: { done: true } },
    });

    expect(retried.errors).toEqual([]);
    expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
  });
});
