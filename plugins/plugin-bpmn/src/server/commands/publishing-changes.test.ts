import type { SettingChangePage } from '../../common/api';
import { bpmn, Desk, userTask } from '../__fixtures__';

const ONE_STEP = `<bpmn:startEvent id="begin" />${userTask('a')}<bpmn:endEvent id="end" />
  begin -> a
  a -> end`;

describe('what was done with a process', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk?.close());

  const act = (name: string, key: string, data: object) =>
    desk.as('root').post(`bpmnProcesses:${name}`, { params: { filterByTk: key }, data });
  const changes = (key: string, locale?: 'en-US', who: 'root' | 'clerk' = 'root') =>
    desk.as(who).get<SettingChangePage>('bpmnProcesses:changes', { params: { filterByTk: key }, locale });
  const deploy = (key: string) => desk.as('root').post('bpmnProcesses:deploy', { data: { xml: bpmn(key, ONE_STEP) } });

  it('is listed with who did it, when and why, the newest first, in both languages', async () => {
    await deploy('minutes');
    await act('publish', 'minutes', { note: '镇里审定' });
    await desk.advance(1000);
    await act('renew', 'minutes', {});
    await desk.advance(1000);
    expect((await act('retire', 'minutes', { reason: ' 新办法施行 ' })).errors).toEqual([]);

    const [{ data: chinese }, { data: english }] = [await changes('minutes'), await changes('minutes', 'en-US')];

    expect(chinese.rows.map(({ text, by }) => [text, by.name])).toEqual([
      ['停用第 2 版。理由：新办法施行', 'Super Admin'],
      ['以现行决策表发布第 2 版。', 'Super Admin'],
      ['发布第 1 版。说明：镇里审定', 'Super Admin'],
    ]);
    expect(english.rows.map(({ text }) => text)).toEqual([
      'Retired version 2. Reason: 新办法施行',
      'Published version 2 with the decision tables in force.',
      'Published version 1. Note: 镇里审定',
    ]);
  });

  it.each([
    ['keptA', {}],
    ['keptB', { reason: '' }],
    ['keptC', { reason: '  ' }],
  ])('is not retired without a reason: %s %o', async (key, data) => {
    await deploy(key);
    await act('publish', key, {});

    expect(await act('retire', key, data)).toMatchObject({ status: 400, errors: [{ code: 'reason.missing' }] });

    expect((await changes(key)).data.rows.filter(({ text }) => text.startsWith('停用'))).toEqual([]);
    expect((await desk.start(key)).instanceId).toBeTruthy();
  });

  it('is for administrators to read', async () => {
    expect((await changes('kept', undefined, 'clerk')).status).toBe(403);
  });
});
