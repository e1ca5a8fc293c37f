import { DAY_MS, Desk, timer, userTask } from '../__fixtures__';
import { tables } from '../store';

const step = (id: string) => userTask(id);

/** Suspension and cancellation: what stands still, what ends, what stays. */
describe('stopping', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines(
      'line',
      `<bpmn:startEvent id="begin" /> ${step('a')} ${step('b')} <bpmn:endEvent id="end" />
      begin -> a
      a -> b
      b -> end`,
    );
    await desk.publishLines(
      'timed',
      `<bpmn:startEvent id="begin" /> ${step('a')}
      <bpmn:boundaryEvent id="late" attachedToRef="a">${timer('t', 'Duration', 'P1D')}</bpmn:boundaryEvent>
      ${step('b')} <bpmn:endEvent id="end" />
      begin -> a
      late -> b
      a -> end
      b -> end`,
    );
  });
  afterAll(() => desk?.close());

  const started = async (key: string) => (await desk.start(key)).instanceId;
  const code = ({ status, errors }: { status: number; errors: readonly { code?: string }[] }) => [status, errors[0]?.code];

  describe('suspending', () => {
    it('lets nothing move: no completion, no timer, and what came due happens on resuming', async () => {
      const id = await started('timed');
      const taskId = await desk.openTask(id, 'a');

      expect(code(await desk.instance('suspend', 'root', id, { reason: '核查中' }))).toEqual([200, undefined]);

      expect(await desk.task('complete', 'clerk', taskId, { outcome: 'complete' })).toMatchObject({
        status: 409,
        errors: [{ code: 'instance.suspended', message: '办件已暂停：核查中' }],
      });
      for (const [action, data] of [
        ['claim', {}],
        ['transfer', { to: desk.id('outsider'), reason: '给' }],
        ['returnTo', { elementId: 'a', reason: '回' }],
        ['remind', {}],
      ] as const) {
        expect(code(await desk.task(action, 'clerk', taskId, data))).toEqual([409, 'instance.suspended']);
      }
      await desk.advance(2 * DAY_MS);
      expect(await desk.openElements(id)).toEqual(['a']);
      expect((await desk.track('clerk', id)).data.waiting[0]).toMatchObject({ kind: 'suspended', reason: '核查中' });

      await desk.instance('resume', 'root', id, { reason: '核查完毕' });
      await desk.drain();

      expect(await desk.openElements(id)).toEqual(['b']);
      expect(await desk.row(id)).toMatchObject({ status: 'running', suspension: null });
    });

    it('is an administrator’s act, with a reason, and not possible twice', async () => {
      const id = await started('line');

      expect(code(await desk.instance('suspend', 'clerk', id, { reason: '停' }))[0]).toBe(403);
      expect(code(await desk.instance('suspend', 'root', id, { reason: '' }))).toEqual([400, 'task.reasonMissing']);
      expect(code(await desk.instance('resume', 'root', id, { reason: '续' }))).toEqual([409, 'instance.notSuspended']);
      await desk.instance('suspend', 'root', id, { reason: '停' });
      expect(code(await desk.instance('suspend', 'root', id, { reason: '停' }))).toEqual([409, 'instance.notRunning']);
    });
  });

  describe('cancelling', () => {
    it('ends tasks, timers and jobs; record of it and history stay', async () => {
      const id = await started('timed');
      await desk.instance('cancel', 'clerk', id, { reason: '撤回申请' });

      await desk.advance(2 * DAY_MS);

      expect(await desk.row(id)).toMatchObject({ status: 'cancelled', endedAt: expect.any(Number) });
      expect(await tables.tasks.select(desk, { instanceId: id })).toMatchObject([{ status: 'cancelled', elementId: 'a' }]);
      for (const table of [tables.tokens, tables.subscriptions, tables.jobs])
        expect(await table.count(desk, { instanceId: id })).toBe(0);
      expect(await desk.historyKinds(id)).toEqual(expect.arrayContaining(['instanceCancelled', 'instanceEnded']));
    });

    it('works on a suspended case', async () => {
      const id = await started('line');
      await desk.instance('suspend', 'root', id, { reason: '停' });

      await desk.instance('cancel', 'clerk', id, { reason: '不办了' });

      expect(await desk.row(id)).toMatchObject({ status: 'cancelled' });
    });

    it('is refused to others, without a reason, and after the end', async () => {
      const id = await started('line');
      expect(code(await desk.instance('cancel', 'outsider', id, { reason: '停' }))).toEqual([403, 'instance.mayNotCancel']);
      expect(code(await desk.instance('cancel', 'clerk', id, { reason: ' ' }))).toEqual([400, 'task.reasonMissing']);
      const taskId = await desk.openTask(id, 'a');
      await desk.instance('cancel', 'clerk', id, { reason: '停' });

      expect(code(await desk.instance('cancel', 'clerk', id, { reason: '停' }))).toEqual([409, 'instance.notRunning']);
      expect(code(await desk.task('complete', 'clerk', taskId, { outcome: 'complete' }))).toEqual([409, 'task.cancelled']);
    });
  });
});
