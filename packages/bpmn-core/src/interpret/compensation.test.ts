import { play } from '../testing/play';
import {
  boundary,
  cancel,
  chain,
  compensation,
  condition,
  element,
  end,
  error,
  eventSub,
  handlerOf,
  message,
  multi,
  process,
  start,
  sub,
  task,
  thrown,
  user,
  and,
} from '../testing/xml';

const handler = (id: string) => element('userTask', id, 'isForCompensation="true"');
const compensable = (id: string, handlerId: string, activity: string) => [
  activity,
  boundary(`b${id}`, id, compensation()),
  handler(handlerId),
  handlerOf(`b${id}`, handlerId),
];

describe('a compensation throw', () => {
  const twoSteps = (definition: string) =>
    process(
      start(),
      [compensable('A', 'HA', user('A')), compensable('B', 'HB', user('B')), thrown('t', definition), user('Z'), end()],
      chain('s', 'A', 'B', 't', 'Z', 'e'),
    );

  test('runs the handlers newest first and waits for each', async () => {
    const game = await play(twoSteps(compensation()));
    game.complete('A');
    game.complete('B');
    expect(game.open()).toEqual(['HB']);

    game.complete('HB');
    expect(game.open()).toEqual(['HA']);
    game.complete('HA');

    expect(game.open()).toEqual(['Z']);
    game.complete('Z');
    expect(game.rows()).toBe(0);
  });

  test('may name one activity', async () => {
    const game = await play(twoSteps(compensation('activityRef="A"')));
    game.complete('A');
    game.complete('B');

    expect(game.open()).toEqual(['HA']);
  });

  test('goes on at once when it need not wait', async () => {
    const game = await play(twoSteps(compensation('waitForCompletion="false"')));
    game.complete('A');
    game.complete('B');

    expect(game.open()).toEqual(['HB', 'Z']);
  });

  test('a handler sees the data as it was when its activity was completed', async () => {
    const game = await play(twoSteps(compensation('activityRef="A"')));
    game.complete('A', { amount: 10 });
    game.complete('B', { amount: 99 });

    expect(game.host.openWork()[0]?.variables.amount).toBe(10);
  });

  test('what a handler gives goes into the process, not into the snapshot', async () => {
    const game = await play(twoSteps(compensation('activityRef="A"')));
    game.complete('A', { amount: 10 });
    game.complete('B');

    game.complete('HA', { amount: 0, refunded: true });

    expect(game.variables).toEqual({ amount: 0, refunded: true });
  });

  test('compensates nothing twice', async () => {
    const game = await play(
      process(
        start(),
        [compensable('A', 'HA', task('A')), thrown('t1', compensation()), thrown('t2', compensation()), user('Z'), end()],
        chain('s', 'A', 't1', 't2', 'Z', 'e'),
      ),
    );

    game.complete('HA');

    expect(game.open()).toEqual(['Z']);
  });

  test('cannot compensate what was cancelled', async () => {
    const game = await play(
      process(
        start(),
        [compensable('A', 'HA', user('A')), boundary('bm', 'A', message()), thrown('t', compensation()), user('Z'), end()],
        [chain('s', 'A', 'e'), chain('bm', 't', 'Z', 'e')],
      ),
    );

    game.host.message('M1');

    expect(game.open()).toEqual(['Z']);
  });

  test('at an end event ends the token when all handlers are done', async () => {
    const game = await play(
      process(start(), [compensable('A', 'HA', task('A')), end('e', compensation())], chain('s', 'A', 'e')),
    );

    game.complete('HA');

    expect(game.status).toBe('completed');
    expect(game.rows()).toBe(0);
  });

  test('records that nobody used end with the instance', async () => {
    const game = await play(process(start(), [compensable('A', 'HA', task('A')), user('B'), end()], chain('s', 'A', 'B', 'e')));
    expect(game.instance.compensations.size).toBe(1);

    game.complete('B');

    expect(game.rows()).toBe(0);
  });
});

