import { play } from '../testing/play';
import {
  boundary,
  caught,
  chain,
  condition,
  cycle,
  date,
  duration,
  element,
  end,
  file,
  io,
  link,
  message,
  and,
  process,
  processElement,
  signal,
  start,
  task,
  thrown,
  user,
} from '../testing/xml';

const HOUR = 3_600_000;

describe('timers', () => {
  const waiting = (definition: string) => process(start(), caught('t', definition), user('A'), end(), chain('s', 't', 'A', 'e'));

  test.each([
    ['a duration', duration('PT1H')],
    ['a date in the zone of the process', date('2026-01-05T10:00:00')],
    ['a date with an offset', date('2026-01-05T02:00:00Z')],
    ['FEEL that gives a duration', duration('="PT1H"')],
    ['FEEL that gives milliseconds', duration('=3600 * 1000')],
    ['FEEL that gives the moment itself', duration('=now() + duration("PT1H")')],
    ['a repeating interval', cycle('R3/PT1H')],
    ['cron in the zone of the process', cycle('0 10 * * *')],
  ])('%s is due at its time, not before', async (_name, definition) => {
    const game = await play(waiting(definition));

    game.host.advance(HOUR - 1);
    expect(game.open()).toEqual([]);
    game.host.advance(1);

    expect(game.open()).toEqual(['A']);
    expect(game.instance.subscriptions.size).toBe(0);
  });

  test('FEEL that gives no time is an incident', async () => {
    const game = await play(waiting(duration('="soon"')));

    expect(game.incidents()).toEqual(['timerInvalid@t']);
  });

  test.each([
    ['three times', cycle('R3/PT1H'), 3],
    ['without end', cycle('R/PT1H'), 10],
    ['by cron', cycle('0 * * * *'), 10],
    ['once for a duration', duration('PT1H'), 1],
  ])('a boundary event that does not interrupt fires %s while the activity lasts', async (_name, definition, times) => {
    const game = await play(
      process(
        start(),
        user('A'),
        task('R'),
        end(),
        chain('s', 'A', 'e'),
        boundary('b', 'A', definition, { interrupting: false }),
        chain('b', 'R', 'e'),
      ),
    );

    game.host.advance(10 * HOUR);

    expect(game.timesLeft('R')).toBe(times);
    expect(game.open()).toEqual(['A']);
  });

  test('a counted cycle is made up for after a pause, an endless one goes on from now', async () => {
    const xml = (definition: string) =>
      process(
        start(),
        user('A'),
        task('R'),
        end(),
        chain('s', 'A', 'e'),
        boundary('b', 'A', definition, { interrupting: false }),
        chain('b', 'R', 'e'),
      );
    const counted = await play(xml(cycle('R3/PT1H')));
    const endless = await play(xml(cycle('R/PT1H')));

    for (const game of [counted, endless]) {
      game.host.now += 10.5 * HOUR;
      game.host.advance(0);
    }

    expect(counted.timesLeft('R')).toBe(3);
    expect(endless.timesLeft('R')).toBe(1);
    expect([...endless.instance.subscriptions.values()][0]?.dueAt).toBe(endless.host.now + HOUR / 2);
  });

  test('a start timer begins an instance each time', async () => {
    const game = await play(
      file(
        processElement('P', start(), end(), chain('s', 'e')),
        processElement('Q', start('qs', cycle('R2/PT1H')), user('QA'), end('qe'), chain('qs', 'QA', 'qe')),
      ),
    );

    game.host.advance(10 * HOUR);

    expect(game.open()).toEqual(['QA', 'QA']);
  });
});

describe('messages', () => {
  test('what a message carries is merged, or only what the outputs name', async () => {
    const xml = (mapping: string) => process(start(), caught('c', mapping, message()), end(), chain('s', 'c', 'e'));
    const all = await play(xml(''));
    const named = await play(xml(io({}, { paid: '=amount > 5' })));

    all.host.message('M1', { amount: 9 });
    named.host.message('M1', { amount: 9 });

    expect(all.variables).toEqual({ amount: 9 });
    expect(named.variables).toEqual({ paid: true });
  });

  test('a thrown message is for one waiting instance with its key', async () => {
    const game = await play(
      file(
        processElement('P', start(), [and('f'), thrown('t', message('M1', '=k')), end()], [chain('s', 'f', 't', 'e')]),
        processElement(
          'Q',
          start('qs', message('M2')),
          caught('c', message('M1', '=k')),
          user('QA'),
          end('qe'),
          chain('qs', 'c', 'QA', 'qe'),
        ),
      ),
    );
    game.host.message('M2', { k: 'one' });
    game.host.message('M2', { k: 'two' });

    game.host.start('P', { k: 'two' });

    expect(game.host.openWork()).toMatchObject([{ elementId: 'QA', instanceId: 'i3' }]);
  });

  test('a throw with inputs sends these only', async () => {
    const game = await play(
      file(
        processElement('P', start(), thrown('t', io({ n: '=secret + 1' }), message()), end(), chain('s', 't', 'e')),
        processElement('Q', start('qs', message()), user('QA'), end('qe'), chain('qs', 'QA', 'qe')),
      ),
      { secret: 1 },
    );

    expect(game.host.openWork()[0]?.variables).toEqual({ n: 2 });
  });
});

