import { apply, GraphMismatchError } from '.';
import { incidentMessage } from '../messages';
import type { Json, Variables } from '../contract';
import { env, graphOf, NOW, play } from '../testing/play';
import {
  and,
  boundary,
  chain,
  cycle,
  duration,
  element,
  end,
  error,
  eventSub,
  flow,
  io,
  message,
  process,
  start,
  sub,
  task,
  user,
  xor,
} from '../testing/xml';

const endless = process(
  start(),
  [and('f'), task('A'), task('B'), xor('g', 'g_A'), user('U'), end()],
  [chain('s', 'f', 'A', 'B', 'g'), flow('g', 'A'), flow('g', 'e', '=stop = true'), chain('f', 'U', 'e')],
);

describe('the step guard', () => {
  test('stops a loop without a wait, names it, and loses nothing else', async () => {
    const game = await play(endless, {}, { maxSteps: 100 });

    const [incident] = game.instance.incidents.values();
    expect(incident).toMatchObject({ code: 'tooManySteps' });
    const loop = incident?.data.loop;
    expect(Array.isArray(loop) ? loop.map(({ id }: { id: string }) => id).sort() : loop).toEqual(['A', 'B', 'g']);
    expect(game.open()).toEqual(['U']);
  });

  test('says the loop by the names of its elements', async () => {
    const game = await play(endless, {}, { maxSteps: 100 });
    const [incident] = game.instance.incidents.values();

    expect(incidentMessage('tooManySteps', incident?.data ?? {}, 'zh-CN')).toMatch(
      /^走了 100 步仍未停下，循环：(A → B → g|B → g → A|g → A → B)$/,
    );
  });

  test('lets the token go on once the loop can end', async () => {
    const game = await play(endless, {}, { maxSteps: 100 });
    game.send({ type: 'setVariables', variables: { stop: true } });

    const [tokenId = ''] = game.instance.incidents.keys();
    game.send({ type: 'retry', tokenId });

    expect(game.incidents()).toEqual([]);
    game.complete('U');
    expect(game.status).toBe('completed');
  });

  test('allows a long way that is no loop', async () => {
    const names = Array.from({ length: 400 }, (_, index) => `T${index}`);

    const game = await play(
      process(
        start(),
        names.map((name) => task(name)),
        end(),
        chain('s', ...names, 'e'),
      ),
    );

    expect(game.status).toBe('completed');
  });

  test('has a default', async () => {
    const game = await play(endless);

    expect([...game.instance.incidents.values()]).toMatchObject([{ data: { steps: 5000 } }]);
  });
});

describe('a failed step', () => {
  const failing = process(
    start(),
    and('f'),
    user('A', io({ x: '=1 +' })),
    user('B'),
    end(),
    chain('s', 'f', 'A', 'e'),
    chain('f', 'B', 'e'),
    boundary('b', 'A', message()),
    chain('b', 'e'),
  );

  test('leaves no half-done things behind', async () => {
    const game = await play(failing);

    expect(game.instance.subscriptions.size).toBe(0);
    expect(game.tokenAt('A')).toMatchObject({ status: 'failed', variables: {} });
  });

  test('does not stop other branches', async () => {
    const game = await play(failing);

    expect(game.open()).toEqual(['B']);
    game.complete('B');
    expect(game.status).toBe('running');
  });

  test('fails again when nothing was changed', async () => {
    const game = await play(failing);

    const { effects } = game.send({ type: 'retry', tokenId: game.tokenAt('A').id });

    expect(effects.map(({ type }) => type)).toEqual(['incidentCleared', 'incidentRaised']);
  });

  test('of a sub-process as a whole does not lose what happened inside', async () => {
    let isBroken = true;
    const game = await play(
      process(
        start(),
        sub('SP', io({}, { y: '=x' }), start('s1'), user('A'), end('e1'), chain('s1', 'A', 'e1')),
        user('Z'),
        end(),
        chain('s', 'SP', 'Z', 'e'),
      ),
      {},
      {
        evaluate() {
          if (isBroken) throw new Error('broken');
          return 5;
        },
      },
    );
    game.complete('A', { x: 5 });
    expect(game.incidents()).toEqual(['expressionFailed@SP']);

    isBroken = false;
    game.send({ type: 'retry', tokenId: game.tokenAt('SP').id });

    expect(game.open()).toEqual(['Z']);
    expect(game.variables).toEqual({ x: 5, y: 5 });
  });

  test('at a boundary event keeps the message for retry', async () => {
    let isBroken = true;
    const mapped = boundary('b', 'A', [io({}, { paid: '=amount' }), message()]);
    const game = await play(
      process(start(), user('A'), user('Y'), end(), chain('s', 'A', 'e'), mapped, chain('b', 'Y', 'e')),
      {},
      {
        evaluate(_expression, { amount }) {
          if (isBroken) throw new Error('broken');
          return amount ?? null;
        },
      },
    );
    game.host.message('M1', { amount: 3 });
    expect(game.incidents()).toEqual(['expressionFailed@A']);

    isBroken = false;
    game.send({ type: 'retry', tokenId: game.tokenAt('A').id });

    expect(game.variables).toEqual({ paid: 3 });
    expect(game.tokenAt('Y')).toBeDefined();
  });
});

