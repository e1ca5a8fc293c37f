import { beforeCommitOf, type HttpAnswer, RaceTrack } from '@wuxin/test';
import { DAY_MS, Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { deliverSignal, fireTimer } from '../commands';
import { SYSTEM } from '../runtime/actor';
import { tables } from '../store';
import { faultsOf, told, workerAtWork } from './__fixtures__';
import { taskStatsOf } from '../task-stats';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const boundary = (id: string, on: string, inside: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${on}" cancelActivity="true">${inside}</bpmn:boundaryEvent>`;
const caught = (id: string, inside: string) => `<bpmn:intermediateCatchEvent id="${id}">${inside}</bpmn:intermediateCatchEvent>`;
const REPLY = '<bpmn:message id="m_reply" name="reply" />';
const reply = '<bpmn:messageEventDefinition messageRef="m_reply" wuxin:correlationKey="=number" />';
const forked = (gateway: 'parallelGateway' | 'inclusiveGateway') => {
  const [attributes, condition, otherwise] =
    gateway === 'inclusiveGateway' ? ['default="flow8"', ' : =true', 'fork -> end'] : ['', '', ''];
  return `${BEGIN}<bpmn:${gateway} id="fork" ${attributes} />${userTask('a')}${userTask('b')}<bpmn:${gateway} id="join" />${userTask('after')}${END}
  begin -> fork
  fork -> a${condition}
  fork -> b${condition}
  a -> join
  b -> join
  join -> after
  after -> end
  ${otherwise}`;
};
const polled = (condition: string) =>
  `${BEGIN}${userTask('vote', {
    kind: 'person',
    value: '=voter',
    loop: `<bpmn:multiInstanceLoopCharacteristics wuxin:collection="=voters" wuxin:elementVariable="voter">${condition}</bpmn:multiInstanceLoopCharacteristics>`,
  })}${userTask('count')}${END}
  begin -> vote
  vote -> count
  count -> end`;
const ENOUGH =
  '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=nrOfCompletedInstances = 2</bpmn:completionCondition>';

/** Two branches, two events, or a person and an event come to the same place at once. */
describe('races of tokens', () => {
  let desk: Desk;
  let track: RaceTrack;

  beforeAll(async () => {
    desk = await Desk.open();
    track = RaceTrack.on(desk.db, () => taskStatsOf(desk.db).drain());
  });
  beforeEach(() => desk.drain());
  afterAll(() => desk?.close());

  const standsAt = async (instanceId: string) => {
    const { status } = await desk.row(instanceId);
    return [status, ...(await desk.openElements(instanceId))].join(' ');
  };
  const completes = async (instanceId: string, elementId: string, by: 'clerk' | 'checker' | 'checker2' = 'clerk') => {
    const { id } = (await tables.tasks.find(desk, { instanceId, elementId, status: 'open' }))!;
    return () => desk.task('complete', by, id, { outcome: 'complete' });
  };
  const sends = (correlationKey: string) => () =>
    desk.as('root').post('bpmnInstances:message', { data: { name: 'reply', correlationKey } });
  /** As a worker does that has taken the timer, or the signal, and finds out now whether it is still wanted. */
  const waitingFor = async (instanceId: string, kind: 'timer' | 'signal') =>
    (await tables.subscriptions.find(desk, { instanceId, kind }))!.id;
  const fires = async (instanceId: string) => {
    const id = await waitingFor(instanceId, 'timer');
    return () => desk.write((tx) => fireTimer(tx, SYSTEM, id));
  };
  const signals = async (instanceId: string) => {
    const id = await waitingFor(instanceId, 'signal');
    return () => desk.write((tx) => deliverSignal(tx, SYSTEM, id, {}));
  };
  /** A worker's command gives nothing; a person gets an answer. */
  const run = async (first: () => Promise<HttpAnswer | void>, second: () => Promise<HttpAnswer | void>) => {
    const finish = await track.run({ first, second });
    expect(finish.secondWaited).toBe(true);
    return [finish.first, finish.second].map((result) => (result ? told(result) : 'quiet'));
  };

  describe('a completion and a timer at its border', () => {
    beforeAll(() =>
      desk.publishLines(
        'timed',
        `${BEGIN}${userTask('a')}${boundary('late', 'a', timer('t', 'Duration', 'PT1H'))}${userTask('b')}${END}
        begin -> a
        a -> end
        late -> b
        b -> end`,
      ),
    );
    const aCase = async () => {
      const { instanceId } = await desk.start('timed');
      desk.now += HOUR_MS;
      return instanceId;
    };

    it('when the completion came first', async () => {
      const id = await aCase();

      const answers = await run(await completes(id, 'a'), await fires(id));

      expect(answers).toEqual(['done', 'quiet']);
      expect(await standsAt(id)).toBe('completed');
      expect(await faultsOf(desk, id)).toEqual([]);
    });

    it('when the timer came first', async () => {
      const id = await aCase();

      const answers = await run(await fires(id), await completes(id, 'a'));

      expect(answers).toEqual(['quiet', '409 task.cancelled']);
      expect(await standsAt(id)).toBe('running b');
      expect(await faultsOf(desk, id)).toEqual([]);
    });

    it('two workers with one timer: it fires once', async () => {
      const id = await aCase();
      const fire = await fires(id);

      expect(await run(fire, fire)).toEqual(['quiet', 'quiet']);

      expect(await standsAt(id)).toBe('running b');
      expect((await desk.historyKinds(id)).filter((kind) => kind === 'timerFired')).toHaveLength(1);
      expect(await faultsOf(desk, id)).toEqual([]);
    });
  });

  it('two workers with one timer that repeats: one occurrence, one task', async () => {
    await desk.publishLines(
      'repeated',
      `${BEGIN}${userTask('a')}<bpmn:boundaryEvent id="again" attachedToRef="a" cancelActivity="false">${timer('t', 'Cycle', 'R3/PT1H')}</bpmn:boundaryEvent>${userTask('nudge')}${END}
      begin -> a
      a -> end
      again -> nudge
      nudge -> end`,
    );
    const { instanceId } = await desk.start('repeated');
    desk.now += HOUR_MS;
    const fire = await fires(instanceId);

    expect(await run(fire, fire)).toEqual(['quiet', 'quiet']);

    expect(await standsAt(instanceId)).toBe('running a nudge');
    expect((await desk.historyKinds(instanceId)).filter((kind) => kind === 'timerFired')).toHaveLength(1);
    expect(await tables.subscriptions.select(desk, { instanceId })).toMatchObject([{ dueAt: desk.now + HOUR_MS }]);
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });

  describe('two branches that come to a join', () => {
    it.each(['parallelGateway', 'inclusiveGateway'] as const)('go on once: %s', async (gateway) => {
      await desk.publishLines(gateway, forked(gateway));
      const { instanceId } = await desk.start(gateway);

      const answers = await run(await completes(instanceId, 'a'), await completes(instanceId, 'b'));

      expect(answers).toEqual(['done', 'done']);
      expect(await standsAt(instanceId)).toBe('running after');
      expect(await tables.tokens.count(desk, { instanceId, kind: 'joining' })).toBe(0);
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('two branches that end: the case ends once', async () => {
      await desk.publishLines(
        'apart',
        `${BEGIN}<bpmn:parallelGateway id="fork" />${userTask('a')}${userTask('b')}${END}
        begin -> fork
        fork -> a
        fork -> b
        a -> end
        b -> end`,
      );
      const { instanceId } = await desk.start('apart');

      const answers = await run(await completes(instanceId, 'a'), await completes(instanceId, 'b'));

      expect(answers).toEqual(['done', 'done']);
      expect(await standsAt(instanceId)).toBe('completed');
      expect((await desk.historyKinds(instanceId)).filter((kind) => kind === 'instanceEnded')).toHaveLength(1);
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });
  });

  describe('the last two voters of three', () => {
    const aVote = async (processKey: string) => {
      const voters = [desk.id('checker'), desk.id('checker2'), desk.id('clerk')];
      const { instanceId } = await desk.start(processKey, 'clerk', { variables: { voters } });
      const votes = await tables.tasks.select(desk, { instanceId });
      const vote = (by: 'clerk' | 'checker' | 'checker2') => () =>
        desk.task('complete', by, votes.find(({ assigneeId }) => assigneeId === desk.id(by))!.id, { outcome: 'complete' });
      expect(told(await vote('clerk')())).toBe('done');
      return { instanceId, vote };
    };
    const votesOf = async (instanceId: string) => {
      const votes = await tables.tasks.select(desk, { instanceId, elementId: 'vote' });
      return votes.map(({ status }) => status).sort();
    };

    it('count both where everybody votes, and the count begins once', async () => {
      await desk.publishLines('everybody', polled(''));
      const { instanceId, vote } = await aVote('everybody');

      const answers = await run(vote('checker'), vote('checker2'));

      expect(answers).toEqual(['done', 'done']);
      expect(await votesOf(instanceId)).toEqual(['completed', 'completed', 'completed']);
      expect(await standsAt(instanceId)).toBe('running count');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('count one where two votes are enough', async () => {
      await desk.publishLines('enough', polled(ENOUGH));
      const { instanceId, vote } = await aVote('enough');

      const answers = await run(vote('checker'), vote('checker2'));

      expect(answers).toEqual(['done', '409 task.cancelled']);
      expect(await votesOf(instanceId)).toEqual(['cancelled', 'completed', 'completed']);
      expect(await standsAt(instanceId)).toBe('running count');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });
  });

  describe('a message and a timer at an event gateway', () => {
    beforeAll(() =>
      desk.publishLines(
        'either',
        `${REPLY}
        ${BEGIN}<bpmn:eventBasedGateway id="way" />${caught('answered', reply)}${caught('late', timer('t', 'Duration', 'P1D'))}${userTask('go')}${userTask('ask')}${END}
        begin -> way
        way -> answered
        way -> late
        answered -> go
        late -> ask
        go -> end
        ask -> end`,
      ),
    );
    const aCase = async (number: string) => {
      const { instanceId } = await desk.start('either', 'clerk', { variables: { number } });
      desk.now += DAY_MS;
      return instanceId;
    };

    it('when the message came first', async () => {
      const id = await aCase('E-1');

      const answers = await run(sends('E-1'), await fires(id));

      expect(answers).toEqual(['done', 'quiet']);
      expect(await standsAt(id)).toBe('running go');
      expect(await faultsOf(desk, id)).toEqual([]);
    });

    it('when the timer came first', async () => {
      const id = await aCase('E-2');

      const answers = await run(await fires(id), sends('E-2'));

      expect(answers).toEqual(['quiet', '404 message.nobodyWaits']);
      expect(await standsAt(id)).toBe('running ask');
      expect(await faultsOf(desk, id)).toEqual([]);
    });
  });

  describe('two messages with one key', () => {
    beforeAll(() =>
      desk.publishLines(
        'answered',
        `${REPLY}
        ${BEGIN}${caught('wait', reply)}${userTask('a')}${END}
        begin -> wait
        wait -> a
        a -> end`,
      ),
    );
    const aCase = async (number: string) => (await desk.start('answered', 'clerk', { variables: { number } })).instanceId;

    it('for one case: the second finds nobody', async () => {
      const id = await aCase('M-1');

      const answers = await run(sends('M-1'), sends('M-1'));

      expect(answers).toEqual(['done', '404 message.nobodyWaits']);
      expect(await standsAt(id)).toBe('running a');
      expect(await faultsOf(desk, id)).toEqual([]);
    });

    it('for two cases: each gets one', async () => {
      const ids = [await aCase('M-2'), await aCase('M-2')];

      const answers = await run(sends('M-2'), sends('M-2'));

      expect(answers).toEqual(['done', 'done']);
      expect(await Promise.all(ids.map(standsAt))).toEqual(['running a', 'running a']);
      for (const id of ids) expect(await faultsOf(desk, id)).toEqual([]);
    });

    it('a message and a cancellation: the case that is over takes none', async () => {
      const id = await aCase('M-3');

      const answers = await run(() => desk.instance('cancel', 'clerk', id, { reason: '撤销' }), sends('M-3'));

      expect(answers).toEqual(['done', '404 message.nobodyWaits']);
      expect(await standsAt(id)).toBe('cancelled');
      expect(await faultsOf(desk, id)).toEqual([]);
    });
  });

  describe('a completion and a signal at its border', () => {
    beforeAll(() =>
      desk.publishLines(
        'alarmed',
        `<bpmn:signal id="s_flood" name="flood" />
        ${BEGIN}${userTask('a')}${boundary('heard', 'a', '<bpmn:signalEventDefinition signalRef="s_flood" />')}${userTask('b')}${END}
        begin -> a
        a -> end
        heard -> b
        b -> end`,
      ),
    );

    it('when the completion came first and ended the case, the signal is no error', async () => {
      const { instanceId } = await desk.start('alarmed');

      const answers = await run(await completes(instanceId, 'a'), await signals(instanceId));

      expect(answers).toEqual(['done', 'quiet']);
      expect(await standsAt(instanceId)).toBe('completed');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('when the signal came first', async () => {
      const { instanceId } = await desk.start('alarmed');

      const answers = await run(await signals(instanceId), await completes(instanceId, 'a'));

      expect(answers).toEqual(['quiet', '409 task.cancelled']);
      expect(await standsAt(instanceId)).toBe('running b');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });
  });

  describe('a called case and its caller', () => {
    beforeAll(async () => {
      await desk.publishLines('called', `${BEGIN}${userTask('inside')}${END}\nbegin -> inside\ninside -> end`);
      await desk.publishLines(
        'calling',
        `${BEGIN}<bpmn:callActivity id="call" calledElement="called" />${userTask('after')}${END}
        begin -> call
        call -> after
        after -> end`,
      );
    });
    const cancels = (id: string) => () => desk.instance('cancel', 'clerk', id, { reason: '撤销' });
    const works = () => desk.drain();
    const childOf = async (parentInstanceId: string) => (await tables.instances.find(desk, { parentInstanceId }))?.id ?? '';
    const called = async () => {
      const { instanceId } = await desk.start('calling');
      await desk.drain();
      return { instanceId, childId: await childOf(instanceId) };
    };

    it('the call and a cancellation: the caller that is over has no case running', async () => {
      const { instanceId } = await desk.start('calling');
      const calls = await workerAtWork(desk, 'one');

      const finish = await track.run({ first: cancels(instanceId), second: calls });
      await desk.drain();

      expect([finish.secondWaited, told(finish.first)]).toEqual([true, 'done']);
      expect(await standsAt(instanceId)).toBe('cancelled');
      expect(await childOf(instanceId)).toBe('');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('the call came first: its case is cancelled after it', async () => {
      const { instanceId } = await desk.start('calling');

      const finish = await track.run({ first: works, heldAt: beforeCommitOf('bpmnInstances'), second: cancels(instanceId) });
      await desk.drain();

      expect([finish.secondWaited, told(finish.second)]).toEqual([true, 'done']);
      expect(await standsAt(await childOf(instanceId))).toBe('cancelled');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('the end of the called case and a cancellation of its caller: whoever comes second changes nothing', async () => {
      const [ended, cancelled] = [await called(), await called()];
      for (const { childId } of [ended, cancelled]) expect(told(await (await completes(childId, 'inside'))())).toBe('done');
      await desk.write((tx) => tables.jobs.update(tx, { instanceId: cancelled.childId }, { dueAt: desk.now + HOUR_MS }));

      const endFirst = await track.run({
        first: works,
        heldAt: beforeCommitOf('bpmnHistory'),
        second: cancels(ended.instanceId),
      });
      desk.now += HOUR_MS;
      const tells = await workerAtWork(desk, 'one');
      const cancelFirst = await track.run({ first: cancels(cancelled.instanceId), second: tells });
      await desk.drain();

      expect([endFirst.secondWaited, cancelFirst.secondWaited]).toEqual([true, true]);
      expect([told(endFirst.second), told(cancelFirst.first)]).toEqual(['done', 'done']);
      for (const { instanceId } of [ended, cancelled]) {
        expect(await standsAt(instanceId)).toBe('cancelled');
        expect(await desk.openIncident(instanceId)).toBeUndefined();
        expect(await faultsOf(desk, instanceId)).toEqual([]);
      }
    });

    it('the last task of the called case and the end that its cancelled caller brings', async () => {
      const { instanceId, childId } = await called();
      expect(told(await cancels(instanceId)())).toBe('done');

      const finish = await track.run({
        first: works,
        heldAt: beforeCommitOf('bpmnHistory'),
        second: await completes(childId, 'inside'),
      });

      expect([finish.secondWaited, told(finish.second)]).toEqual([true, '409 task.cancelled']);
      expect(await standsAt(childId)).toBe('cancelled');
      expect(await faultsOf(desk, childId)).toEqual([]);
    });
  });
});
