import { play } from '../testing/play';
import {
  boundary,
  caught,
  chain,
  condition,
  duration,
  element,
  end,
  error,
  escalation,
  eventSub,
  file,
  flow,
  message,
  and,
  process,
  processElement,
  signal,
  start,
  sub,
  terminate,
  thrown,
  user,
} from '../testing/xml';

const HOUR = 3_600_000;

describe('errors', () => {
  test('one that nothing catches ends the instance and says so', async () => {
    const game = await play(
      process(start(), and('f'), user('A'), user('B'), end('e', error('E1')), chain('s', 'f', 'A', 'e'), chain('f', 'B', 'e')),
    );

    const { effects } = game.complete('A');

    expect(effects).toMatchObject([
      { type: 'workCancelled', elementId: 'B' },
      { type: 'instanceEnded', status: 'terminated', errorCode: 'E1' },
    ]);
    expect(game.rows()).toBe(0);
  });

  test('the nearest catch wins', async () => {
    const game = await play(
      process(
        start(),
        sub(
          'O',
          start('os'),
          sub('I', start('is'), end('ie', error('E1')), chain('is', 'ie')),
          boundary('bi', 'I', error()),
          user('X'),
          end('oe'),
          chain('os', 'I', 'oe'),
          chain('bi', 'X', 'oe'),
        ),
        boundary('bo', 'O', error('E1')),
        [user('Y'), end(), chain('s', 'O', 'e'), chain('bo', 'Y', 'e')],
      ),
    );

    expect(game.open()).toEqual(['X']);
  });

  test('what an event sub-process throws is caught further out, not by itself', async () => {
    const game = await play(
      process(
        start(),
        sub(
          'SP',
          start('s1'),
          end('e1', error('E1')),
          chain('s1', 'e1'),
          eventSub('ES', { interrupting: true, definition: error('E1') }, end('e2', error('E1')), chain('ES_s', 'e2')),
        ),
        boundary('b', 'SP', error('E1')),
        [user('Y'), end(), chain('s', 'SP', 'e'), chain('b', 'Y', 'e')],
      ),
    );

    expect(game.open()).toEqual(['Y']);
  });
});

describe('escalations', () => {
  const escalating = (interrupting: boolean) =>
    process(
      start(),
      sub('SP', start('s1'), thrown('t', escalation('X1')), user('B'), end('e1'), chain('s1', 't', 'B', 'e1')),
      boundary('b', 'SP', escalation('X1'), { interrupting }),
      [user('Y'), end(), chain('s', 'SP', 'e'), chain('b', 'Y', 'e')],
    );

  test('do not stop who throws them when the catch does not interrupt', async () => {
    expect((await play(escalating(false))).open()).toEqual(['B', 'Y']);
  });

  test('end the activity when the catch interrupts', async () => {
    expect((await play(escalating(true))).open()).toEqual(['Y']);
  });

  test('that nobody catches go to the caller, or nowhere', async () => {
    const game = await play(process(start(), user('A'), end('e', escalation('X1')), chain('s', 'A', 'e')));

    const { effects } = game.complete('A');

    expect(effects).toMatchObject([
      { type: 'escalationThrown', code: 'X1' },
      { type: 'instanceEnded', status: 'completed' },
    ]);
  });

  test('of a called process are caught at the call, which goes on', async () => {
    const game = await play(
      file(
        processElement(
          'P',
          start(),
          element('callActivity', 'C', 'calledElement="Q"'),
          user('Y'),
          end(),
          chain('s', 'C', 'e'),
          boundary('b', 'C', escalation(), { interrupting: false }),
          chain('b', 'Y', 'e'),
        ),
        processElement('Q', start('qs'), thrown('qt', escalation('X1')), user('QA'), end('qe'), chain('qs', 'qt', 'QA', 'qe')),
      ),
    );

    expect(game.open()).toEqual(['QA', 'Y']);
  });

  test('of work outside reach the boundary event', async () => {
    const game = await play(
      process(
        start(),
        user('A'),
        user('Y'),
        end(),
        chain('s', 'A', 'e'),
        boundary('b', 'A', escalation('X1'), { interrupting: false }),
        chain('b', 'Y', 'e'),
      ),
    );

    game.send({ type: 'throwEscalation', tokenId: game.tokenAt('A').id, escalationCode: 'X1', variables: { late: true } });

    expect(game.open()).toEqual(['A', 'Y']);
    expect(game.variables).toEqual({ late: true });
  });
});

