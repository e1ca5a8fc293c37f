import { Desk, userTask } from '../__fixtures__';
import { verifyChain } from '../history';
import { tables } from '../store';

/** What people write beside an act may name others: it must be possible to erase it, and the rest must stay true. */
describe('a reason in the history', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines(
      'line',
      `<bpmn:startEvent id="begin" /> ${userTask('a')} ${userTask('b')} <bpmn:endEvent id="end" />
      begin -> a
      a -> b
      b -> end`,
    );
    await desk.publishLines(
      'stuck',
      `<bpmn:startEvent id="begin" /> <bpmn:exclusiveGateway id="choice" default="flow2" />
      <bpmn:endEvent id="end" /> <bpmn:endEvent id="big" />
      begin -> choice
      choice -> end
      choice -> big : =amount > 1`,
    );
    const skipped = userTask('own', { attributes: 'wuxin:whenStarter="skip:complete"' });
    await desk.publishLines(
      'skipping',
      `<bpmn:startEvent id="begin" /> ${skipped} ${userTask('a')} <bpmn:endEvent id="end" />
      begin -> own
      own -> a
      a -> end`,
    );
  });
  afterAll(() => desk?.close());

  const SECRET = '张三家中有变故';
  type Act = (instanceId: string) => Promise<unknown>;
  const at = (elementId: string, act: (taskId: string) => Promise<unknown>): Act => {
    return async (instanceId) => act(await desk.openTask(instanceId, elementId));
  };
  const rowsOf = (instanceId: string) => tables.history.select(desk, { instanceId }, { order: [['sequence', 'ASC']] });
  const chainOf = async (instanceId: string) => {
    const rows = await rowsOf(instanceId);
    const payloads = await tables.historyPayloads.select(desk, { historyId: rows.map(({ id }) => id) });
    return verifyChain(rows, new Map(payloads.map((row) => [row.historyId, row])), await desk.row(instanceId));
  };
  const toOutsider = () => ({ to: desk.id('outsider'), reason: SECRET });
  const eventOf = async (instanceId: string, kind: string) =>
    (await desk.track('root', instanceId)).data.history.find((event) => event.kind === kind);
  const acts: readonly [kind: string, act: Act, text: string][] = [
    [
      'taskReturned',
      at('b', (id) => desk.task('returnTo', 'clerk', id, { elementId: 'a', reason: SECRET })),
      '王芳 将办件从“b”退回“a”',
    ],
    ['taskTransferred', at('b', (id) => desk.task('transfer', 'clerk', id, toOutsider())), '王芳 将“b”转办给 孙伟'],
    ['taskDelegated', at('b', (id) => desk.task('delegate', 'clerk', id, toOutsider())), '王芳 将“b”委派给 孙伟'],
    ['stepWithdrawn', (id) => desk.instance('withdraw', 'clerk', id, { reason: SECRET }), '王芳 撤回了“a”'],
    ['instanceSuspended', (id) => desk.instance('suspend', 'root', id, { reason: SECRET }), 'Super Admin 暂停了办件'],
    [
      'instanceResumed',
      async (id) => {
        await desk.instance('suspend', 'root', id, { reason: '停' });
        await desk.instance('resume', 'root', id, { reason: SECRET });
      },
      'Super Admin 恢复了办件',
    ],
    ['instanceCancelled', (id) => desk.instance('cancel', 'clerk', id, { reason: SECRET }), '王芳 取消了办件'],
    ['taskReminded', at('b', (id) => desk.task('remind', 'clerk', id, { message: SECRET })), '王芳 催办“b”'],
    ['ccSent', (id) => desk.instance('cc', 'clerk', id, { userIds: [desk.id('outsider')], note: SECRET }), '王芳 抄送给 孙伟'],
  ];
  const done = async (act: Act) => {
    const { instanceId } = await desk.start('line');
    await desk.complete('clerk', instanceId, 'a');
    await act(instanceId);
    return instanceId;
  };

  describe.each(acts)('of %s', (kind, act, text) => {
    it('is not in the part that cannot be erased', async () => {
      const instanceId = await done(act);

      const rows = (await rowsOf(instanceId)).filter((row) => row.kind === kind);

      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(SECRET);
      const payloads = await tables.historyPayloads.select(desk, { historyId: rows[0]!.id });
      expect(JSON.stringify(payloads)).toContain(SECRET);
    });

    it('can be erased: the chain is whole, and the sentence still says who did what', async () => {
      const instanceId = await done(act);
      expect(await eventOf(instanceId, kind)).toMatchObject({ text, opinion: SECRET });
      const [row] = await tables.history.select(desk, { instanceId, kind });

      await desk.write((tx) => tables.historyPayloads.delete(tx, { historyId: row!.id }));

      expect(await chainOf(instanceId)).toBeUndefined();
      expect(await eventOf(instanceId, kind)).toMatchObject({ text, opinion: null });
    });
  });

  it('of an incident that was closed is erasable too', async () => {
    const { instanceId } = await desk.start('stuck');
    const incident = await desk.openIncident(instanceId);
    const params = { filterByTk: incident!.id };
    expect((await desk.as('root').post('bpmnIncidents:resolve', { params, data: { note: SECRET } })).errors).toEqual([]);
    const rows = await tables.history.select(desk, { instanceId, kind: 'incidentResolved' });
    expect(JSON.stringify(rows)).not.toContain(SECRET);
    expect(await eventOf(instanceId, 'incidentResolved')).toMatchObject({ opinion: SECRET });

    await desk.write((tx) => tables.historyPayloads.delete(tx, { historyId: rows[0]!.id }));

    expect(await chainOf(instanceId)).toBeUndefined();
    expect(await eventOf(instanceId, 'incidentResolved')).toMatchObject({ opinion: null });
  });

  it('is no code of the engine, which nobody wrote', async () => {
    const { instanceId } = await desk.start('skipping');

    expect(await eventOf(instanceId, 'taskSkipped')).toMatchObject({ opinion: null });
  });

  it('takes no room where nothing was written', async () => {
    const instanceId = await done(at('b', (id) => desk.task('remind', 'clerk', id)));

    const [row] = await tables.history.select(desk, { instanceId, kind: 'taskReminded' });

    expect(row!.payloadDigest).toBeNull();
  });
});
