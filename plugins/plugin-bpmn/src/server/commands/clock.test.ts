import { addStoppableDeadline, chinaCalendar } from '@wuxin/workday';
import type { Board, InboxPage, OpenedTask } from '../../common/api';
import { bpmn } from '../../common/__fixtures__/bpmn';
import { DAY_MS, Desk, HOUR_MS, NOON, timer, userTask } from '../__fixtures__';
import { migratingAt } from '../__fixtures__/migrating';
import { tables } from '../store';

const deadline = (more = 'stopLimit="5"', unit = 'workingDays') => `<wuxin:deadline amount="3" unit="${unit}" ${more}>
  <wuxin:deadlineStep amount="-1" unit="workingDays" action="remind" />
  <wuxin:deadlineStep amount="1" unit="workingDays" action="escalate" kind="role" value="supervisor" /></wuxin:deadline>`;
const one = (
  inside: string,
  more = '',
) => `<bpmn:startEvent id="begin" />${userTask('a', { inside })}<bpmn:endEvent id="end" />${more}
  begin -> a
  a -> end`;
const LATE = `<bpmn:boundaryEvent id="late" attachedToRef="a" cancelActivity="false">${timer('t', 'Duration', 'P5D')}</bpmn:boundaryEvent>
  ${userTask('note')}<bpmn:endEvent id="noted" />`;
const TWO = `<bpmn:startEvent id="begin" />${userTask('a', { inside: deadline() })}${userTask('b')}<bpmn:endEvent id="end" />
  begin -> a
  a -> b
  b -> end`;

