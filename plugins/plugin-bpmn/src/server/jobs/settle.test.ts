import { DAY_MS, Desk, timer, userTask } from '../__fixtures__';
import { startInstance } from '../commands';
import { tables } from '../store';
import { settleCase } from './index';

/** A matter that calls a notice, which is over after seven days, and then asks somebody to close it. */
describe('a case that is played at moments of the past', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines(
      'notice',
      `<bpmn:startEvent id="begin" /><bpmn:intermediateCatchEvent id="posted">${timer('period', 'Duration', 'P7D')}</bpmn:intermediateCatchEvent><bpmn:endEvent id="end" />
      begin -> posted
      posted -> end`,
    );
    await desk.publishLines(
      'matter',
      `<bpmn:startEvent id="begin" /><bpmn:callActivity id="disclose" calledElement="notice" />${userTask('close')}<bpmn:endEvent id="end" />
      begin -> disclose
      disclose -> close
      close -> end`,
    );
  });
  afterAll(() => desk?.close());

  const startAt = async (at: number) => {
    const start = { processKey: 'matter', title: '公开' };
    return (await desk.engine.writeAt(at, (tx) => startInstance(tx, desk.actor('clerk'), start))).instanceId;
  };
  const called = async (parentInstanceId: string) => tables.instances.find(desk, { parentInstanceId });

  it('begins and ends what it calls at the time at which that would have happened', async () => {
    const start = desk.now - 30 * DAY_MS;
    const matter = await startAt(start);

    await settleCase(desk.engine, matter, start + 6 * DAY_MS);
    expect(await called(matter)).toMatchObject({ status: 'running', startedAt: start });
    expect(await desk.openElements(matter)).toEqual([]);
    await settleCase(desk.engine, matter, desk.now);

    expect(await called(matter)).toMatchObject({ status: 'completed', endedAt: start + 7 * DAY_MS });
    const [task] = await tables.tasks.select(desk, { instanceId: matter });
    expect(task).toMatchObject({ elementId: 'close', openedAt: start + 7 * DAY_MS });
  });

  it('leaves other cases, and messages to people, to the workers', async () => {
    const start = desk.now - 30 * DAY_MS;
    const [matter, other] = [await startAt(start), await startAt(start)];

    await settleCase(desk.engine, matter, desk.now);

    expect(await called(other)).toBeUndefined();
    const jobs = await tables.jobs.select(desk, { instanceId: [matter, other] });
    expect(jobs.map(({ kind, instanceId }) => [kind, instanceId])).toEqual(
      expect.arrayContaining([
        ['notifyTask', matter],
        ['startChild', other],
      ]),
    );
    expect(jobs).toHaveLength(2);
  });

  it('does nothing twice', async () => {
    const matter = await startAt(desk.now - 30 * DAY_MS);
    await settleCase(desk.engine, matter, desk.now);
    const kinds = await desk.historyKinds(matter);

    await settleCase(desk.engine, matter, desk.now);

    expect(await desk.historyKinds(matter)).toEqual(kinds);
  });
});
