import { play } from '../testing/play';
import { boundary, chain, element, end, error, file, flow, io, process, processElement, start, task, user } from '../testing/xml';

describe('user task', () => {
  test('asks somebody outside, with everything that is visible, and waits', async () => {
    const game = await play(process(start(), user('A'), end(), chain('s', 'A', 'e')), { x: 1 });

    expect(game.host.openWork()).toMatchObject([{ elementId: 'A', variables: { x: 1 } }]);
    expect(game.status).toBe('running');
  });

  test('writes its result into the process', async () => {
    const game = await play(process(start(), user('A'), end(), chain('s', 'A', 'e')), { x: 1 });

    game.complete('A', { x: 2, y: 3 });

    expect(game.variables).toEqual({ x: 2, y: 3 });
    expect(game.status).toBe('completed');
    expect(game.rows()).toBe(0);
  });
});

describe('plain task', () => {
  test('passes through', async () => {
    const game = await play(process(start(), task('A'), element('manualTask', 'B'), end(), chain('s', 'A', 'B', 'e')));

    expect(game.status).toBe('completed');
    expect([game.timesLeft('A'), game.timesLeft('B')]).toEqual([1, 1]);
  });

  test('is work when it names an activity type', async () => {
    const xml = process(start(), element('task', 'V', 'wuxin:activityType="vote"'), end(), chain('s', 'V', 'e'));

    const game = await play(xml, {}, { isAutomatic: () => false });

    expect(game.open()).toEqual(['V']);
  });
});

describe('input and output mappings', () => {
  const mapped = process(
    start(),
    user('A', io({ amount: '=order.total * 2' }, { approved: '=ok and amount > 10' })),
    end(),
    chain('s', 'A', 'e'),
  );

  test('inputs are seen by the work only', async () => {
    const game = await play(mapped, { order: { total: 10 } });

    expect(game.host.openWork()[0]?.variables).toMatchObject({ amount: 20 });
    expect(game.variables).toEqual({ order: { total: 10 } });
  });

  test('with outputs only these go out', async () => {
    const game = await play(mapped, { order: { total: 10 } });

    game.complete('A', { ok: true, remark: 'secret' });

    expect(game.variables).toEqual({ order: { total: 10 }, approved: true });
  });

  test('a result with the name of an input stays inside', async () => {
    const game = await play(process(start(), user('A', io({ amount: '=1' })), user('B'), end(), chain('s', 'A', 'B', 'e')));

    game.complete('A', { amount: 5, other: 6 });

    expect(game.variables).toEqual({ other: 6 });
  });

  test('an output that fails keeps what the person entered, and retry uses it', async () => {
    const xml = process(start(), user('A', io({}, { sum: '=total + bonus' })), end(), chain('s', 'A', 'e'));
    let isBroken = true;
    const game = await play(
      xml,
      {},
      {
        evaluate: (_expression, { total, bonus }) => {
          if (isBroken) throw Object.assign(new Error('broken'), { code: 'feel.evaluation' });
          return Number(total) + Number(bonus);
        },
      },
    );
    game.complete('A', { total: 1, bonus: 2 });
    expect(game.incidents()).toEqual(['expressionFailed@A']);

    isBroken = false;
    game.send({ type: 'retry', tokenId: game.tokenAt('A').id });

    expect(game.variables).toEqual({ sum: 3 });
    expect(game.status).toBe('completed');
  });

  test('an input that fails names the expression and the reason', async () => {
    const xml = process(start(), user('A', io({ amount: '=1 +' })), end(), chain('s', 'A', 'e'));

    const game = await play(xml);

    expect([...game.instance.incidents.values()]).toMatchObject([
      {
        code: 'expressionFailed',
        elementId: 'A',
        data: { elementName: 'A', expression: '1 +', property: 'input:amount', cause: { code: 'feel.syntax' } },
      },
    ]);
  });
});

describe('script task', () => {
  const scripted = (script: string) =>
    process(
      start(),
      element('scriptTask', 'S', 'scriptFormat="javascript"', `<script>${script}</script>`),
      end(),
      chain('s', 'S', 'e'),
    );

  test('merges what its script returns', async () => {
    const game = await play(scripted('{ "x": 9 }'), { x: 1 });

    expect(game.variables).toEqual({ x: 9 });
  });

  test('a script that fails is an incident that retry can clear', async () => {
    let isBroken = true;
    const game = await play(
      scripted('go()'),
      {},
      {
        runScript() {
          if (isBroken) throw new Error('no');
          return { done: true };
        },
      },
    );
    expect(game.incidents()).toEqual(['scriptFailed@S']);

    isBroken = false;
    game.send({ type: 'retry', tokenId: game.tokenAt('S').id });

    expect(game.variables).toEqual({ done: true });
  });
});