describe('event sub-processes', () => {
  const guarded = (interrupting: boolean, definition: string) =>
    process(
      start(),
      sub(
        'SP',
        start('s1'),
        user('A'),
        end('e1'),
        chain('s1', 'A', 'e1'),
        eventSub('ES', { interrupting, definition }, user('Y'), end('e2'), chain('ES_s', 'Y', 'e2')),
      ),
      [user('Z'), end(), chain('s', 'SP', 'Z', 'e')],
    );

  test.each([
    ['message', message(), (game: Awaited<ReturnType<typeof play>>) => void game.host.message('M1')],
    ['signal', signal(), (game: Awaited<ReturnType<typeof play>>) => game.host.signal('S1')],
    ['timer', duration('PT1H'), (game: Awaited<ReturnType<typeof play>>) => game.host.advance(HOUR)],
    [
      'condition',
      condition('=x = true'),
      (game: Awaited<ReturnType<typeof play>>) => void game.send({ type: 'setVariables', variables: { x: true } }),
    ],
  ])('one that interrupts on a %s ends what else is open in its scope', async (_name, definition, happen) => {
    const game = await play(guarded(true, definition));

    happen(game);

    expect(game.open()).toEqual(['Y']);
    expect(game.instance.subscriptions.size).toBe(0);
    game.complete('Y');
    expect(game.open()).toEqual(['Z']);
  });

  test('one that does not interrupt runs beside, as often as it is triggered, each with its own data', async () => {
    const game = await play(guarded(false, message()));

    game.host.message('M1', { who: 'one' });
    game.host.message('M1', { who: 'two' });

    expect(game.open()).toEqual(['A', 'Y', 'Y']);
    expect(game.host.openWork().flatMap(({ variables }) => variables.who ?? [])).toEqual(['one', 'two']);
    expect(game.variables).toEqual({});
  });

  test('the scope waits for those that still run', async () => {
    const game = await play(guarded(false, message()));
    game.host.message('M1');

    game.complete('A');
    expect(game.open()).toEqual(['Y']);
    game.complete('Y');

    expect(game.open()).toEqual(['Z']);
  });

  test('an escalation of its scope starts it', async () => {
    const game = await play(
      process(
        start(),
        thrown('t', escalation('X1')),
        user('A'),
        end(),
        chain('s', 't', 'A', 'e'),
        eventSub('ES', { interrupting: false, definition: escalation('X1') }, user('Y'), end('e2'), chain('ES_s', 'Y', 'e2')),
      ),
    );

    expect(game.open()).toEqual(['A', 'Y']);
  });
});

describe('terminate', () => {
  test('ends the instance at once and tells the outside to stop', async () => {
    const game = await play(
      process(
        start(),
        and('f'),
        user('A'),
        user('B'),
        end('e', terminate),
        end('e2'),
        chain('s', 'f', 'A', 'e'),
        chain('f', 'B', 'e2'),
      ),
    );

    const { effects } = game.complete('A');

    expect(effects).toMatchObject([
      { type: 'workCancelled', elementId: 'B' },
      { type: 'instanceEnded', status: 'terminated' },
    ]);
    expect(game.rows()).toBe(0);
  });

  test('in a sub-process ends only that', async () => {
    const game = await play(
      process(
        start(),
        sub(
          'SP',
          start('s1'),
          and('f'),
          user('A'),
          user('B'),
          end('e1', terminate),
          end('e2'),
          chain('s1', 'f', 'A', 'e1'),
          chain('f', 'B', 'e2'),
        ),
        [user('Z'), end(), chain('s', 'SP', 'Z', 'e')],
      ),
    );

    game.complete('A');

    expect(game.open()).toEqual(['Z']);
  });
});

test('a boundary event of a sub-process ends everything inside', async () => {
  const game = await play(
    process(
      start(),
      sub(
        'SP',
        start('s1'),
        and('f'),
        user('A'),
        sub('I', start('s2'), caught('c', message('M2')), end('e2'), chain('s2', 'c', 'e2')),
        end('e1'),
        chain('s1', 'f', 'A', 'e1'),
        chain('f', 'I', 'e1'),
      ),
      boundary('b', 'SP', message('M1')),
      [user('Y'), end(), chain('s', 'SP', 'e'), chain('b', 'Y', 'e')],
    ),
  );

  game.host.message('M1');

  expect(game.open()).toEqual(['Y']);
  expect(game.instance.tokens.size).toBe(2);
  expect(game.instance.subscriptions.size).toBe(0);
});

test('a boundary event can lead back before its own activity', async () => {
  const game = await play(
    process(start(), user('A'), end(), chain('s', 'A', 'e'), boundary('b', 'A', message()), flow('b', 'A')),
  );

  game.host.message('M1');
  game.host.message('M1');

  expect(game.open()).toEqual(['A']);
});
