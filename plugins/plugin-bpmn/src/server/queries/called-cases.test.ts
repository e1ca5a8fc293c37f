import type { Board, BoardRow, InboxPage, WaitingReason } from '../../common/api';
import { verifyDatabase } from '../audit';
import { Desk, HOUR_MS, userTask } from '../__fixtures__';
import { tables } from '../store';
import { taskStatsOf } from '../task-stats';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const dueIn = (hours: number) => `<wuxin:deadline amount="${hours}" unit="hours" />`;
const call = (id: string, key: string) => `<bpmn:callActivity id="${id}" name="${id}" calledElement="${key}" />`;

/** A matter whose step is carried out by a process of its own, which calls a meeting: only the meeting has tasks. */
describe('cases that wait for cases that they called', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines(
      'meeting',
      `${BEGIN}${userTask('hold', { kind: 'role', value: 'checker', inside: dueIn(10) })}${userTask('sign')}${END}
      begin -> hold
      hold -> sign
      sign -> end`,
    );
    await desk.publishLines(
      'step',
      `${BEGIN}${call('convene', 'meeting')}${END}
      begin -> convene
      convene -> end`,
    );
    await desk.publishLines(
      'matter',
      `${BEGIN}${call('decide', 'step')}${userTask('publish', { inside: dueIn(5) })}${END}
      begin -> decide
      decide -> publish
      publish -> end`,
    );
    await desk.publishLines(
      'twofold',
      `${BEGIN}<bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" />${call('decide', 'step')}${userTask('prepare', { inside: dueIn(2) })}${END}
      begin -> fork
      fork -> decide
      fork -> prepare
      decide -> join
      prepare -> join
      join -> end`,
    );
  });
  afterAll(() => desk?.close());

  const calledBy = async (parentInstanceId: string) => (await tables.instances.find(desk, { parentInstanceId }))!;
  /** The matter, its step and the meeting of its step, all of them waiting. */
  const matter = async (title: string, key = 'matter') => {
    const { instanceId: root } = await desk.start(key, 'clerk', { title });
    await desk.drain();
    const step = (await calledBy(root)).id;
    return { root, step, meeting: (await calledBy(step)).id };
  };
  const board = async (params: object = {}) =>
    (await desk.as('root').get<Board>('bpmnSupervision:board', { params: { pageSize: 100, ...params } })).data;
  const rowOf = async (instanceId: string, params: object = {}): Promise<BoardRow | undefined> =>
    (await board(params)).rows.find((row) => row.instanceId === instanceId);
  const dueAt = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await desk.row(id)).dueAt));
  const waiting = async (id: string) => (await desk.track('clerk', id)).data.waiting;

  it('are as late as the task at the bottom, and so is every case between', async () => {
    const due = desk.now + 10 * HOUR_MS;

    const { root, step, meeting } = await matter('修路');

    expect(await dueAt(root, step, meeting)).toEqual([due, due, due]);
    expect(await rowOf(root)).toMatchObject({ holders: ['审核员'], deadline: { dueAt: due, level: 'onTime' } });
    expect((await desk.track('clerk', root)).data.instance.deadline).toMatchObject({ dueAt: due });
  });

  it('are counted and found among the near and the overdue', async () => {
    const before = (await board({ processKey: 'matter' })).counts;
    const { root } = await matter('急事');

    desk.now += 9.5 * HOUR_MS;
    expect(await rowOf(root, { level: 'near' })).toBeDefined();
    desk.now += HOUR_MS;
    const { counts, byPlaceAndStage } = await board({ processKey: 'matter' });

    expect(await rowOf(root, { level: 'overdue' })).toMatchObject({ deadline: { level: 'overdue' } });
    expect(await rowOf(root, { level: 'onTime' })).toBeUndefined();
    expect(counts.overdue).toBe(before.overdue + before.near + before.onTime + 1);
    expect(byPlaceAndStage).toMatchObject([{ overdue: counts.overdue, onTime: 0 }]);
  });

  it('show their starter who holds them and until when', async () => {
    const { root, meeting } = await matter('我发起的');
    await desk.task('claim', 'checker', await desk.openTask(meeting, 'hold'));

    const answer = await desk.as('clerk').get<InboxPage>('bpmnTasks:inbox', { params: { tab: 'started', search: '我发起的' } });

    expect(answer.data.rows).toMatchObject([
      { instanceId: root, holders: ['李强'], deadline: { dueAt: desk.now + 10 * HOUR_MS }, assignee: null },
    ]);
    expect((await rowOf(root))?.holders).toEqual(['李强']);
  });

  it('say whose tasks they wait for, and until when', async () => {
    const { root, step, meeting } = await matter('为什么');
    const deadline = { dueAt: desk.now + 10 * HOUR_MS, level: 'onTime' };
    const offered: Partial<WaitingReason> = {
      kind: 'call',
      elementName: 'decide',
      instanceId: step,
      people: [
        { id: desk.id('checker'), name: '李强' },
        { id: desk.id('checker2'), name: '赵敏' },
      ],
      groups: ['审核员'],
      hasIncident: false,
    };

    expect(await waiting(root)).toMatchObject([{ ...offered, deadline }]);
    await desk.task('claim', 'checker2', await desk.openTask(meeting, 'hold'));

    const held = { people: [{ name: '赵敏' }], groups: [], deadline };
    expect(await waiting(root)).toMatchObject([held]);
    expect(await waiting(step)).toMatchObject([{ ...held, kind: 'call', elementName: 'convene', instanceId: meeting }]);
  });

  it('lead back to their caller, where the reader may see it', async () => {
    const { root, step, meeting } = await matter('来路');

    expect((await desk.track('clerk', step)).data.instance.caller).toEqual({ instanceId: root, title: '来路' });
    expect((await desk.track('clerk', root)).data.instance.caller).toBeNull();
    const opened = await desk.open('checker', await desk.openTask(meeting, 'hold'));
    expect(opened.data.instance).toMatchObject({ id: meeting, caller: null });
  });

  it('are found in the inbox by the process of their caller, as steps of it', async () => {
    await matter('按流程找');
    const titles = async (processKey: string) => {
      const params = { tab: 'todo', processKey, search: '按流程找' };
      return (await desk.as('checker').get<InboxPage>('bpmnTasks:inbox', { params })).data.rows.map(({ title }) => title);
    };

    for (const key of ['matter', 'step', 'meeting']) expect(await titles(key)).toEqual(['按流程找']);
    expect(await titles('twofold')).toEqual([]);
  });

  it('lose the deadline with the task that had it, and get that of the next one', async () => {
    const { root, step, meeting } = await matter('继续');

    await desk.complete('checker', meeting, 'hold');
    await desk.drain();
    expect(await dueAt(root, step, meeting)).toEqual([null, null, null]);
    expect((await rowOf(root))?.holders).toEqual(['王芳']);
    await desk.complete('clerk', meeting, 'sign');
    await desk.drain();

    expect(await desk.openElements(root)).toEqual(['publish']);
    expect(await dueAt(root)).toEqual([desk.now + 5 * HOUR_MS]);
  });

  it('are as late as the most urgent of their own tasks and of those below', async () => {
    const start = desk.now;
    const { root, meeting } = await matter('两头', 'twofold');
    expect(await dueAt(root)).toEqual([start + 2 * HOUR_MS]);
    expect((await rowOf(root))?.holders.sort()).toEqual(['审核员', '王芳']);

    await desk.complete('clerk', root, 'prepare');
    expect(await dueAt(root)).toEqual([start + 10 * HOUR_MS]);
    await desk.complete('checker', meeting, 'hold');
    await desk.drain();

    expect(await dueAt(root)).toEqual([null]);
  });

  it('keep the deadline of a called case that is suspended: deadlines do not move', async () => {
    const { root, meeting } = await matter('暂停');
    const due = await dueAt(root);

    await desk.instance('suspend', 'root', meeting, { reason: '停' });
    await desk.drain();

    expect(await dueAt(root)).toEqual(due);
    expect(due).toEqual([desk.now + 10 * HOUR_MS]);
  });

  it('take the deadline of a called case while they are suspended themselves', async () => {
    const { root, meeting } = await matter('都停');
    await desk.instance('suspend', 'root', root, { reason: '停' });

    await desk.complete('checker', meeting, 'hold');
    await desk.drain();

    expect(await desk.row(root)).toMatchObject({ dueAt: null, status: 'suspended' });
  });

  it('lose the deadline of a called case that is cancelled, and show the incident of the case between', async () => {
    const { root, step, meeting } = await matter('错办');
    expect(await rowOf(root)).toMatchObject({ hasIncident: false });

    await desk.instance('cancel', 'root', meeting, { reason: '错' });
    await desk.drain();

    expect(await dueAt(root, step, meeting)).toEqual([null, null, null]);
    expect(await desk.openIncident(step)).toMatchObject({ code: 'call.childCancelled' });
    expect(await rowOf(root)).toMatchObject({ hasIncident: true, holders: [], deadline: null });
    expect(await waiting(root)).toMatchObject([{ kind: 'call', instanceId: step, hasIncident: true, deadline: null }]);
  });

  it('that are cancelled have no deadline, neither have the cases that they called', async () => {
    const { root, step, meeting } = await matter('撤销');

    await desk.instance('cancel', 'clerk', root, { reason: '停' });
    expect(await dueAt(root)).toEqual([null]);
    await desk.drain();

    expect(await dueAt(root, step, meeting)).toEqual([null, null, null]);
    expect(await desk.row(meeting)).toMatchObject({ status: 'cancelled' });
  });

  it('are sound to an audit before and after they have been told', async () => {
    const { root, meeting } = await matter('核对');
    const broken = async () => {
      await taskStatsOf(desk.db).drain();
      return (await verifyDatabase(desk.engine)).invariants.filter(({ broken: count }) => count > 0);
    };

    await desk.complete('checker', meeting, 'hold');
    expect(await dueAt(root)).not.toEqual([null]);
    expect(await broken()).toEqual([]);
    await desk.drain();
    expect(await broken()).toEqual([]);
    await desk.write((tx) => tables.instances.update(tx, { id: root }, { dueAt: desk.now }));

    expect(await broken()).toMatchObject([{ name: 'case.deadline', broken: 1 }]);
    await desk.write((tx) => tables.instances.update(tx, { id: root }, { dueAt: null }));
  });

  describe('tell their callers', () => {
    const told = () => tables.jobs.count(desk, { kind: 'callerDeadline' });
    // nobody else does what is asked here
    beforeAll(() => desk.drain());

    it('never where nobody called them', async () => {
      const { instanceId } = await desk.start('meeting');

      await desk.complete('checker', instanceId, 'hold');

      expect(await told()).toBe(0);
    });

    it('only when the deadline is another one', async () => {
      const { meeting } = await matter('不变');
      await desk.task('claim', 'checker', await desk.openTask(meeting, 'hold'));
      expect(await told()).toBe(0);

      await desk.complete('checker', meeting, 'hold');
      expect(await told()).toBe(1);
      await desk.drain();
      await desk.complete('clerk', meeting, 'sign');

      expect(await told()).toBe(0);
    });
  });

  it('cost a list the same number of statements however many they are', async () => {
    const cost = async () => (await desk.statementsOf(() => board())).length;
    const few = await cost();

    await matter('再一件');
    await matter('又一件');

    expect(await cost()).toBe(few);
  });
});
