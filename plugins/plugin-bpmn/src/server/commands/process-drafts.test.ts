import type { DesignOptions, DraftProblems, ProcessDraft, ProcessDraftSaved } from '../../common/api';
import { checkDrawn, readDrawing } from '../../common/check';
import { bpmn, definitions, Desk, userTask } from '../__fixtures__';
import { wordsIn } from '../runtime/texts';

const DONE = '<wuxin:outcome key="complete" name="办结" />';
const FLOWS = `<bpmn:startEvent id="begin" />${userTask('a', { inside: DONE })}<bpmn:endEvent id="end" />
  begin -> a
  a -> end`;
const UNFINISHED = `<bpmn:startEvent id="begin" />${userTask('a')}<bpmn:complexGateway id="choose" />
  begin -> a
  a -> choose`;

describe('a process that is drawn', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk?.close());

  const opened = async (key: string) =>
    (await desk.as('root').get<ProcessDraft>('bpmnProcesses:draft', { params: { filterByTk: key } })).data;
  const problemsIn = async (key: string) =>
    (await desk.as('root').get<DraftProblems>('bpmnProcesses:draftProblems', { params: { filterByTk: key } })).data.problems;
  const save = (key: string, data: { xml: string; revision: string }) =>
    desk.as('root').post<ProcessDraftSaved>('bpmnProcesses:saveDraft', { params: { filterByTk: key }, data });
  const publish = (key: string) => desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: key } });
  const renamed = (xml: string, name: string) => xml.replace('<bpmn:endEvent id="end"', `<bpmn:endEvent id="end" name="${name}"`);

  it('begins with a name and can be published as it is', async () => {
    const drawn = await desk
      .as('root')
      .post<{ processKey: string }>('bpmnProcesses:draw', { data: { name: '用章 <申请> & "审批"' } });
    const { processKey } = drawn.data;

    expect(await opened(processKey)).toMatchObject({
      name: '用章 <申请> & "审批"',
      draft: { number: 1, savedByName: 'Super Admin' },
      publishedNumber: null,
    });
    expect(await problemsIn(processKey)).toEqual([]);
    expect((await publish(processKey)).errors).toEqual([]);
    expect((await desk.start(processKey)).taskIds).toHaveLength(1);
  });

  it.each([
    ['no name', { name: '  ' }, 'process.nameMissing'],
    ['a collection that there is not', { name: '甲', recordCollection: 'nowhere' }, 'process.unknownCollection'],
  ])('is refused with %s', async (_what, data, code) => {
    expect(await desk.as('root').post('bpmnProcesses:draw', { data })).toMatchObject({ status: 400, errors: [{ code }] });
  });

  it('becomes a draft of the version in force with the first save; what runs goes on unchanged', async () => {
    const key = await desk.publishLines('kept', FLOWS);
    const running = await desk.start(key);
    const before = await opened(key);
    expect(before.draft).toBeNull();

    const saved = await save(key, { xml: renamed(before.xml, '归档'), revision: before.revision });

    expect(saved.data).toMatchObject({ number: 2, problems: [] });
    expect(await opened(key)).toMatchObject({
      revision: saved.data.revision,
      draft: { number: 2 },
      publishedNumber: 1,
      running: 1,
    });
    expect((await desk.start(key)).taskIds).toHaveLength(1);
    await desk.complete('clerk', running.instanceId, 'a');
  });

  it('is not saved over what somebody else saved since: they are told who and when', async () => {
    const key = await desk.publishLines('contested', FLOWS);
    const { xml, revision } = await opened(key);
    await save(key, { xml: renamed(xml, '甲'), revision });
    const savedAt = desk.now;
    await desk.advance(60_000);

    const late = await save(key, { xml: renamed(xml, '乙'), revision });

    expect(late).toMatchObject({
      status: 409,
      errors: [{ code: 'process.draftChanged', data: { number: 2, by: 'Super Admin', at: savedAt } }],
    });
    expect((await opened(key)).xml).toContain('甲');
  });

  it('lets one of two win who save at the same moment', async () => {
    const key = await desk.publishLines('raced', FLOWS);
    const { xml, revision } = await opened(key);

    const answers = await Promise.all(['甲', '乙'].map((name) => save(key, { xml: renamed(xml, name), revision })));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.find(({ status }) => status === 200);
    expect((await opened(key)).revision).toBe(winner?.data.revision);
  });

  it('is kept unfinished, with what is wrong by element, and is not published so', async () => {
    const key = await desk.publishLines('unfinished', FLOWS);
    const { revision } = await opened(key);

    const saved = await save(key, { xml: bpmn(key, UNFINISHED), revision });

    expect(saved.data.problems.filter(({ severity }) => severity === 'error')).not.toEqual([]);
    expect(await publish(key)).toMatchObject({ status: 409, errors: [{ code: 'process.hasErrors' }] });
    const placeholders = await desk.as('root').get('bpmnProcesses:placeholders', { params: { filterByTk: key } });
    expect(placeholders).toMatchObject({ status: 409, errors: [{ code: 'process.draftHasErrors' }] });
    const detail = await desk.as('root').get('bpmnProcesses:detail', { params: { filterByTk: key } });
    expect(detail.status).toBe(200);
    expect((await desk.start(key)).taskIds).toHaveLength(1);
  });

  it.each([
    ['no BPMN', '<html/>', 'bpmn.xmlUnparsable'],
    ['a drawing of another process', bpmn('another', FLOWS), 'process.keyChanged'],
  ])('is not replaced by %s', async (_what, xml, code) => {
    const key = 'kept';
    const { revision } = await opened(key);

    expect(await save(key, { xml, revision })).toMatchObject({ status: 400, errors: [{ code }] });
    expect((await opened(key)).revision).toBe(revision);
  });

  it('offers roles, formulas and other processes to who draws it', async () => {
    const { data } = await desk.as('root').get<DesignOptions>('bpmnProcesses:designOptions', { params: { filterByTk: 'kept' } });

    const kinds = new Map(data.assigneeKinds.map((kind) => [kind.kind, kind]));
    expect(kinds.get('role')?.choices).toContainEqual({ value: 'checker', label: '审核员' });
    expect(kinds.get('starter')).toEqual({ kind: 'starter', title: '发起人', choices: null });
    expect(data.processes.map(({ value }) => value)).toContain('contested');
  });

  it.each(['draft', 'designOptions'])('is for administrators: %s', async (name) => {
    expect((await desk.as('clerk').get(`bpmnProcesses:${name}`, { params: { filterByTk: 'kept' } })).status).toBe(403);
  });

  it.each([
    ['draw', { name: '甲' }],
    ['saveDraft', { xml: '<a/>', revision: 'x' }],
  ])('is for administrators: %s', async (name, data) => {
    expect((await desk.as('clerk').post(`bpmnProcesses:${name}`, { params: { filterByTk: 'kept' }, data })).status).toBe(403);
  });
});