describe('signals', () => {
  test('reach everybody who waits, in every instance, and start processes', async () => {
    const game = await play(
      file(
        processElement('P', start(), caught('c', signal()), user('A'), end(), chain('s', 'c', 'A', 'e')),
        processElement('Q', start('qs', signal()), user('QA'), end('qe'), chain('qs', 'QA', 'qe')),
        processElement('T', start('ts'), thrown('t', signal()), end('te'), chain('ts', 't', 'te')),
      ),
    );
    game.host.start('P');

    game.host.start('T');

    expect(game.open()).toEqual(['A', 'A', 'QA']);
  });
});

describe('several definitions on one event', () => {
  const either = (attributes: string) =>
    process(
      start(),
      element('intermediateCatchEvent', 'c', attributes, message(), duration('PT1H')),
      user('A'),
      end(),
      chain('s', 'c', 'A', 'e'),
    );

  test('any of them is enough', async () => {
    const game = await play(either(''));

    game.host.advance(HOUR);

    expect(game.open()).toEqual(['A']);
    expect(game.host.message('M1')).toBe(false);
  });

  test('parallel multiple waits for all of them', async () => {
    const game = await play(either('parallelMultiple="true"'));
    game.host.advance(HOUR);
    expect(game.open()).toEqual([]);

    game.host.message('M1');

    expect(game.open()).toEqual(['A']);
  });

  test('a throw throws all of them', async () => {
    const game = await play(process(start(), user('A'), thrown('t', message(), signal()), end(), chain('s', 'A', 't', 'e')));

    const { effects } = game.complete('A');

    expect(effects.map(({ type }) => type)).toEqual(['messageThrown', 'signalThrown', 'instanceEnded']);
  });
});

describe('event-based gateway', () => {
  test('the first event takes the token, the others are no longer awaited', async () => {
    const game = await play(
      process(
        start(),
        [
          element('eventBasedGateway', 'g'),
          caught('c', message()),
          element('receiveTask', 'r', 'messageRef="Msg_M2"'),
          user('A'),
          user('B'),
          end(),
        ],
        [chain('s', 'g', 'c', 'A', 'e'), chain('g', 'r', 'B', 'e')],
      ),
    );

    game.host.message('M2', { paid: true });

    expect(game.open()).toEqual(['B']);
    expect(game.instance.subscriptions.size).toBe(0);
    expect(game.variables).toEqual({ paid: true });
    expect(game.timesLeft('r')).toBe(1);
  });
});

describe('conditional events', () => {
  test('a catch whose condition is met already goes on at once', async () => {
    const game = await play(process(start(), caught('c', condition('=x > 5')), user('A'), end(), chain('s', 'c', 'A', 'e')), {
      x: 9,
    });

    expect(game.open()).toEqual(['A']);
  });

  test('a boundary event that does not interrupt happens each time its condition turns true', async () => {
    const game = await play(
      process(
        start(),
        user('A'),
        task('R'),
        end(),
        chain('s', 'A', 'e'),
        boundary('b', 'A', condition('=x > 5'), { interrupting: false }),
        chain('b', 'R', 'e'),
      ),
      { x: 1 },
    );

    for (const x of [9, 10, 1, 7]) game.send({ type: 'setVariables', variables: { x } });

    expect(game.timesLeft('R')).toBe(2);
  });

  test('waiting for what is not known yet is no incident, also for a host that wants to be asked at gateways', async () => {
    const xml = process(start(), caught('c', condition('=x > 5')), user('A'), end(), chain('s', 'c', 'A', 'e'));
    const game = await play(xml, {}, { unknownCondition: 'incident' });
    expect(game.incidents()).toEqual([]);

    game.send({ type: 'setVariables', variables: { x: 9 } });

    expect(game.open()).toEqual(['A']);
  });

  test('a condition that cannot be evaluated any more has not come true', async () => {
    const game = await play(
      process(start(), caught('c', condition('=x > 5')), user('A'), end(), chain('s', 'c', 'A', 'e')),
      { x: 1 },
      {
        evaluate: (_expression, { x }) => {
          if (typeof x !== 'number') throw new Error('no number');
          return x > 5;
        },
      },
    );

    game.send({ type: 'setVariables', variables: { x: 'much' } });

    expect(game.incidents()).toEqual([]);
    expect(game.open()).toEqual([]);
  });
});

describe('link events', () => {
  test('a throw goes on at the catch of its name', async () => {
    const game = await play(
      process(start(), thrown('t', link('L')), caught('c', link('L')), user('A'), end(), chain('s', 't'), chain('c', 'A', 'e')),
    );

    expect(game.open()).toEqual(['A']);
  });
});
