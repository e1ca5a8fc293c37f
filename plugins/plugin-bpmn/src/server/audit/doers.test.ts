import { Desk, HOUR_MS, userTask } from '../__fixtures__';
import { localDateOf } from '../runtime/local-date';
import { tables } from '../store';
import { taskStatsOf } from '../task-stats';
import { photograph } from './__fixtures__/world';
import { verifyDatabase } from '.';

const LAPSES = `<wuxin:deadline amount="1" unit="hours">
  <wuxin:deadlineStep amount="0" unit="hours" action="outcome" value="complete" /></wuxin:deadline>`;

/** Cases whose tasks were done in every way in which a task can be done. */
describe('who did what, and how often', () => {
  let desk: Desk;
  let restore: () => Promise<void>;
  /** Written by the clerk, checked by one of the checkers, delegated and decided by the clerk. */
  let plain: string;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines(
      'done',
      `<bpmn:startEvent id="begin" />${userTask('write')}${userTask('check', { kind: 'role', value: 'checker' })}
      ${userTask('decide')}<bpmn:endEvent id="end" />
      begin -> write
      write -> check
      check -> decide
      decide -> end`,
    );
    await desk.publishLines(
      'lapsed',
      `<bpmn:startEvent id="begin" />${userTask('write', { inside: LAPSES })}<bpmn:endEvent id="end" />
      begin -> write
      write -> end`,
    );
    await play();
    restore = await photograph(desk);
  });
  afterEach(() => restore());
  afterAll(() => desk?.close());

  async function play(): Promise<void> {
    plain = (await desk.start('done')).instanceId;
    await desk.complete('clerk', plain, 'write');
    await act('claim', 'checker', 'check');
    await desk.complete('checker', plain, 'check');
    await act('delegate', 'clerk', 'decide', { to: desk.id('outsider'), reason: '外出' });
    await desk.complete('outsider', plain, 'decide');
    await desk.complete('clerk', plain, 'decide');
    const onBehalf = (await desk.start('done')).instanceId;
    await desk.complete('root', onBehalf, 'write', { onBehalfOf: desk.id('clerk') });
    await desk.complete('root', onBehalf, 'check', { onBehalfOf: desk.id('checker2') });
    const returned = await desk.task('returnTo', 'clerk', await desk.openTask(onBehalf, 'decide'), {
      elementId: 'write',
      reason: '重写',
    });
    expect(returned.errors).toEqual([]);
    await desk.start('lapsed');
    await inHerStead(onBehalf);
    await desk.advance(HOUR_MS);
    await taskStatsOf(desk.db).drain();
  }

  async function act(action: string, by: 'clerk' | 'checker', elementId: string, body: object = {}): Promise<void> {
    expect((await desk.task(action, by, await desk.openTask(plain, elementId), body)).errors).toEqual([]);
  }

  /** The outsider does the clerk's task for a day of hers, which ends early afterwards. */
  async function inHerStead(instanceId: string): Promise<void> {
    const today = localDateOf(desk.now);
    const days = { fromOn: today, untilOn: today, reason: '外出' };
    const people = { absentId: desk.id('clerk'), standInId: desk.id('outsider') };
    const { data, errors } = await desk.as('root').post<{ id: string }>('bpmnStandIns:create', { data: { ...people, ...days } });
    expect(errors).toEqual([]);
    await desk.complete('outsider', instanceId, 'write');
    const ended = await desk
      .as('root')
      .post('bpmnStandIns:revoke', { params: { filterByTk: data.id }, data: { reason: '回来了' } });
    expect(ended.errors).toEqual([]);
  }

  const broken = async () => {
    const { invariants } = await verifyDatabase(desk.engine);
    return invariants.filter((invariant) => invariant.broken > 0);
  };
  const firstOf = async (name: string) => (await broken()).find((invariant) => invariant.name === name)?.first;
  const taskAt = async (instanceId: string, elementId: string) =>
    (await tables.tasks.find(desk, { instanceId, elementId, status: 'completed' }))!.id;
  const toldAt = async (instanceId: string, elementId: string) =>
    (await tables.history.select(desk, { instanceId, elementId, kind: 'taskCompleted' }, { order: [['sequence', 'ASC']] }))[0]!;

  it('is found to be right: holders, candidates, stand-ins, delegates, entries on behalf, returns, deadlines', async () => {
    expect(await broken()).toEqual([]);
  });

  it('is not right where a task is told of twice', async () => {
    const told = await toldAt(plain, 'check');
    const { historySequence } = await desk.row(plain);
    const again = { ...told, id: `${plain}:again`, sequence: historySequence + 1 };
    await desk.write((tx) => tables.history.insert(tx, [again]));

    expect(await firstOf('task.doneOnce')).toMatchObject({ table: 'bpmnHistory', rowId: again.id, data: { fault: 'doneAgain' } });
  });

  it('is not right where history knows nothing of a task that is done', async () => {
    const told = await toldAt(plain, 'check');
    await desk.write((tx) => tables.history.update(tx, { id: told.id }, { kind: 'taskClaimed' }));

    const rowId = await taskAt(plain, 'check');
    expect(await firstOf('task.doneOnce')).toMatchObject({ table: 'bpmnTasks', rowId, data: { fault: 'notInHistory' } });
  });

  it('is not right where a task that history has done is not', async () => {
    const told = await toldAt(plain, 'check');
    await desk.write((tx) => tables.tasks.update(tx, { instanceId: plain, elementId: 'check' }, { status: 'cancelled' }));

    expect(await firstOf('task.doneOnce')).toMatchObject({
      table: 'bpmnHistory',
      rowId: told.id,
      data: { fault: 'notCompleted' },
    });
  });

  it('is not right where the task names somebody else than history', async () => {
    const rowId = await taskAt(plain, 'check');
    await desk.write((tx) => tables.tasks.update(tx, { id: rowId }, { completedById: desk.id('checker2') }));

    expect(await firstOf('task.doneOnce')).toMatchObject({ table: 'bpmnTasks', rowId, data: { fault: 'otherPerson' } });
  });

  it.each(['write', 'check', 'decide'])('is not right where %s was done by somebody who did not hold it', async (elementId) => {
    const rowId = await taskAt(plain, elementId);
    await desk.write((tx) => tables.tasks.update(tx, { id: rowId }, { completedById: desk.id('supervisor') }));

    expect(await firstOf('task.doneBy')).toMatchObject({ table: 'bpmnTasks', rowId, data: { fault: 'notTheirs' } });
  });

  it('is not right where something was entered on behalf of somebody whose task it was not', async () => {
    const rowId = await taskAt(plain, 'write');
    await desk.write((tx) => tables.tasks.update(tx, { id: rowId }, { onBehalfOfId: desk.id('supervisor') }));

    expect(await firstOf('task.doneBy')).toMatchObject({ rowId, data: { fault: 'notTheirs' } });
  });

  it('is not right where somebody stood in on another day', async () => {
    const rowId = (await tables.tasks.find(desk, { completedById: desk.id('outsider'), onBehalfOfId: desk.id('clerk') }))!.id;
    await desk.write((tx) => tables.tasks.update(tx, { id: rowId }, { onBehalfOfId: null }));
    expect(await firstOf('task.doneBy')).toBeUndefined();

    await desk.db.sequelize.query(`UPDATE "bpmnStandIns" SET "fromOn" = '2026-11-06', "untilOn" = '2026-11-06'`);

    expect(await firstOf('task.doneBy')).toMatchObject({ rowId, data: { fault: 'notTheirs' } });
  });

  it('is not right where it was done by who is kept from it', async () => {
    const taskId = await taskAt(plain, 'check');
    await desk.write((tx) => tables.candidates.insert(tx, [{ taskId, groupKey: `!user:${desk.id('checker')}` }]));

    expect(await firstOf('task.doneBy')).toMatchObject({ rowId: taskId, data: { fault: 'barred' } });
  });
});