describe('what the author of a drawing is told', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk?.close());

  const problemsOf = async (key: string, lines: string, locale?: 'en-US') => {
    const xml = bpmn(key, lines);
    await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: bpmn(key, FLOWS) } });
    const { data } = await desk.as('root').get<ProcessDraft>('bpmnProcesses:draft', { params: { filterByTk: key } });
    const saved = await desk.as('root').post<ProcessDraftSaved>('bpmnProcesses:saveDraft', {
      params: { filterByTk: key },
      data: { xml, revision: data.revision },
      locale,
    });
    expect(saved.errors).toEqual([]);
    return saved.data.problems.map(({ elementId, severity, text }) => [elementId, severity, text]);
  };

  it('is who does nothing, and what has no name', async () => {
    const lines = `<bpmn:startEvent id="begin" /><bpmn:userTask id="a" /><bpmn:userTask id="b" name="乙" xmlns:wuxin="urn:wuxin:bpmn:1" wuxin:whenNobody="starter" />
      begin -> a
      a -> b`;

    expect(await problemsOf('alone', lines)).toEqual([
      ['a', 'warning', '“未命名”没有指定办理人，办到这里会停下，报异常给管理员'],
      ['a', 'warning', '有人工办理环节没有名称，办理人不知道要办什么'],
      ['a', 'warning', '“未命名”没有办理结果，办理人只有“办结”一个按钮'],
      ['b', 'warning', '“乙”没有办理结果，办理人只有“办结”一个按钮'],
    ]);
  });

  it('is which formula reads a field or a parameter that there is not', async () => {
    const lines = `@wuxin:recordCollection="users"
      <bpmn:startEvent id="begin" />${userTask('a', { inside: DONE })}<bpmn:exclusiveGateway id="way" name="甲否" default="flow4" /><bpmn:endEvent id="end" /><bpmn:endEvent id="other" />
      begin -> a
      a -> way
      way -> end : =record.nickname = "甲" and record.wealth > param("no.such")
      way -> other`;

    expect(await problemsOf('reading', lines, 'en-US')).toEqual([
      ['a', 'warning', '"a" has no form: its holder sees nothing of the record and can fill in nothing'],
      ['way', 'warning', '“甲否” uses the field “wealth”, which the record does not have'],
      ['way', 'warning', '“甲否” uses the parameter “no.such”, which is not defined'],
    ]);
  });

  const STUCK = `<bpmn:startEvent id="begin" />${userTask('a', {
    name: '审核',
    inside: '<wuxin:outcome key="agree" name="同意" /><wuxin:outcome key="refuse" name="不同意" />',
  })}<bpmn:exclusiveGateway id="way" /><bpmn:endEvent id="end" />
    begin -> a
    a -> way
    way -> end : =outcome = "agree"
    way -> end : =outcome = "later"`;

  it('is which outcome leads nowhere: such a draft is not published', async () => {
    const problems = await problemsOf('stuck', STUCK);

    expect(problems).toContainEqual(['a', 'error', '“审核”办成“不同意”以后没有一条连线可走，办件会停住']);
    const published = await desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: 'stuck' } });
    expect(published).toMatchObject({ status: 409, errors: [{ code: 'process.hasErrors' }] });
  });

  it('is the same in the designer, by the same rules with the same facts', async () => {
    const key = 'agreed';
    const lines = STUCK.replace('=outcome = "later"', '=record.size > param("no.such")');
    const saved = await problemsOf(key, lines);
    const { data } = await desk.as('root').get<DesignOptions>('bpmnProcesses:designOptions', { params: { filterByTk: key } });

    const found = await checkDrawn(await readDrawing(bpmn(key, lines)), data.facts, wordsIn('zh-CN'));

    expect(found.map(({ elementId, severity, text }) => [elementId, severity, text])).toEqual(saved);
    expect(saved.length).toBeGreaterThan(1);
  });
});