describe('compensation of a sub-process', () => {
  const outer = (...inside: (string | string[] | readonly (string | readonly string[])[])[]) =>
    process(
      start(),
      [sub('SP', start('s1'), ...inside), thrown('t', compensation()), user('Z'), end()],
      chain('s', 'SP', 't', 'Z', 'e'),
    );

  test('compensates what was completed inside, newest first, with the data inside', async () => {
    const game = await play(
      outer([...compensable('A', 'HA', task('A')), ...compensable('B', 'HB', task('B'))], end('e1'), chain('s1', 'A', 'B', 'e1')),
    );
    expect(game.open()).toEqual(['HB']);

    game.complete('HB');
    game.complete('HA');

    expect(game.open()).toEqual(['Z']);
    game.complete('Z');
    expect(game.rows()).toBe(0);
  });

  test('runs its compensation event sub-process instead, which may compensate the inside itself', async () => {
    const own = eventSub(
      'ES',
      { interrupting: true, definition: compensation() },
      user('H'),
      thrown('ti', compensation()),
      end('e2'),
      chain('ES_s', 'H', 'ti', 'e2'),
    );
    const game = await play(outer(compensable('A', 'HA', task('A')), end('e1'), chain('s1', 'A', 'e1'), own));
    expect(game.open()).toEqual(['H']);

    game.complete('H');
    expect(game.open()).toEqual(['HA']);
    game.complete('HA');

    expect(game.open()).toEqual(['Z']);
    game.complete('Z');
    expect(game.rows()).toBe(0);
  });

  test('runs its own handler and forgets the inside', async () => {
    const inner = sub('SP', start('s1'), compensable('A', 'HA', task('A')), end('e1'), chain('s1', 'A', 'e1'));
    const game = await play(
      process(
        start(),
        [compensable('SP', 'HS', inner), thrown('t', compensation()), user('Z'), end()],
        chain('s', 'SP', 't', 'Z', 'e'),
      ),
    );
    expect(game.open()).toEqual(['HS']);

    game.complete('HS');

    expect(game.open()).toEqual(['Z']);
    expect(game.instance.compensations.size).toBe(0);
  });
});

test('an error in a handler is not caught at the sub-process that is compensated, only further out', async () => {
  const inner = sub('SP', start('s1'), compensable('A', 'HA', task('A')), end('e1'), chain('s1', 'A', 'e1'));
  const around = sub('O', start('s2'), inner, boundary('bi', 'SP', error()), thrown('t', compensation()), end('e2'), [
    chain('s2', 'SP', 't', 'e2'),
    chain('bi', 'e2'),
  ]);
  const game = await play(
    process(start(), around, boundary('bo', 'O', error('E1')), user('Y'), end(), chain('s', 'O', 'e'), chain('bo', 'Y', 'e')),
  );

  game.send({ type: 'throwError', tokenId: game.tokenAt('HA').id, errorCode: 'E1', variables: {} });

  expect([...game.instance.tokens.values()].map(({ elementId }) => elementId)).toEqual(['P', 'Y']);
  expect(game.timesLeft('bi')).toBe(0);
});

describe('compensation of a multi-instance activity', () => {
  const many = process(
    start(),
    [
      compensable('A', 'HA', user('A', multi({ collection: 'items', as: 'item' }))),
      thrown('t', compensation()),
      user('Z'),
      end(),
    ],
    chain('s', 'A', 't', 'Z', 'e'),
  );

  test('runs the handler for each instance, newest first, with its own item', async () => {
    const game = await play(many, { items: ['a', 'b'] });
    game.complete('A');
    game.complete('A');
    expect(game.host.openWork()).toMatchObject([{ elementId: 'HA', variables: { item: 'b' } }]);

    game.complete('HA');
    expect(game.host.openWork()).toMatchObject([{ elementId: 'HA', variables: { item: 'a' } }]);
    game.complete('HA');

    expect(game.open()).toEqual(['Z']);
    game.complete('Z');
    expect(game.rows()).toBe(0);
  });
});

