import { bpmn, DAY_MS, Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { activityTypesOf, serviceHandlersOf, serviceType } from '../engine';
import { tables } from '../store';

const boundary = (id: string, on: string, inside: string, isInterrupting = true) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${on}" cancelActivity="${isInterrupting}">${inside}</bpmn:boundaryEvent>`;
const END = '<bpmn:endEvent id="end" />';
const BEGIN = '<bpmn:startEvent id="begin" />';

/** Work that is done after the commit: called cases, services, deadlines. */
describe('work after the commit', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      const text = (name: string) => ({ type: 'string', name, interface: 'input', uiSchema: { title: name } });
      db.collection({ name: 'matters', fields: [text('subject')] });
      db.collection({ name: 'minutes', fields: [text('subject'), { type: 'integer', name: 'due' }] });
      await db.sync();
    });
  });
  afterAll(() => desk?.close());

  const open = (id: string) => desk.openElements(id);
  const status = async (id: string) => (await desk.row(id)).status;
  const childOf = async (parentInstanceId: string) =>
    (await tables.instances.find(desk, { parentInstanceId, status: 'running' }))!;

  describe('calls', () => {
    const error = '<bpmn:error id="e_bad" name="bad" errorCode="BAD" />';
    const called =
      `<bpmn:process id="inner" name="inner"><bpmn:startEvent id="iBegin" />${userTask('inside')}<bpmn:exclusiveGateway id="iWay" default="i4" /><bpmn:endEvent id="iEnd" /><bpmn:endEvent id="iBad"><bpmn:errorEventDefinition errorRef="e_bad" /></bpmn:endEvent>
      <bpmn:sequenceFlow id="i1" sourceRef="iBegin" targetRef="inside" /><bpmn:sequenceFlow id="i2" sourceRef="inside" targetRef="iWay" /><bpmn:sequenceFlow id="i3" sourceRef="iWay" targetRef="iBad"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=bad = true</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id="i4" sourceRef="iWay" targetRef="iEnd" /></bpmn:process>`.replace(
        /\n\s*/g,
        '',
      );

    beforeAll(async () => {
      await desk.publishLines(
        'calling',
        `
        ${error}
        ${called}
        ${BEGIN}<bpmn:callActivity id="call" name="调用" calledElement="inner" />
        ${boundary('failed', 'call', '<bpmn:errorEventDefinition errorRef="e_bad" />')}
        ${boundary('late', 'call', timer('t', 'Duration', 'P10D'))}
        ${userTask('after')}${userTask('mend')}${END}
        begin -> call
        call -> after
        after -> end
        failed -> mend
        late -> mend
        mend -> end`,
      );
    });

    const calling = async (variables: Record<string, boolean> = {}) => {
      const { instanceId } = await desk.start('calling', 'clerk', { title: '主办', variables });
      await desk.drain();
      return { instanceId, child: await childOf(instanceId) };
    };

    it('are cases of their own, with the caller’s starter and title, and the caller waits for their end', async () => {
      const { instanceId, child } = await calling();
      expect(child).toMatchObject({ title: '主办', starterName: '王芳', processId: 'inner' });
      expect((await desk.track('clerk', instanceId)).data.waiting).toMatchObject([
        { kind: 'call', elementName: '调用', instanceId: child.id },
      ]);

      await desk.complete('clerk', child.id, 'inside');
      await desk.drain();

      expect(await status(child.id)).toBe('completed');
      expect(await open(instanceId)).toEqual(['after']);
    });

    it('hand an error on to the caller, which catches it', async () => {
      const { instanceId, child } = await calling({ bad: true });

      await desk.complete('clerk', child.id, 'inside');
      await desk.drain();

      expect(await open(instanceId)).toEqual(['mend']);
    });

    it('have a record of their own, filled by the call, and a title by their own rule', async () => {
      await desk.publishLines(
        'minutes',
        `@wuxin:recordCollection="minutes"
        @wuxin:title="=body + &quot;记录&quot;"
        ${BEGIN}${userTask('write')}${END}
        begin -> write
        write -> end`,
      );
      const inputs =
        '<bpmn:extensionElements><wuxin:ioMapping><wuxin:input source="=&quot;党员大会&quot;" target="body" /><wuxin:input source="={subject: record.subject, due: 15}" target="record" /></wuxin:ioMapping></bpmn:extensionElements>';
      await desk.publishLines(
        'deciding',
        `@wuxin:recordCollection="matters"
        ${BEGIN}<bpmn:callActivity id="call" calledElement="minutes">${inputs}</bpmn:callActivity>${END}
        begin -> call
        call -> end`,
      );

      const { instanceId } = await desk.start('deciding', 'clerk', { title: '修路', record: { subject: '道路硬化' } });
      await desk.drain();

      const child = await childOf(instanceId);
      expect(child).toMatchObject({ title: '党员大会记录', recordCollection: 'minutes', variables: { body: '党员大会' } });
      expect(await desk.record(child.id)).toMatchObject({ subject: '道路硬化', due: 15 });
      expect(await desk.record(instanceId)).toMatchObject({ subject: '道路硬化' });
    });

    it('whose record cannot be filled like that are an incident that names the field', async () => {
      const inputs = (target: string) =>
        `<bpmn:extensionElements><wuxin:ioMapping><wuxin:input source="={${target}: 1}" target="record" /></wuxin:ioMapping></bpmn:extensionElements>`;
      await desk.publishLines(
        'misfilling',
        `@wuxin:recordCollection="matters"
        ${BEGIN}<bpmn:callActivity id="call" calledElement="minutes">${inputs('createdById')}</bpmn:callActivity>${END}
        begin -> call
        call -> end`,
      );

      const wrong = await desk.start('misfilling', 'clerk', { title: '错' });
      for (let tries = 0; tries < 10; tries += 1) await desk.advance(DAY_MS);

      expect(await desk.openIncident(wrong.instanceId)).toMatchObject({
        elementId: 'call',
        code: 'job.failed',
        data: { lastError: expect.stringContaining('record.fieldNotAllowed') },
      });
      expect(await childOf(wrong.instanceId)).toBeUndefined();
    });

    it('are cancelled when the caller leaves the call, or ends', async () => {
      const [timed, cancelled] = [await calling(), await calling()];
      await desk.instance('cancel', 'clerk', cancelled.instanceId, { reason: '停' });
      await desk.advance(10 * DAY_MS);

      expect(await open(timed.instanceId)).toEqual(['mend']);
      expect(await status(timed.child.id)).toBe('cancelled');
      expect(await status(cancelled.child.id)).toBe('cancelled');
    });

    it('that were cancelled by somebody are an incident of the caller; retrying calls anew', async () => {
      const { instanceId, child } = await calling();
      await desk.instance('cancel', 'root', child.id, { reason: '错办' });
      await desk.drain();

      const incident = await desk.openIncident(instanceId);
      expect(incident).toMatchObject({ code: 'call.childCancelled', elementId: 'call' });
      const retried = await desk.retry(incident!.id);
      expect(retried.errors).toEqual([]);
      await desk.drain();

      const second = await childOf(instanceId);
      expect(second.id).not.toBe(child.id);
      await desk.complete('clerk', second.id, 'inside');
      await desk.drain();
      expect(await open(instanceId)).toEqual(['after']);
    });

    it('do not begin while the caller is suspended', async () => {
      const { instanceId } = await desk.start('calling');
      await desk.instance('suspend', 'root', instanceId, { reason: '停' });

      await desk.advance(60_000);
      expect(await childOf(instanceId)).toBeUndefined();
      await desk.instance('resume', 'root', instanceId, { reason: '续' });
      await desk.advance(60_000);

      expect(await childOf(instanceId)).toBeDefined();
    });

    it('of another process run in its published version and give an escalation to the caller', async () => {
      await desk.publishLines(
        'other',
        `
        <bpmn:escalation id="x_help" name="help" escalationCode="HELP" />
        ${BEGIN}${userTask('inside')}<bpmn:intermediateThrowEvent id="cry"><bpmn:escalationEventDefinition escalationRef="x_help" /></bpmn:intermediateThrowEvent>${userTask('then')}${END}
        begin -> inside
        inside -> cry
        cry -> then
        then -> end`,
      );
      await desk.publishLines(
        'callsOther',
        `
        <bpmn:escalation id="x_help" name="help" escalationCode="HELP" />
        ${BEGIN}<bpmn:callActivity id="call" calledElement="other" />
        ${boundary('heard', 'call', '<bpmn:escalationEventDefinition escalationRef="x_help" />', false)}${userTask('help')}${END}
        begin -> call
        call -> end
        heard -> help
        help -> end`,
      );
      const { instanceId } = await desk.start('callsOther');
      await desk.drain();
      const child = await childOf(instanceId);

      await desk.complete('clerk', child.id, 'inside');
      await desk.drain();

      expect(await open(instanceId)).toEqual(['help']);
      expect(await open(child.id)).toEqual(['then']);
      for (const [id, elementId] of [
        [instanceId, 'help'],
        [child.id, 'then'],
      ] as const)
        await desk.complete('clerk', id, elementId);
      await desk.drain();
      expect(await status(instanceId)).toBe('completed');
    });

    it('of a process that is not published are an incident, and retrying works once it is', async () => {
      await desk.publishLines(
        'callsMissing',
        `${BEGIN}<bpmn:callActivity id="call" calledElement="missing" />${END}
        begin -> call
        call -> end`,
      );
      const { instanceId } = await desk.start('callsMissing');
      for (let hour = 0; hour < 12; hour += 1) await desk.advance(HOUR_MS);
      const incident = await desk.openIncident(instanceId);
      expect(incident).toMatchObject({ code: 'job.failed', elementId: 'call', data: { lastError: 'process.notFound' } });

      await desk.publishLines(
        'missing',
        `${BEGIN}${userTask('found')}${END}
        begin -> found
        found -> end`,
      );
      await desk.retry(incident!.id);
      await desk.drain();

      expect(await open((await childOf(instanceId)).id)).toEqual(['found']);
    });
  });

  describe('services', () => {
    const calls: { key: string; variables: object }[] = [];
    let answer: () => Promise<{ kind: 'done'; variables: Record<string, number> } | { kind: 'waiting' }>;

    beforeAll(async () => {
      activityTypesOf(desk.db).registerOnce(serviceType('test'));
      serviceHandlersOf(desk.db).set('test', async ({ idempotencyKey, variables }) => {
        calls.push({ key: idempotencyKey, variables });
        return answer();
      });
      await desk.publishLines(
        'served',
        `${BEGIN}<bpmn:serviceTask id="serve" name="核验" wuxin:activityType="test" wuxin:retries="3" />${userTask('a')}${END}
        begin -> serve
        serve -> a
        a -> end`,
      );
    });
    beforeEach(() => {
      calls.length = 0;
      answer = async () => ({ kind: 'done', variables: { score: 7 } });
    });

    it('run after the commit and hand their answer to the case', async () => {
      const { instanceId } = await desk.start('served');
      expect(calls).toEqual([]);

      await desk.drain();

      expect(calls).toHaveLength(1);
      expect(await desk.variables(instanceId)).toMatchObject({ score: 7 });
      expect(await open(instanceId)).toEqual(['a']);
    });

    it('are tried again later under the same key; then an incident waits for a person, whose variables the retry sees', async () => {
      answer = async () => {
        throw new Error('out of order: 13800001111');
      };
      const { instanceId } = await desk.start('served');

      await desk.drain();
      expect(calls).toHaveLength(1);
      expect((await desk.track('clerk', instanceId)).data.waiting).toMatchObject([
        { kind: 'job', elementName: '核验', attempts: 1, lastFailure: '系统出错（Error）' },
      ]);
      await desk.advance(5_000);
      await desk.advance(10_000);
      await desk.advance(HOUR_MS);

      expect(calls).toHaveLength(3);
      expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
      const incident = await desk.openIncident(instanceId);
      expect(incident).toMatchObject({ code: 'job.failed', elementId: 'serve', elementName: '核验' });
      expect(JSON.stringify(incident)).not.toContain('13800001111');
      answer = async () => ({ kind: 'done', variables: { score: 1 } });
      await desk.retry(incident!.id, { variables: { address: '新址' } });
      await desk.drain();

      expect(calls.at(-1)).toMatchObject({ variables: { address: '新址' }, key: calls[0]!.key });
      expect(await open(instanceId)).toEqual(['a']);
    });

    it('may answer later; a case that was cancelled meanwhile takes no harm', async () => {
      answer = async () => ({ kind: 'waiting' });
      const { instanceId } = await desk.start('served');
      await desk.drain();
      expect(await open(instanceId)).toEqual([]);
      expect(await tables.jobs.count(desk, { instanceId })).toBe(0);

      const late = await desk.start('served');
      answer = async () => {
        await desk.instance('cancel', 'clerk', late.instanceId, { reason: '不办' });
        return { kind: 'done', variables: {} };
      };
      await desk.drain();

      expect(await status(late.instanceId)).toBe('cancelled');
      expect(await tables.jobs.count(desk, { instanceId: late.instanceId })).toBe(0);
    });

    it('wait while the case is suspended, without losing a try', async () => {
      const { instanceId } = await desk.start('served');
      await desk.instance('suspend', 'root', instanceId, { reason: '停' });

      for (let minute = 0; minute < 10; minute += 1) await desk.advance(60_000);
      expect(calls).toEqual([]);
      await desk.instance('resume', 'root', instanceId, { reason: '续' });
      await desk.advance(60_000);

      expect(await open(instanceId)).toEqual(['a']);
    });

    it('of a type that no plugin has are refused when the process is deployed', async () => {
      const xml = bpmn(
        'unserved',
        `${BEGIN}<bpmn:serviceTask id="serve" wuxin:activityType="nothing" />${END}
        begin -> serve
        serve -> end`,
      );

      const { data } = await desk.as('root').post<{ problems: object[] }>('bpmnProcesses:deploy', { data: { xml } });

      expect(data.problems).toMatchObject([{ code: 'activity.unknownType', elementId: 'serve' }]);
    });
  });

  describe('deadlines', () => {
    const step = (amount: string, unit: string, rest: string) =>
      `<wuxin:deadlineStep amount="${amount}" unit="${unit}" ${rest} />`;
    const due = (steps: string) => `<wuxin:deadline amount="48" unit="hours">${steps}</wuxin:deadline>`;

    it('remind the holders, tell who is above, and take the outcome that the process names', async () => {
      const steps =
        step('-24', 'hours', 'action="remind"') +
        step('1', 'hours', 'action="escalate" kind="role" value="supervisor"') +
        step('2', 'hours', 'action="outcome" value="lapse"');
      await desk.publishLines(
        'limited',
        `${BEGIN}${userTask('a', { kind: 'role', value: 'checker', inside: `<wuxin:outcome key="agree" name="同意" /><wuxin:outcome key="lapse" name="逾期" />${due(steps)}` })}${END}
        begin -> a
        a -> end`,
      );
      const { instanceId } = await desk.start('limited', 'clerk', { title: '限时' });
      await desk.drain();
      const before = (await desk.messages('checker')).length;

      await desk.advance(24 * HOUR_MS);
      expect((await desk.messages('checker')).length).toBe(before + 1);
      expect((await desk.track('supervisor', instanceId)).status).toBe(404);
      await desk.advance(25 * HOUR_MS);
      expect((await desk.track('supervisor', instanceId)).status).toBe(200);
      expect(await open(instanceId)).toEqual(['a']);
      await desk.advance(HOUR_MS);

      expect(await status(instanceId)).toBe('completed');
      expect(await tables.tasks.find(desk, { instanceId })).toMatchObject({
        status: 'completed',
        outcome: 'lapse',
        completedById: null,
      });
      expect(await desk.historyKinds(instanceId)).toEqual(expect.arrayContaining(['deadlineEscalated', 'deadlinePassed']));
    });

    it('leave none of their steps behind when the task is done', async () => {
      await desk.publishLines(
        'inTime',
        `${BEGIN}${userTask('a', { inside: due(step('-24', 'hours', 'action="remind"') + step('0', 'hours', 'action="remind"')) })}${userTask('b')}${END}
        begin -> a
        a -> b
        b -> end`,
      );
      const { instanceId } = await desk.start('inTime');
      const steps = { instanceId, kind: 'deadlineStep' };
      expect(await tables.jobs.count(desk, steps)).toBe(2);

      await desk.complete('clerk', instanceId, 'a');

      expect(await tables.jobs.count(desk, steps)).toBe(0);
    });

    it('count anew when the case comes back to a step', async () => {
      await desk.publishLines(
        'relimited',
        `${BEGIN}${userTask('a', { inside: due(step('0', 'hours', 'action="outcome" value="complete"')) })}${userTask('b')}${END}
        begin -> a
        a -> b
        b -> end`,
      );
      const { instanceId } = await desk.start('relimited');
      await desk.advance(47 * HOUR_MS);
      await desk.complete('clerk', instanceId, 'a');
      await desk.task('returnTo', 'clerk', await desk.openTask(instanceId, 'b'), { elementId: 'a', reason: '补' });

      await desk.advance(47 * HOUR_MS);
      expect(await open(instanceId)).toEqual(['a']);
      await desk.advance(HOUR_MS);

      expect(await open(instanceId)).toEqual(['b']);
    });
  });
});