describe('a file of another program', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk?.close());

  /** As Camunda 7, Flowable and the drawing program of bpmn.io write them. */
  const foreign = (id: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:flowable="http://flowable.org/bpmn" id="d" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler">
  <bpmn:process id="${id}" name="请假" isExecutable="false">
    <bpmn:startEvent id="begin" camunda:initiator="starter" />
    <bpmn:userTask id="approve" name="经理审批" camunda:assignee="\${manager}" flowable:candidateGroups="managers" />
    <bpmn:exclusiveGateway id="way" name="批准？" />
    <bpmn:serviceTask id="pay" name="入账" camunda:class="org.example.Pay" />
    <bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="approve" />
    <bpmn:sequenceFlow id="f2" sourceRef="approve" targetRef="way" />
    <bpmn:sequenceFlow id="f3" name="同意" sourceRef="way" targetRef="pay"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${approved}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f4" sourceRef="way" targetRef="end" />
    <bpmn:sequenceFlow id="f5" sourceRef="pay" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;
  const bring = (xml: string, who: 'root' | 'clerk' = 'root') =>
    desk.as(who).post<{ processKey: string }>('bpmnProcesses:importDrawing', { data: { xml } });

  it('opens in the designer as a draft, and what cannot run is said at its element', async () => {
    const { data, errors } = await bring(foreign('leave'));
    expect(errors).toEqual([]);

    const draft = await desk.as('root').get<ProcessDraft>('bpmnProcesses:draft', { params: { filterByTk: data.processKey } });

    expect(draft.data).toMatchObject({ name: '请假', draft: { number: 1 }, publishedNumber: null });
    const checked = await desk
      .as('root')
      .get<DraftProblems>('bpmnProcesses:draftProblems', { params: { filterByTk: data.processKey } });
    expect(checked.data.revision).toBe(draft.data.revision);
    expect(checked.data.problems.map(({ severity, code, elementId }) => `${severity} ${code} ${elementId}`)).toEqual(
      expect.arrayContaining([
        'error expressionNotFeel f3',
        'error conditionMissing f4',
        'warning process.foreignSettings approve',
        'warning process.noPeople approve',
        'warning process.foreignSettings pay',
      ]),
    );
    const published = await desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: data.processKey } });
    expect(published).toMatchObject({ status: 409, errors: [{ code: 'process.hasErrors' }] });
  });

  it.each([
    ['that is no BPMN', '<html/>', 400, 'bpmn.xmlUnparsable'],
    ['without a process', definitions(''), 400, 'process.noProcess'],
  ])('%s is refused', async (_what, xml, status, code) => {
    expect(await bring(xml)).toMatchObject({ status, errors: [{ code }] });
  });

  it('never takes the place of a process that is there, and is brought by administrators only', async () => {
    const key = await desk.publishLines('taken', FLOWS);

    expect(await bring(foreign(key))).toMatchObject({ status: 409, errors: [{ code: 'process.keyTaken' }] });
    expect((await bring(foreign('other'), 'clerk')).status).toBe(403);
  });
});