/** The desk's day is Thursday, 5 November 2026: three working days end on Tuesday the 10th. */
describe('the clock of a task', () => {
  let desk: Desk;
  const migrating = migratingAt(() => desk);
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines('window', one(deadline()));
    await desk.publishLines('timed', `${one(deadline(), LATE)}\n  late -> note\n  note -> noted`);
    await desk.publishLines('hours', one(deadline('stopLimit="5"', 'hours').replace(/amount="3"/, 'amount="30"')));
    await desk.publishLines('firm', one(deadline('')));
    await desk.publishLines('two', TWO);
  });
  afterAll(() => desk.close());
  beforeEach(() => {
    desk.now = NOON;
  });
  afterEach(async () => {
    expect(await migrating.faults()).toEqual([]);
    for (const { id } of await tables.instances.select(desk, { status: 'running' }))
      await desk.instance('cancel', 'root', id, { reason: '清理' });
    await desk.drain();
  });

  const started = async (key = 'window') => {
    const { instanceId } = await desk.start(key);
    return { instanceId, taskId: await desk.openTask(instanceId, 'a') };
  };
  const stop = (taskId: string, data: object = {}, by: Parameters<Desk['as']>[0] = 'clerk') =>
    desk.task('stopClock', by, taskId, { reason: '等待补正材料', ...data });
  const resume = (taskId: string, by: Parameters<Desk['as']>[0] = 'clerk') => desk.task('resumeClock', by, taskId);
  const row = async (taskId: string) => (await tables.tasks.find(desk, { id: taskId }))!;
  const dueOn = async (taskId: string) => {
    const { dueAt } = await row(taskId);
    return dueAt === null ? null : new Date(dueAt - 1 + 8 * HOUR_MS).toISOString().slice(0, 10);
  };
  const steps = async (instanceId: string) => {
    const jobs = await tables.jobs.select(desk, { instanceId, kind: 'deadlineStep' }, { order: [['dueAt', 'ASC']] });
    return jobs.map(({ dueAt }) => new Date(dueAt).toISOString());
  };
  const timerAt = async (instanceId: string) =>
    (await tables.subscriptions.select(desk, { instanceId, kind: 'timer' })).map(({ dueAt }) => dueAt);
  const page = async (taskId: string) =>
    (await desk.as('clerk').get<OpenedTask>('bpmnTasks:open', { params: { filterByTk: taskId } })).data;

  it('stands still: nothing is due, no step happens, and everybody reads so', async () => {
    const { instanceId, taskId } = await started();

    expect((await stop(taskId, { until: '2026-11-11' })).errors).toEqual([]);
    await desk.advance(5 * DAY_MS); // Tuesday noon, still stopped

    expect(await row(taskId)).toMatchObject({ dueAt: null, stoppedAt: NOON });
    expect(await desk.row(instanceId)).toMatchObject({ dueAt: null });
    expect(await steps(instanceId)).toEqual([]);
    const opened = await page(taskId);
    expect(opened.task.deadline).toMatchObject({ level: 'onTime', stopped: { since: NOON, resumesOn: '2026-11-11' } });
    expect(opened.task.may).toMatchObject({ stopClock: false, resumeClock: true });
    expect(opened.instance.deadline?.stopped).toEqual({ since: NOON, resumesOn: '2026-11-11' });
    expect(opened.history.at(-1)).toMatchObject({ kind: 'clockStopped', opinion: '等待补正材料' });
    expect(opened.history.at(-1)?.text).toBe('王芳 暂停了“a”的计时，最迟 2026-11-11 恢复');
    const { rows } = (await desk.as('clerk').get<InboxPage>('bpmnTasks:inbox', { params: { tab: 'todo' } })).data;
    expect(rows[0]?.deadline?.stopped).toBeTruthy();
  });

  it('goes on with what was left, as addStoppableDeadline says, with reminders and escalations', async () => {
    const { instanceId, taskId } = await started();
    expect(await steps(instanceId)).toEqual(['2026-11-09T01:00:00.000Z', '2026-11-11T01:00:00.000Z']);
    desk.now += DAY_MS; // Friday
    await stop(taskId);
    const from = desk.now;
    desk.now += 5 * DAY_MS; // Wednesday the 11th

    expect((await resume(taskId)).errors).toEqual([]);

    const period = { unit: 'workingDays', amount: 3 } as const;
    const expected = addStoppableDeadline(NOON, period, [{ from, until: desk.now }], chinaCalendar);
    expect(expected).toMatchObject({ state: 'running', dueOn: '2026-11-13' });
    expect(await row(taskId)).toMatchObject({ dueAt: expected.state === 'running' && expected.dueAt, stoppedAt: null });
    expect((await desk.row(instanceId)).dueAt).toBe((await row(taskId)).dueAt);
    expect(await steps(instanceId)).toEqual(['2026-11-12T01:00:00.000Z', '2026-11-16T01:00:00.000Z']);
    expect((await page(taskId)).history.at(-1)?.text).toBe('王芳 恢复了“a”的计时（自 2026-11-06 起暂停），时限改为 2026-11-13');
  });

  it('goes on by itself on the day that was named, also when the worker comes late', async () => {
    const { instanceId, taskId } = await started();
    await stop(taskId, { until: '2026-11-09' });

    desk.now += 6 * DAY_MS;
    await desk.drain();

    expect(await dueOn(taskId)).toBe('2026-11-12');
    expect(await desk.historyKinds(instanceId)).toContain('clockResumed');
    expect(await tables.jobs.count(desk, { instanceId, kind: 'resumeClock' })).toBe(0);
  });

  it('goes on by itself when the working days of all stops are used up, and then stands still no more', async () => {
    const { taskId } = await started();
    await stop(taskId);
    desk.now += 4 * DAY_MS; // Monday: two working days
    await resume(taskId);
    expect((await page(taskId)).task.latestResumeDay).toBe('2026-11-12');
    await stop(taskId);

    await desk.advance(4 * DAY_MS);

    expect(await row(taskId)).toMatchObject({ stoppedAt: null, dueAt: expect.any(Number) });
    expect(await stop(taskId)).toMatchObject({ status: 409, errors: [{ code: 'clock.used' }] });
    expect((await page(taskId)).task.may.stopClock).toBe(false);
  });

  it('moves nothing within one day', async () => {
    const { instanceId, taskId } = await started();
    const [due, before] = [await row(taskId), await steps(instanceId)];
    await stop(taskId);
    desk.now += 3 * HOUR_MS;

    await resume(taskId);

    expect(await row(taskId)).toMatchObject({ dueAt: due.dueAt, nearAt: due.nearAt, dueExplanation: due.dueExplanation });
    expect(await steps(instanceId)).toEqual(before);
  });

  it('counts hours to the millisecond', async () => {
    const { taskId } = await started('hours');
    desk.now += 10 * HOUR_MS;
    await stop(taskId);
    desk.now += 50 * HOUR_MS + 7;

    await resume(taskId);

    expect((await row(taskId)).dueAt).toBe(NOON + 80 * HOUR_MS + 7);
  });

  it('takes timers at the step along', async () => {
    const { instanceId, taskId } = await started('timed');
    await stop(taskId);
    await desk.advance(6 * DAY_MS); // it would have fired on the fifth day
    expect(await desk.openElements(instanceId)).toEqual(['a']);

    await resume(taskId);

    expect(await timerAt(instanceId)).toEqual([NOON + 11 * DAY_MS]);
    await desk.advance(5 * DAY_MS);
    expect(await desk.openElements(instanceId)).toEqual(['a', 'note']);
  });

  it('may be followed by a change of the calendar, which counts the stop', async () => {
    const { taskId } = await started();
    await stop(taskId);
    desk.now += 4 * DAY_MS; // Monday
    await resume(taskId);
    expect(await dueOn(taskId)).toBe('2026-11-12');

    const day = { placeId: null, date: '2026-11-11', kind: 'rest', name: '停电', source: '通知' };
    const answer = await desk.as('root').post('bpmnCalendars:setDay', { data: day });

    expect(answer.data).toMatchObject({ moved: 1, kept: 0 });
    expect(await dueOn(taskId)).toBe('2026-11-13');
    await desk.as('root').post('bpmnCalendars:setDay', { data: { ...day, kind: 'plain', name: '', source: '' } });
  });

  it('stays stopped for whoever gets the task, who lets it go on', async () => {
    const { taskId } = await started();
    await stop(taskId);

    await desk.task('transfer', 'clerk', taskId, { to: desk.id('outsider'), reason: '出差' });

    expect((await row(taskId)).stoppedAt).toBe(NOON);
    expect((await resume(taskId)).errors).toMatchObject([{ code: 'task.heldByAnother' }]);
    expect((await resume(taskId, 'outsider')).errors).toEqual([]);
  });

  it('ends with the task, which may be done while it stands still', async () => {
    const { instanceId, taskId } = await started();
    await stop(taskId);

    await desk.complete('clerk', instanceId, 'a');

    expect((await desk.row(instanceId)).status).toBe('completed');
    expect(await tables.jobs.count(desk, { instanceId, kind: ['deadlineStep', 'resumeClock'] })).toBe(0);
  });

  it('has had its stops when the step is taken back', async () => {
    const { instanceId, taskId } = await started('two');
    await stop(taskId);
    desk.now += 4 * DAY_MS;
    await desk.complete('clerk', instanceId, 'a');

    await desk.instance('withdraw', 'clerk', instanceId, { reason: '填错' });

    const again = await desk.openTask(instanceId, 'a');
    expect(await dueOn(again)).toBe('2026-11-12');
    expect((await row(again)).clock).toMatchObject({ stops: [{ from: NOON, until: desk.now }], stopped: null });
  });

  it.each(['kept', 'recomputed'] as const)('stays stopped in a case that is migrated, with deadlines %s', async (deadlines) => {
    const key = `moved-${deadlines}`;
    await desk.publishLines(key, one(deadline()));
    const { taskId } = await started(key);
    await stop(taskId);
    await desk.publishLines(key, one(deadline().replace('amount="3"', 'amount="9"')));

    await migrating.migrate(key, { deadlines });

    expect(await row(taskId)).toMatchObject({ dueAt: null, stoppedAt: NOON });
    desk.now += 4 * DAY_MS;
    expect((await resume(taskId)).errors).toEqual([]);
    expect(await dueOn(taskId)).toBe('2026-11-12');
  });

  it('is not there for a task that has no deadline of the version before', async () => {
    await desk.publishLines('later', one(''));
    const { taskId } = await started('later');
    await desk.publishLines('later', one(deadline()));
    await migrating.migrate('later');

    expect(await stop(taskId)).toMatchObject({ status: 409, errors: [{ code: 'clock.noDeadline' }] });
  });

  it('is not overdue on the board, which says how often and how long it stood still', async () => {
    const { taskId } = await started();
    await stop(taskId);
    desk.now += 5 * DAY_MS;

    const { rows, counts } = (await desk.as('root').get<Board>('bpmnSupervision:board')).data;

    expect(counts).toMatchObject({ overdue: 0 });
    expect(rows.find(({ deadline: due }) => due?.stopped)?.stops).toEqual({ count: 1, milliseconds: 5 * DAY_MS });
  });

  it.each<[string, number, () => Promise<{ status: number; errors: readonly { code?: string }[] }>]>([
    ['clock.notAllowed', 409, async () => stop((await started('firm')).taskId)],
    ['task.reasonMissing', 400, async () => stop((await started()).taskId, { reason: ' ' })],
    ['clock.badDay', 400, async () => stop((await started()).taskId, { until: '2026-11-05' })],
    ['clock.badDay', 400, async () => stop((await started()).taskId, { until: '2026-11-13' })],
    ['clock.badDay', 400, async () => stop((await started()).taskId, { until: '2026-02-30' })],
    ['clock.notStopped', 409, async () => resume((await started()).taskId)],
    ['task.notYours', 403, async () => stop((await started()).taskId, {}, 'outsider')],
    [
      'clock.alreadyStopped',
      409,
      async () => {
        const { taskId } = await started();
        await stop(taskId);
        return stop(taskId);
      },
    ],
    [
      'clock.overdue',
      409,
      async () => {
        const { taskId } = await started();
        desk.now += 7 * DAY_MS;
        return stop(taskId);
      },
    ],
  ])('is refused with %s (%i): %#', async (code, status, act) => {
    expect(await act()).toMatchObject({ status, errors: [{ code }] });
  });

  it('asks before publishing for a limit that makes sense', async () => {
    const deployed = await desk.as('root').post<{ problems: { code: string }[] }>('bpmnProcesses:deploy', {
      data: { xml: bpmn('wrong', one(deadline('stopLimit="0"'))) },
    });

    expect(JSON.stringify(deployed)).toContain('deadline.badStopLimit');
  });
});
