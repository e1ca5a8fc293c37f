import { expectRefused } from '@wuxin/test';
import type { ProcessDetail, SettingChangePage, VersionCases } from '../../common/api';
import { bpmn, Desk, userTask } from '../__fixtures__';
import { tables } from '../store';

const STEPS = (name: string) => `<bpmn:startEvent id="begin" />${userTask('a', { name })}<bpmn:endEvent id="end" />
  begin -> a
  a -> end`;

/** A version that turned out badly is taken back: what was in force before is published again. */
describe('rolling a process back', () => {
  let desk: Desk;
  const key = 'permit';
  const act = (name: string, data: object, locale?: 'zh-CN' | 'en-US') =>
    desk.as('root').post<{ number: number }>(`bpmnProcesses:${name}`, { params: { filterByTk: key }, data, locale });
  const detail = async () =>
    (await desk.as('root').get<ProcessDetail>('bpmnProcesses:detail', { params: { filterByTk: key } })).data;
  const open = async (instanceId: string) =>
    (await tables.tasks.select(desk, { instanceId, status: 'open' })).map(({ elementName }) => elementName);
  let old = '';
  let recent = '';

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publish(bpmn(key, STEPS('受理')));
    old = (await desk.start(key)).instanceId;
    await desk.publish(bpmn(key, STEPS('初审')));
    recent = (await desk.start(key)).instanceId;
    await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: bpmn(key, STEPS('复审')) } });
  });
  afterAll(() => desk?.close());

  it('publishes the earlier version under the next number, before the draft, and keeps why', async () => {
    const { data, errors } = await act('rollBack', { number: 1, reason: '第 2 版环节有误' });

    expect({ data, errors }).toMatchObject({ data: { number: 3 }, errors: [] });
    const { versions, process } = await detail();
    expect(process).toMatchObject({ published: { number: 3 }, draft: { number: 4 } });
    expect(versions.map(({ number, status, running }) => [number, status, running])).toEqual([
      [4, 'draft', 0],
      [3, 'published', 0],
      [2, 'retired', 1],
      [1, 'retired', 1],
    ]);
    const changes = await desk.as('root').get<SettingChangePage>('bpmnProcesses:changes', { params: { filterByTk: key } });
    expect(changes.data.rows[0]?.text).toBe('重新发布第 1 版，成为第 3 版。理由：第 2 版环节有误');
  });

  it('starts new cases on it, and leaves running ones where they are', async () => {
    const { instanceId } = await desk.start(key);

    expect(await open(instanceId)).toEqual(['受理']);
    expect(await open(old)).toEqual(['受理']);
    expect(await open(recent)).toEqual(['初审']);
    expect((await desk.row(recent)).versionNumber).toBe(2);
  });

  it('lets the draft be published after it', async () => {
    expect((await act('publish', {})).data).toMatchObject({ number: 4 });

    const { instanceId } = await desk.start(key);
    expect(await open(instanceId)).toEqual(['复审']);
  });

  it('says which open cases run on a version', async () => {
    const cases = await desk
      .as('root')
      .get<VersionCases>('bpmnProcesses:versionCases', { params: { filterByTk: key, number: 2 } });

    expect(cases.data).toMatchObject({ total: 1, rows: [{ instanceId: recent, status: 'running' }] });
    expect((await desk.as('clerk').get('bpmnProcesses:versionCases', { params: { filterByTk: key, number: 2 } })).status).toBe(
      403,
    );
  });

  it('also brings back a process that is out of use', async () => {
    expect((await act('retire', { reason: '停用' })).errors).toEqual([]);

    expect((await act('rollBack', { number: 2, reason: '恢复' })).data).toMatchObject({ number: 5 });
    expect((await desk.start(key)).instanceId).toBeTruthy();
  });

  it.each([
    ['without a reason', { number: 1, reason: ' ' }, { code: 'reason.missing', status: 400 }],
    ['to what is in force', { number: 5, reason: '误' }, { code: 'version.notEarlier', status: 409 }],
    ['to a version that never was', { number: 99, reason: '误' }, { code: 'version.notFound', status: 404 }],
  ])('is refused %s', async (_, data, expected) => {
    await expectRefused((locale) => act('rollBack', data, locale), expected);
  });

  it('is for administrators', async () => {
    const answer = await desk
      .as('clerk')
      .post('bpmnProcesses:rollBack', { params: { filterByTk: key }, data: { number: 1, reason: '误' } });

    expect(answer.status).toBe(403);
  });
});
