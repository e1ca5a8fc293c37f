import type { ProcessDraft, VersionComparison } from '../../common/api';
import { bpmn, Desk, userTask } from '../__fixtures__';

const outcome = (key: string, name: string) => `<wuxin:outcome key="${key}" name="${name}" nameEn="${key}" />`;
const deadline = (amount: string, unit: string) => `<wuxin:deadline amount="${amount}" unit="${unit}" />`;

const BEFORE = `<bpmn:startEvent id="begin" name="发起" />
  ${userTask('write', { name: '起草', inside: outcome('done', '交审核') + deadline('5', 'workingDays') })}
  ${userTask('check', { name: '审核', inside: outcome('ok', '同意') })}
  <bpmn:endEvent id="end" name="办结" />
  begin -> write
  write -> check
  check -> end`;
const AFTER = `<bpmn:startEvent id="begin" name="发起" />
  ${userTask('write', { name: '起草', kind: 'role', value: 'checker', inside: outcome('done', '提交审核') + deadline('3', 'calendarDays') })}
  ${userTask('advise', { name: '法律顾问审查' })}
  <bpmn:endEvent id="end" name="办结" />
  begin -> write
  write -> advise
  advise -> end : =outcome = "ok"`;

describe('two versions of a process', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines('covenant', BEFORE);
    const { data } = await desk.as('root').get<ProcessDraft>('bpmnProcesses:draft', { params: { filterByTk: 'covenant' } });
    await desk.as('root').post('bpmnProcesses:saveDraft', {
      params: { filterByTk: 'covenant' },
      data: { xml: bpmn('covenant', AFTER), revision: data.revision },
    });
  });
  afterAll(() => desk?.close());

  const compare = (from: number, to: number, locale?: 'en-US') =>
    desk.as('root').get<VersionComparison>('bpmnProcesses:compare', { params: { filterByTk: 'covenant', from, to }, locale });

  it('differ in what was added, what is gone and what was changed, said in words', async () => {
    const { data } = await compare(1, 2);

    expect([data.from.number, data.to.number]).toEqual([1, 2]);
    expect(data.differences).toEqual([
      {
        kind: 'changed',
        elementId: 'write',
        elementName: '起草',
        parts: [
          { part: 'people', before: '发起人', after: '角色 审核员' },
          { part: 'outcomes', before: '交审核', after: '提交审核' },
          { part: 'deadline', before: '5 工作日', after: '3 日历日' },
        ],
      },
      { kind: 'added', elementId: 'advise', elementName: '法律顾问审查', parts: [] },
      {
        kind: 'changed',
        elementId: 'flow2',
        elementName: '起草 → 法律顾问审查',
        parts: [{ part: 'way', before: '起草 → 审核', after: '起草 → 法律顾问审查' }],
      },
      {
        kind: 'changed',
        elementId: 'flow3',
        elementName: '法律顾问审查 → 办结',
        parts: [
          { part: 'condition', before: null, after: 'outcome = "ok"' },
          { part: 'way', before: '审核 → 办结', after: '法律顾问审查 → 办结' },
        ],
      },
      { kind: 'removed', elementId: 'check', elementName: '审核', parts: [] },
    ]);
  });

  it('are said in English to readers of English', async () => {
    const { data } = await compare(1, 2, 'en-US');

    expect(data.differences[0]?.parts).toContainEqual({ part: 'deadline', before: '5 working days', after: '3 calendar days' });
  });

  it('do not differ where one is compared with itself, or only drawn elsewhere', async () => {
    expect((await compare(1, 1)).data.differences).toEqual([]);
  });

  it('are refused where there is none of that number, and to who administers nothing', async () => {
    expect(await compare(1, 9)).toMatchObject({ status: 404, errors: [{ code: 'version.notFound' }] });
    expect(await compare(0, 1)).toMatchObject({ status: 400, errors: [{ code: 'input.invalid' }] });
    const params = { filterByTk: 'covenant', from: 1, to: 2 };
    expect((await desk.as('clerk').get('bpmnProcesses:compare', { params })).status).toBe(403);
  });
});