describe('a transaction', () => {
  const transaction = process(
    start(),
    element('transaction', 'TX', '', [
      start('s1'),
      ...compensable('A', 'HA', task('A')),
      and('f'),
      user('B'),
      user('C'),
      end('e1', cancel),
      end('e2'),
      chain('s1', 'A', 'f', 'B', 'e1'),
      chain('f', 'C', 'e2'),
    ]),
    boundary('b', 'TX', cancel),
    [user('Y'), user('Z'), end(), chain('s', 'TX', 'Z', 'e'), chain('b', 'Y', 'e')],
  );

  test('when cancelled ends what is open, compensates what is done and leaves by its cancel event', async () => {
    const game = await play(transaction);

    game.complete('B');
    expect(game.open()).toEqual(['HA']);
    game.complete('HA');

    expect(game.open()).toEqual(['Y']);
    game.complete('Y');
    expect(game.rows()).toBe(0);
  });

  test('when nothing is cancelled is left like any sub-process', async () => {
    const plain = process(
      start(),
      [element('transaction', 'TX', '', start('s1'), user('B'), end('e1'), chain('s1', 'B', 'e1')), user('Z'), end()],
      chain('s', 'TX', 'Z', 'e'),
    );
    const game = await play(plain);

    game.complete('B');

    expect(game.open()).toEqual(['Z']);
  });
});

describe('an ad-hoc sub-process', () => {
  const adHoc = (attributes: string, ...more: string[]) =>
    process(
      start(),
      [element('adHocSubProcess', 'AH', attributes, user('A'), user('B'), user('C'), chain('A', 'C'), ...more), user('Z'), end()],
      chain('s', 'AH', 'Z', 'e'),
    );
  const until = (expression: string) => `<completionCondition>${expression}</completionCondition>`;

  test('begins everything that no flow leads to, follows flows inside and ends when all is done', async () => {
    const game = await play(adHoc(''));
    expect(game.open()).toEqual(['A', 'B']);

    game.complete('A');
    expect(game.open()).toEqual(['B', 'C']);
    game.complete('B');
    game.complete('C');

    expect(game.open()).toEqual(['Z']);
  });

  test('in sequence begins one after the other', async () => {
    const game = await play(adHoc('ordering="Sequential"'));
    expect(game.open()).toEqual(['A']);
    game.complete('A');
    game.complete('C');

    expect(game.open()).toEqual(['B']);
    game.complete('B');
    expect(game.open()).toEqual(['Z']);
  });

  test('ends by its completion condition and cancels the rest', async () => {
    const game = await play(adHoc('', until('=enough = true')));

    game.complete('B', { enough: true });

    expect(game.open()).toEqual(['Z']);
  });

  test('may let the rest be finished', async () => {
    const game = await play(adHoc('cancelRemainingInstances="false"', until('=enough = true')));

    game.complete('B', { enough: true });
    expect(game.open()).toEqual(['A']);
  });

  test('in sequence begins nothing more once its condition is met', async () => {
    const game = await play(adHoc('ordering="Sequential" cancelRemainingInstances="false"', until('=enough = true')));

    game.complete('A', { enough: true });
    game.complete('C');

    expect(game.open()).toEqual(['Z']);
  });

  test('a completion condition that fails is an incident of the sub-process, cleared by retry', async () => {
    let isBroken = true;
    const game = await play(
      adHoc('', until('=enough')),
      {},
      {
        evaluate() {
          if (isBroken) throw new Error('broken');
          return true;
        },
      },
    );
    game.complete('B');
    expect(game.incidents()).toEqual(['expressionFailed@AH']);

    isBroken = false;
    game.send({ type: 'retry', tokenId: game.tokenAt('AH').id });

    expect(game.open()).toEqual(['Z']);
    expect(game.incidents()).toEqual([]);
  });
});

test('a condition that interrupts a waiting compensation ends its handlers', async () => {
  const game = await play(
    process(
      start(),
      sub(
        'SP',
        start('s1'),
        compensable('A', 'HA', task('A')),
        thrown('t', compensation()),
        end('e1'),
        chain('s1', 'A', 't', 'e1'),
      ),
      boundary('b', 'SP', condition('=stop = true')),
      [user('Y'), end(), chain('s', 'SP', 'e'), chain('b', 'Y', 'e')],
    ),
  );
  expect(game.open()).toEqual(['HA']);

  game.send({ type: 'setVariables', variables: { stop: true } });

  expect(game.open()).toEqual(['Y']);
  game.complete('Y');
  expect(game.rows()).toBe(0);
});