describe('an incident instead of a lost command', () => {
  /** Fails until it is repaired. */
  const breakable = (value: (variables: Variables) => Json) => {
    const state = { isBroken: true };
    const evaluate = (_expression: string, variables: Variables) => {
      if (state.isBroken) throw new Error('broken');
      return value(variables);
    };
    return { state, evaluate };
  };

  test('at the start, when an event sub-process cannot be armed; retry begins the process', async () => {
    const { state, evaluate } = breakable(() => 'PT1H');
    const handler = eventSub('ES', { interrupting: true, definition: duration('=limit') }, end('e2'), chain('ES_s', 'e2'));
    const game = await play(process(start(), user('A'), end(), chain('s', 'A', 'e'), handler), {}, { evaluate });
    expect(game.incidents()).toEqual(['expressionFailed@P']);

    state.isBroken = false;
    game.send({ type: 'retry', tokenId: game.tokenAt('P').id });

    expect(game.open()).toEqual(['A']);
    expect(game.instance.subscriptions.size).toBe(1);
  });

  test('at the start, and the instance can still be cancelled', async () => {
    const { evaluate } = breakable(() => null);
    const handler = eventSub('ES', { interrupting: true, definition: duration('=limit') }, end('e2'), chain('ES_s', 'e2'));
    const game = await play(process(start(), user('A'), end(), chain('s', 'A', 'e'), handler), {}, { evaluate });

    game.send({ type: 'cancel' });

    expect(game.incidents()).toEqual([]);
    expect(game.rows()).toBe(0);
  });

  test('when the output of the event that catches an error of work fails; retry throws it again', async () => {
    const { state, evaluate } = breakable(({ why }) => why ?? null);
    const caughtError = boundary('b', 'A', [io({}, { reason: '=why' }), error('E1')]);
    const game = await play(
      process(start(), user('A'), user('Y'), end(), chain('s', 'A', 'e'), caughtError, chain('b', 'Y', 'e')),
      {},
      { evaluate },
    );
    game.send({ type: 'throwError', tokenId: game.tokenAt('A').id, errorCode: 'E1', variables: { why: 'late' } });
    expect(game.incidents()).toEqual(['expressionFailed@A']);

    state.isBroken = false;
    game.send({ type: 'retry', tokenId: game.tokenAt('A').id });

    expect(game.variables).toEqual({ reason: 'late' });
    expect(game.tokenAt('Y')).toBeDefined();
  });

  test('when a timer fires and what follows fails: it is not due again until retry', async () => {
    const { state, evaluate } = breakable(() => 'done');
    const timed = boundary('b', 'A', [io({}, { x: '=y' }), cycle('R2/PT1H')], { interrupting: false });
    const game = await play(
      process(start(), user('A'), task('R'), end(), chain('s', 'A', 'e'), timed, chain('b', 'R', 'e')),
      {},
      { evaluate },
    );
    game.host.advance(5 * 3_600_000);
    expect(game.incidents()).toEqual(['expressionFailed@A']);

    state.isBroken = false;
    game.send({ type: 'retry', tokenId: game.tokenAt('A').id });
    expect(game.timesLeft('R')).toBe(1);
    game.host.advance(5 * 3_600_000);

    expect(game.timesLeft('R')).toBe(2);
    expect(game.open()).toEqual(['A']);
  });
});

test('a graph of another version that lacks the element is the host’s mistake, said with a code', async () => {
  const game = await play(process(start(), user('A'), end(), chain('s', 'A', 'e')));
  const other = await graphOf(process(start(), user('B'), end(), chain('s', 'B', 'e')));

  const call = () =>
    apply(
      other,
      game.instance.reader(),
      { type: 'completeActivity', tokenId: game.tokenAt('A').id, variables: {} },
      { now: NOW, evaluate: () => null, runScript: () => ({}) },
    );

  expect(call).toThrow(GraphMismatchError);
  expect(call).toThrow(expect.objectContaining({ code: 'elementMissing', data: { elementId: 'A' } }));
});

test('variables may have any name', async () => {
  const names = JSON.parse('{ "__proto__": 1, "constructor": 2, "toString": 3 }');
  const game = await play(process(start(), user('A'), element('task', 'T'), end(), chain('s', 'A', 'T', 'e')), {}, env);

  game.complete('A', names);

  expect(JSON.stringify(game.variables)).toBe('{"__proto__":1,"constructor":2,"toString":3}');
});
