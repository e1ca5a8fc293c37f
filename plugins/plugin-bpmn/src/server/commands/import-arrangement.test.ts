import type { ArrangementReading, CalendarEffect, CalendarYear, SettingChangePage } from '../../common/api';
import { Desk, type Person, userTask } from '../__fixtures__';
import { seedCalendars } from '../calendars';
import { tables } from '../store';

/** Such as one for 2027 could be: its days are made up, its weekdays are right. */
const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。`;
const FAR = `<bpmn:startEvent id="begin" />${userTask('a', {
  inside:
    '<wuxin:deadline amount="45" unit="workingDays"><wuxin:deadlineStep amount="-1" unit="workingDays" action="remind" /></wuxin:deadline>',
})}<bpmn:endEvent id="end" />
  begin -> a
  a -> end`;

/** The desk's day is Thursday, 5 November 2026; the calendar that comes with the software ends with 2026. */
describe('the notice on the holidays of a year', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines('far', FAR);
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.write(seedCalendars));
  afterEach(async () => {
    for (const { id } of await tables.instances.select(desk, { status: 'running' }))
      await desk.instance('cancel', 'root', id, { reason: '清理' });
    await desk.drain();
    await desk.db.getRepository('bpmnCalendars').destroy({ truncate: true });
    await desk.db.getRepository('bpmnCalendarDays').destroy({ truncate: true });
  });

  const read = async (data: object = {}, by: Person = 'root', locale: 'zh-CN' | 'en-US' = 'zh-CN') =>
    desk
      .as(by)
      .post<ArrangementReading>('bpmnCalendars:readArrangement', { data: { year: 2027, text: NOTICE, ...data }, locale });
  const understood = async (data: object = {}) => {
    const reading = (await read(data)).data;
    if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
    return reading;
  };
  const take = (data: object = {}, by: Person = 'root') =>
    desk.as(by).post<CalendarEffect>('bpmnCalendars:importArrangement', { data: { year: 2027, text: NOTICE, ...data } });
  const year = async (of: number) =>
    (await desk.as('root').get<CalendarYear>('bpmnCalendars:year', { params: { year: of } })).data;
  const dueOn = async (instanceId: string) => {
    const { waiting } = (await desk.track('root', instanceId)).data;
    return waiting[0]?.kind === 'task' ? waiting[0].deadline : undefined;
  };

  it('is read holiday by holiday, with what it would move, and nothing is written', async () => {
    const { instanceId } = await desk.start('far');
    const before = await desk.fingerprint(instanceId);

    const reading = await understood();

    expect(reading).toMatchObject({
      source: '国务院办公厅关于2027年部分节假日安排的通知，国办发明电〔2026〕9号',
      days: 33,
      coveredUntil: '2027-12-31',
      conflicts: [],
      effect: { openCases: 1, cases: 1, moved: 1, confirmed: 0, kept: 0 },
    });
    expect(reading.festivals[1]).toEqual({
      name: '春节',
      from: '2027-02-05',
      until: '2027-02-11',
      restDays: 7,
      working: ['2027-01-31', '2027-02-20'],
      changes: 9,
    });
    expect(await desk.fingerprint(instanceId)).toBe(before);
    expect((await year(2027)).days).toEqual([]);
  });

  it('is taken over with the deadlines that reach into its year, which become certain', async () => {
    const { instanceId } = await desk.start('far');
    expect(await dueOn(instanceId)).toMatchObject({ dueOn: '2027-01-07', isProvisional: true });
    const { revision, effect } = await understood();

    const answer = await take({ revision });

    expect(answer.data).toEqual(effect);
    expect(await dueOn(instanceId)).toMatchObject({ dueOn: '2027-01-08', isProvisional: false });
    const { coveredUntil, days } = await year(2027);
    expect([coveredUntil, days.length]).toEqual(['2027-12-31', 33]);
    const { rows } = (await desk.as('root').get<SettingChangePage>('bpmnCalendars:changes')).data;
    expect(rows[0]?.text).toBe(
      '导入 2027 年放假安排，设置了 33 天（国务院办公厅关于2027年部分节假日安排的通知，国办发明电〔2026〕9号）。1 个时限改期。',
    );
  });

  it('says holidays in English to whoever reads English', async () => {
    const reading = (await read({}, 'root', 'en-US')).data;

    expect(reading.state === 'read' && reading.festivals.map(({ name }) => name).join()).not.toMatch(/\p{Script=Han}/u);
  });

  it('names what is stored otherwise, and keeps days of which it says nothing', async () => {
    const day = { placeId: null, name: '防汛', source: '县政府通知' };
    for (const set of [
      { date: '2027-10-01', kind: 'working' },
      { date: '2027-07-01', kind: 'rest' },
    ])
      await desk.as('root').post('bpmnCalendars:setDay', { data: { ...day, ...set } });

    const { conflicts, revision } = await understood();
    await take({ revision });

    expect(conflicts).toMatchObject([
      { date: '2027-07-01', kind: 'rest', name: '防汛', becomes: null },
      { date: '2027-10-01', kind: 'working', becomes: 'rest', setBy: { name: 'Super Admin' } },
    ]);
    const kinds = new Map((await year(2027)).days.map(({ date, kind }) => [date, kind]));
    expect([kinds.get('2027-07-01'), kinds.get('2027-10-01')]).toEqual(['rest', 'rest']);
  });

  it.each<[string, number, object]>([
    ['calendar.arrangementRefused', 400, { year: 2028 }],
    ['calendar.arrangementRefused', 400, { text: NOTICE.replace(/五、端午节.*\n/, '') }],
    ['calendar.arrangementRefused', 400, { text: NOTICE.replace('4月5日', '4月31日').replace('至5日（周一）', '至31日') }],
    ['calendar.arrangementRefused', 400, { text: NOTICE.replace('共7天。9月', '共7天。<script>alert(1)</script>9月') }],
    ['calendar.arrangementRefused', 400, { text: '' }],
    [
      'calendar.arrangementGap',
      409,
      {
        year: 2029,
        text: NOTICE.replace('2027', '2029')
          .replace(/（周.）/g, '')
          .replace(/(?<=天。)[^。]*上班。/g, ''),
      },
    ],
    ['calendar.changedSince', 409, { revision: 'another' }],
    ['input.invalid', 400, { text: '一'.repeat(20_001) }],
    ['input.invalid', 400, { year: 'next' }],
  ])('is refused with %s (%i), and nothing changes: %#', async (code, status, data) => {
    const { instanceId } = await desk.start('far');
    const before = await desk.fingerprint(instanceId);
    const { revision } = await understood();

    expect(await take({ revision, ...data })).toMatchObject({ status, errors: [{ code }] });

    expect(await desk.fingerprint(instanceId)).toBe(before);
    expect(await year(2027)).toMatchObject({ days: [], coveredUntil: '2026-12-31' });
  });

  it('is said line by line where it cannot be read', async () => {
    const wrong = NOTICE.replace('10月1日（周五）', '10月1日（周四）').replace('共5天', '共6天');

    const reading = (await read({ text: wrong })).data;

    expect(reading).toMatchObject({
      state: 'refused',
      problems: [
        { code: 'workday.arrangementCount', text: '“劳动节”写作共 6 天，实为 5 天。' },
        { code: 'workday.arrangementWeekday', text: '“2027-10-01”写作周四，实为周五。' },
      ],
    });
  });

  it('is said in English where the reader reads English, but for words of the notice', async () => {
    const wrong = NOTICE.replace('10月1日（周五）', '10月1日（周四）').replace('共5天', '共6天');

    const reading = (await read({ text: wrong }, 'root', 'en-US')).data;

    expect(reading.state === 'refused' && reading.problems.map(({ text }) => text)).toEqual([
      '"Labour Day" is said to have 6 days, but has 5.',
      '2027-10-01 is said to be Thursday, but is Friday.',
    ]);
  });

  it('a second time changes nothing and is told so', async () => {
    await take({ revision: (await understood()).revision });

    const { total } = (await desk.as('root').get<SettingChangePage>('bpmnCalendars:changes')).data;
    const again = await understood();
    const answer = await take({ revision: again.revision });

    expect(again).toMatchObject({ days: 0, coveredUntil: null, conflicts: [] });
    expect(answer).toMatchObject({ status: 409, errors: [{ code: 'calendar.arrangementKnown' }] });
    expect((await desk.as('root').get<SettingChangePage>('bpmnCalendars:changes')).data.total).toBe(total);
  });

  it('is for administrators only', async () => {
    expect((await read({}, 'clerk')).status).toBe(403);
    expect((await take({ revision: '' }, 'clerk')).status).toBe(403);
  });
});
