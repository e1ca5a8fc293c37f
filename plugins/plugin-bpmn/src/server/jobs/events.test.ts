import type { TrackedInstance } from '../../common/api';
import { join } from 'node:path';
import { DAY_MS, Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { tables } from '../store';

const message = (name: string, key?: string) =>
  `<bpmn:messageEventDefinition messageRef="m_${name}" ${key ? `wuxin:correlationKey="${key}"` : ''} />`;
const declared = (name: string) => `<bpmn:message id="m_${name}" name="${name}" />`;
const boundary = (id: string, on: string, inside: string, isInterrupting = true) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${on}" cancelActivity="${isInterrupting}">${inside}</bpmn:boundaryEvent>`;
const END = '<bpmn:endEvent id="end" />';
const BEGIN = '<bpmn:startEvent id="begin" />';

/** What comes from outside a task: time, messages, signals, other cases, services. */
describe('events', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk?.close());

  const open = (id: string) => desk.openElements(id);
  const status = async (id: string) => (await desk.row(id)).status;
  const send = (name: string, data: object = {}) =>
    desk.as('root').post<{ instanceId: string }>('bpmnInstances:message', { data: { name, ...data } });

  describe('timers', () => {
    it('ends the work when an interrupting one is due, and not before', async () => {
      await desk.publishLines(
        'interrupted',
        `${BEGIN}${userTask('a')}${boundary('late', 'a', timer('t', 'Duration', 'P1D'))}${userTask('b')}${END}
        begin -> a
        a -> end
        late -> b
        b -> end`,
      );
      const { instanceId } = await desk.start('interrupted');

      await desk.advance(DAY_MS - 1);
      expect(await open(instanceId)).toEqual(['a']);
      await desk.advance(1);

      expect(await open(instanceId)).toEqual(['b']);
      expect(await desk.historyKinds(instanceId)).toContain('timerFired');
    });

    it('adds work beside it, as often as its cycle says', async () => {
      await desk.publishLines(
        'cycled',
        `${BEGIN}${userTask('a')}${boundary('again', 'a', timer('t', 'Cycle', 'R3/PT1H'), false)}${userTask('nudge')}${END}
        begin -> a
        a -> end
        again -> nudge
        nudge -> end`,
      );
      const { instanceId } = await desk.start('cycled');

      for (let hour = 0; hour < 5; hour += 1) await desk.advance(HOUR_MS);

      expect(await open(instanceId)).toEqual(['a', 'nudge', 'nudge', 'nudge']);
      for (const elementId of ['a', 'nudge', 'nudge', 'nudge']) await desk.complete('clerk', instanceId, elementId);
      expect(await status(instanceId)).toBe('completed');
    });

    it('waits in the flow until a date from a variable', async () => {
      await desk.publishLines(
        'dated',
        `${BEGIN}<bpmn:intermediateCatchEvent id="wait" name="等到开会">${timer('t', 'Date', '=meetsOn')}</bpmn:intermediateCatchEvent>${userTask('a')}${END}
        begin -> wait
        wait -> a
        a -> end`,
      );
      const meetsOn = new Date(desk.now + 3 * DAY_MS).toISOString();
      const { instanceId } = await desk.start('dated', 'clerk', { variables: { meetsOn } });

      expect((await desk.track('clerk', instanceId)).data.waiting).toMatchObject([
        { kind: 'timer', elementName: '等到开会', dueAt: desk.now + 3 * DAY_MS },
      ]);
      await desk.advance(3 * DAY_MS);

      expect(await open(instanceId)).toEqual(['a']);
    });

    it('loses to a completion that came first, without a trace', async () => {
      const { instanceId } = await desk.start('interrupted');
      await desk.complete('clerk', instanceId, 'a');

      await desk.advance(2 * DAY_MS);

      expect(await status(instanceId)).toBe('completed');
      expect(await desk.historyKinds(instanceId)).not.toContain('timerFired');
    });

    it('starts cases at each due time of a cron pattern, once each', async () => {
      await desk.publishLines(
        'nightly',
        `<bpmn:startEvent id="begin">${timer('t', 'Cycle', '0 8 * * *')}</bpmn:startEvent>${userTask('a', { kind: 'role', value: 'checker' })}${END}
        begin -> a
        a -> end`,
      );
      const started = () => tables.instances.count(desk, { processKey: 'nightly' });

      await desk.drain();
      expect(await started()).toBe(0);
      for (let day = 0; day < 3; day += 1) await desk.advance(DAY_MS);
      await desk.drain();

      expect(await started()).toBe(3);
      await desk.as('root').post('bpmnProcesses:retire', { params: { filterByTk: 'nightly' }, data: { reason: '停' } });
      await desk.advance(5 * DAY_MS);
      expect(await started()).toBe(3);
    });
  });

  describe('messages', () => {
    beforeAll(async () => {
      await desk.publishLines(
        'answered',
        `
        ${declared('reply')}
        ${BEGIN}<bpmn:intermediateCatchEvent id="wait" name="等批复">${message('reply', '=number')}</bpmn:intermediateCatchEvent>${userTask('a')}${END}
        begin -> wait
        wait -> a
        a -> end`,
      );
    });

    it('reach the one case that waits for their key, with what they carry', async () => {
      const first = await desk.start('answered', 'clerk', { variables: { number: 'A-1' } });
      const second = await desk.start('answered', 'clerk', { variables: { number: 'A-2' } });

      const answer = await send('reply', { correlationKey: 'A-2', variables: { verdict: '同意' } });

      expect(answer.data.instanceId).toBe(second.instanceId);
      expect(await desk.variables(second.instanceId)).toMatchObject({ verdict: '同意' });
      expect(await open(first.instanceId)).toEqual([]);
      expect((await desk.track('clerk', first.instanceId)).data.waiting).toMatchObject([
        { kind: 'message', name: 'reply', elementName: '等批复' },
      ]);
    });

    it('are refused when nobody waits, when one was taken already, and while the case is suspended', async () => {
      const { instanceId } = await desk.start('answered', 'clerk', { variables: { number: 'B-1' } });
      expect(await send('reply', { correlationKey: 'B-9' })).toMatchObject({
        status: 404,
        errors: [{ code: 'message.nobodyWaits' }],
      });
      await desk.instance('suspend', 'root', instanceId, { reason: '停' });
      expect(await send('reply', { correlationKey: 'B-1' })).toMatchObject({
        status: 409,
        errors: [{ code: 'instance.suspended' }],
      });
      await desk.instance('resume', 'root', instanceId, { reason: '续' });

      const answers = await Promise.all([1, 2, 3].map(() => send('reply', { correlationKey: 'B-1' })));

      expect(answers.map(({ status: code }) => code).sort()).toEqual([200, 404, 404]);
      expect(await open(instanceId)).toEqual(['a']);
    });

    it('may be sent by administrators only', async () => {
      const answer = await desk.as('clerk').post('bpmnInstances:message', { data: { name: 'reply' } });

      expect(answer.status).toBe(403);
    });

    it('begin a case where a process begins with them', async () => {
      await desk.publishLines(
        'hailed',
        `
        ${declared('hail')}
        <bpmn:startEvent id="begin">${message('hail')}</bpmn:startEvent>${userTask('a')}${END}
        begin -> a
        a -> end`,
      );

      const { data } = await send('hail', { variables: { from: '镇' } });

      expect(await desk.row(data.instanceId)).toMatchObject({
        processKey: 'hailed',
        starterName: 'Super Admin',
        variables: { from: '镇' },
      });
    });

    it('travel between cases after the commit, and wait for a case that is suspended', async () => {
      await desk.publishLines(
        'sender',
        `
        ${declared('reply2')}
        ${BEGIN}${userTask('a')}<bpmn:intermediateThrowEvent id="tell">${message('reply2', '=number')}</bpmn:intermediateThrowEvent>${END}
        begin -> a
        a -> tell
        tell -> end`,
      );
      await desk.publishLines(
        'receiver',
        `
        ${declared('reply2')}
        ${BEGIN}<bpmn:intermediateCatchEvent id="wait">${message('reply2', '=number')}</bpmn:intermediateCatchEvent>${userTask('b')}${END}
        begin -> wait
        wait -> b
        b -> end`,
      );
      const sender = await desk.start('sender', 'clerk', { variables: { number: 'N' } });
      const receiver = await desk.start('receiver', 'clerk', { variables: { number: 'N' } });
      await desk.instance('suspend', 'root', receiver.instanceId, { reason: '停' });

      await desk.complete('clerk', sender.instanceId, 'a');
      for (let minute = 0; minute < 20; minute += 1) await desk.advance(60_000);
      expect(await open(receiver.instanceId)).toEqual([]);
      expect(await desk.openIncident(sender.instanceId)).toBeUndefined();
      await desk.instance('resume', 'root', receiver.instanceId, { reason: '续' });
      await desk.advance(60_000);

      expect(await open(receiver.instanceId)).toEqual(['b']);
    });

    it('that nobody takes become an incident after some tries, and a retry delivers them', async () => {
      const sender = await desk.start('sender', 'clerk', { variables: { number: 'X' } });
      await desk.complete('clerk', sender.instanceId, 'a');
      for (let hour = 0; hour < 12; hour += 1) await desk.advance(HOUR_MS);

      const incident = await desk.openIncident(sender.instanceId);
      expect(incident).toMatchObject({ code: 'job.failed', elementId: 'tell', data: { lastError: 'message.nobodyWaits' } });
      const receiver = await desk.start('receiver', 'clerk', { variables: { number: 'X' } });
      await desk.retry(incident!.id);
      await desk.drain();

      expect(await open(receiver.instanceId)).toEqual(['b']);
      expect(await desk.openIncident(sender.instanceId)).toBeUndefined();
    });
  });

  describe('signals', () => {
    beforeAll(async () => {
      await desk.publishLines(
        'listening',
        `
        <bpmn:signal id="s_flood" name="flood" />
        ${BEGIN}<bpmn:intermediateCatchEvent id="wait"><bpmn:signalEventDefinition signalRef="s_flood" /></bpmn:intermediateCatchEvent>${userTask('a')}${END}
        begin -> wait
        wait -> a
        a -> end`,
      );
      await desk.publishLines(
        'alarmed',
        `
        <bpmn:signal id="s_flood" name="flood" />
        <bpmn:startEvent id="begin"><bpmn:signalEventDefinition signalRef="s_flood" /></bpmn:startEvent>${userTask('a', { kind: 'role', value: 'checker' })}${END}
        begin -> a
        a -> end`,
      );
    });

    it('reach every case that waits and begin every process that starts with them, each once', async () => {
      const cases = [await desk.start('listening'), await desk.start('listening')];
      await desk.as('root').post('bpmnInstances:signal', { data: { name: 'flood', variables: { level: 3 } } });
      await desk.drain();
      await desk.drain();

      for (const { instanceId } of cases) expect(await open(instanceId)).toEqual(['a']);
      expect(await tables.instances.count(desk, { processKey: 'alarmed' })).toBe(1);
      expect(await desk.variables(cases[0]!.instanceId)).toMatchObject({ level: 3 });
    });

    it('are in the history with the person who threw them, in the reader’s language', async () => {
      const { instanceId } = await desk.start('listening');

      await desk.as('root').post('bpmnInstances:signal', { data: { name: 'flood' } });
      await desk.drain();
      await desk.drain();

      const caught = async (locale: 'zh-CN' | 'en-US') => {
        const tracked = await desk
          .as('clerk')
          .get<TrackedInstance>('bpmnInstances:track', { params: { filterByTk: instanceId }, locale });
        return tracked.data.history.find(({ kind }) => kind === 'signalCaught');
      };
      expect(await caught('zh-CN')).toMatchObject({
        actor: { id: desk.id('root') },
        text: expect.stringMatching(/收到 .+ 发出的信号/),
      });
      expect(await caught('en-US')).toMatchObject({ text: expect.stringMatching(/a signal from .+ arrived/) });
      const started = await tables.instances.select(desk, { processKey: 'alarmed' }, { order: [['startedAt', 'DESC']] });
      expect(started[0]).toMatchObject({ starterId: desk.id('root') });
    });

    it('thrown several times by one element within one step are several events', async () => {
      await desk.publishLines(
        'looping',
        `
        <bpmn:signal id="s_tick" name="tick" />
        ${BEGIN}<bpmn:scriptTask id="count" scriptFormat="javascript"><bpmn:script>({ n: n + 1 })</bpmn:script></bpmn:scriptTask>
        <bpmn:intermediateThrowEvent id="tick"><bpmn:signalEventDefinition signalRef="s_tick" /></bpmn:intermediateThrowEvent>
        <bpmn:exclusiveGateway id="way" default="flow4" />${END}
        begin -> count
        count -> tick
        tick -> way
        way -> end
        way -> count : =n < 3`,
      );

      const { instanceId } = await desk.start('looping', 'clerk', { variables: { n: 0 } });

      expect(await status(instanceId)).toBe('completed');
      expect(await desk.variables(instanceId)).toMatchObject({ n: 3 });
      expect(await tables.jobs.count(desk, { instanceId, kind: 'signalThrown' })).toBe(3);
      await desk.drain();
    });
  });

  it('inside a case interrupt it through an event sub-process', async () => {
    await desk.publishLines(
      'stoppable',
      `
      ${declared('stop')}
      ${BEGIN}${userTask('a')}${END}<bpmn:subProcess id="stopped" triggeredByEvent="true"><bpmn:startEvent id="sBegin">${message('stop')}</bpmn:startEvent>${userTask('tidy')}<bpmn:endEvent id="sEnd" /><bpmn:sequenceFlow id="s1" sourceRef="sBegin" targetRef="tidy" /><bpmn:sequenceFlow id="s2" sourceRef="tidy" targetRef="sEnd" /></bpmn:subProcess>
      begin -> a
      a -> end`,
    );
    const { instanceId } = await desk.start('stoppable');

    await send('stop', { instanceId });

    expect(await open(instanceId)).toEqual(['tidy']);
    expect(await tables.tasks.find(desk, { instanceId, elementId: 'a' })).toMatchObject({ status: 'cancelled' });
  });

  it('are undone by compensation, latest first', async () => {
    await desk.publishFile(join(__dirname, '__fixtures__/compensation.bpmn'));
    const { instanceId } = await desk.start('undo');
    for (const elementId of ['book', 'pay']) await desk.complete('clerk', instanceId, elementId);

    await desk.complete('clerk', instanceId, 'decide');
    expect(await open(instanceId)).toEqual(['refund']);
    await desk.complete('clerk', instanceId, 'refund');
    expect(await open(instanceId)).toEqual(['unbook']);
    await desk.complete('clerk', instanceId, 'unbook');

    expect(await status(instanceId)).toBe('completed');
    expect(await tables.compensations.count(desk, { instanceId })).toBe(0);
  });

  it('give every item of a collection a task with candidates of its own', async () => {
    const loop = '<bpmn:multiInstanceLoopCharacteristics wuxin:collection="=voters" wuxin:elementVariable="voter" />';
    await desk.publishLines(
      'polled',
      `${BEGIN}${userTask('vote', { kind: 'person', value: '=voter', loop })}${userTask('count')}${END}
      begin -> vote
      vote -> count
      count -> end`,
    );
    const voters = [desk.id('checker'), desk.id('checker2'), desk.id('outsider')];

    const { instanceId, taskIds } = await desk.start('polled', 'clerk', { title: '逐人表决', variables: { voters } });

    expect(taskIds).toHaveLength(3);
    const tasks = await tables.tasks.select(desk, { instanceId, status: 'open' });
    expect(tasks.map(({ assigneeId }) => assigneeId).sort()).toEqual([...voters].sort());
    for (const who of ['checker', 'checker2', 'outsider'] as const) {
      const [row] = await desk.todo(who, '逐人表决');
      expect((await desk.task('complete', who, row!.taskId!, { outcome: 'complete' })).errors).toEqual([]);
    }
    expect(await open(instanceId)).toEqual(['count']);
  });

  it('of scripts see the variables and nothing else', async () => {
    await desk.publishLines(
      'scripted',
      `${BEGIN}<bpmn:scriptTask id="add" scriptFormat="javascript"><bpmn:script>({ sum: a + b, hasProcess: typeof process !== 'undefined' })</bpmn:script></bpmn:scriptTask>${END}
      begin -> add
      add -> end`,
    );

    const { instanceId } = await desk.start('scripted', 'clerk', { variables: { a: 2, b: 3 } });

    expect(await desk.openIncident(instanceId)).toBeUndefined();
    expect(await desk.variables(instanceId)).toMatchObject({ sum: 5, hasProcess: false });
  });
});