describe('send and receive tasks', () => {
  const pools = (key: string) =>
    file(
      processElement(
        'P',
        start(),
        element('receiveTask', 'R', `messageRef="Msg_M1" wuxin:correlationKey="${key}"`),
        user('A'),
        end(),
        chain('s', 'R', 'A', 'e'),
      ),
    );

  test('a receive task takes only the message with its key', async () => {
    const game = await play(pools('=order'), { order: 7 });

    expect(game.host.message('M1', {}, '8')).toBe(false);
    expect(game.host.message('M1', { paid: true }, '7')).toBe(true);

    expect(game.open()).toEqual(['A']);
    expect(game.variables).toEqual({ order: 7, paid: true });
  });

  test('a key that has no value is an incident: the task would take anybody’s message', async () => {
    const game = await play(pools('=order'));

    expect(game.incidents()).toEqual(['correlationKeyMissing@R']);
  });

  test('a send task throws its message with what its inputs say', async () => {
    const game = await play(
      file(
        processElement(
          'P',
          start(),
          element('sendTask', 'S', 'messageRef="Msg_M1"', io({ n: '=1 + 1' })),
          end(),
          chain('s', 'S', 'e'),
        ),
        processElement(
          'Q',
          element('startEvent', 'qs', '', '<messageEventDefinition messageRef="Msg_M1"/>'),
          user('QA'),
          end('qe'),
          chain('qs', 'QA', 'qe'),
        ),
      ),
    );

    expect(game.status).toBe('completed');
    expect(game.host.openWork()).toMatchObject([{ elementId: 'QA', variables: { n: 2 } }]);
  });

  test('a send task without a message is work', async () => {
    const game = await play(
      process(start(), element('sendTask', 'S'), end(), chain('s', 'S', 'e')),
      {},
      { isAutomatic: () => false },
    );

    expect(game.open()).toEqual(['S']);
  });
});

describe('call activity', () => {
  const called = (call: string, ...inside: string[]) =>
    file(
      processElement('P', start(), element('callActivity', 'C', 'calledElement="Q"', call), user('Z'), user('Y'), end(), [
        chain('s', 'C', 'Z', 'e'),
        boundary('b', 'C', error('E1')),
        chain('b', 'Y', 'e'),
      ]),
      processElement('Q', start('qs'), ...inside),
    );

  test('runs the process as an instance of its own and takes over its result', async () => {
    const game = await play(called('', user('QA'), end('qe'), chain('qs', 'QA', 'qe')), { x: 1 });
    expect(game.host.openWork()).toMatchObject([{ elementId: 'QA', instanceId: 'i2', variables: { x: 1 } }]);

    game.complete('QA', { y: 2 });

    expect(game.open()).toEqual(['Z']);
    expect(game.variables).toEqual({ x: 1, y: 2 });
  });

  test('with mappings passes these only, both ways', async () => {
    const game = await play(called(io({ q: '=x' }, { y: '=r' }), user('QA'), end('qe'), chain('qs', 'QA', 'qe')), {
      x: 1,
      secret: 2,
    });
    expect(game.host.openWork()[0]?.variables).toEqual({ q: 1 });

    game.complete('QA', { r: 3, other: 4 });

    expect(game.variables).toEqual({ x: 1, secret: 2, y: 3 });
  });

  test('an error that ends the called process is caught at the call', async () => {
    const game = await play(called('', user('QA'), end('qe', error('E1')), chain('qs', 'QA', 'qe')));

    game.complete('QA');

    expect(game.host.all().map(({ row }) => row.status)).toEqual(['running', 'terminated']);
    expect(game.open()).toEqual(['Y']);
  });

  test('cancelling the call cancels the called instance', async () => {
    const game = await play(called('', user('QA'), end('qe'), chain('qs', 'QA', 'qe')));

    game.send({ type: 'cancel' });

    expect(game.host.all().map(({ row }) => row.status)).toEqual(['cancelled', 'cancelled']);
    expect(game.open()).toEqual([]);
  });

  test('the process to call may be computed', async () => {
    const game = await play(
      file(
        processElement('P', start(), element('callActivity', 'C', 'calledElement="=target"'), end(), chain('s', 'C', 'e')),
        processElement('Q', start('qs'), user('QA'), end('qe'), chain('qs', 'QA', 'qe')),
      ),
      { target: 'Q' },
    );

    expect(game.open()).toEqual(['QA']);
  });

  test('a computed process without a name is an incident', async () => {
    const xml = process(start(), element('callActivity', 'C', 'calledElement="=target"'), end(), chain('s', 'C', 'e'));

    const game = await play(xml);

    expect(game.incidents()).toEqual(['nameInvalid@C']);
  });
});

describe('work that ends in an error', () => {
  const guarded = process(
    start(),
    [user('A'), user('Y'), user('W'), end()],
    [
      chain('s', 'A', 'e'),
      boundary('b1', 'A', error('E1')),
      flow('b1', 'Y'),
      boundary('b2', 'A', error()),
      flow('b2', 'W'),
      chain('Y', 'e'),
      chain('W', 'e'),
    ],
  );

  test('leaves by the boundary event for its code before one for any', async () => {
    const game = await play(guarded);

    game.send({ type: 'throwError', tokenId: game.tokenAt('A').id, errorCode: 'E1', variables: { why: 'late' } });

    expect(game.open().filter((id) => id !== 'A')).toEqual(['Y']);
    expect(game.variables).toEqual({ why: 'late' });
  });

  test('leaves by the boundary event for any code otherwise', async () => {
    const game = await play(guarded);

    game.send({ type: 'throwError', tokenId: game.tokenAt('A').id, errorCode: 'E9', variables: {} });

    expect(game.tokenAt('W')).toBeDefined();
  });

  test('stops with an incident when nothing catches it; retry opens the work again', async () => {
    const game = await play(process(start(), user('A'), end(), chain('s', 'A', 'e')));
    const tokenId = game.tokenAt('A').id;
    game.send({ type: 'throwError', tokenId, errorCode: 'E9', variables: {} });
    expect(game.incidents()).toEqual(['errorUncaught@A']);

    const { effects } = game.send({ type: 'retry', tokenId });

    expect(effects).toMatchObject([{ type: 'incidentCleared' }, { type: 'workOpened', tokenId }]);
  });
});
