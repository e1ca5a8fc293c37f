import { play } from '../../testing/play';
import { boundary, chain, element, end, flow, formal, message, multi, process, start, sub, task, user } from '../../testing/xml';

const votes = (loop: string, ...more: string[]) =>
  process(start(), user('A', loop), user('Z'), end(), chain('s', 'A', 'Z', 'e'), ...more);

describe('parallel multi-instance', () => {
  test('opens one instance per item, each with its own item and counter', async () => {
    const game = await play(votes(multi({ collection: '=voters', as: 'voter' })), { voters: ['a', 'b'] });

    expect(game.host.openWork().map(({ variables }) => [variables.voter, variables.loopCounter])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  test('ends when all are done', async () => {
    const game = await play(votes(multi({ cardinality: '=2' })));
    game.complete('A');
    expect(game.open()).toEqual(['A']);

    game.complete('A');

    expect(game.open()).toEqual(['Z']);
    expect(game.timesLeft('A')).toBe(2);
  });

  test('ends early by its completion condition and cancels the rest', async () => {
    const game = await play(votes(multi({ cardinality: '3', until: '=nrOfCompletedInstances / nrOfInstances > 0.5' })));
    game.complete('A');
    expect(game.open()).toEqual(['A', 'A']);

    const { effects } = game.complete('A');

    expect(effects).toMatchObject([
      { type: 'workCancelled', elementId: 'A' },
      { type: 'workOpened', elementId: 'Z' },
    ]);
  });

  test('the completion condition sees the result of the instance and all counts', async () => {
    const seen: unknown[] = [];
    const game = await play(
      votes(multi({ cardinality: '3', until: 'x' })),
      {},
      {
        evaluate: (
          expression,
          { nrOfInstances, nrOfActiveInstances, nrOfCompletedInstances, nrOfTerminatedInstances, loopCounter, v },
        ) => {
          if (expression === '3') return 3;
          seen.push([nrOfInstances, nrOfActiveInstances, nrOfCompletedInstances, nrOfTerminatedInstances, loopCounter, v]);
          return false;
        },
      },
    );

    game.complete('A', { v: 'yes' });

    expect(seen).toEqual([[3, 2, 1, 0, 1, 'yes']]);
  });

  test('an item stays with its instance even when a result has its name', async () => {
    const game = await play(votes(multi({ collection: 'voters', as: 'voter' })), { voters: ['a', 'b'] });

    game.complete('A', { voter: 'x', vote: 'yes' });

    expect(game.variables).toEqual({ voters: ['a', 'b'], vote: 'yes' });
  });

  test('a collection of nothing passes through', async () => {
    const game = await play(votes(multi({ collection: 'voters' })), { voters: [] });

    expect(game.open()).toEqual(['Z']);
  });

  test.each([
    ['a collection that is no list', multi({ collection: '="x"' }), 'collectionNotList'],
    ['a collection that is unknown', multi({ collection: '=nothing' }), 'collectionNotList'],
    ['a number that is negative', multi({ cardinality: '=-1' }), 'cardinalityInvalid'],
    ['a number with a fraction', multi({ cardinality: '=1.5' }), 'cardinalityInvalid'],
    ['a number beyond all measure', multi({ cardinality: '=1000000000' }), 'tooManyInstances'],
  ])('stops with an incident for %s', async (_name, loop, code) => {
    const game = await play(votes(loop));

    expect(game.incidents()).toEqual([`${code}@A`]);
  });

  test('a completion condition that fails stops one instance only', async () => {
    const game = await play(votes(multi({ cardinality: '2', until: '=1 +' })));

    game.complete('A');

    expect(game.incidents()).toEqual(['expressionFailed@A']);
    expect(game.open()).toEqual(['A']);
  });

  test('boundary events belong to the activity as a whole', async () => {
    const game = await play(votes(multi({ cardinality: '3' }), boundary('b', 'A', message()), user('Y'), chain('b', 'Y', 'e')));
    expect(game.instance.subscriptions.size).toBe(1);

    game.host.message('M1');

    expect(game.open()).toEqual(['Y']);
  });

  test('more instances than the step guard allows moves are no loop', async () => {
    const game = await play(votes(multi({ cardinality: '200' })), {}, { maxSteps: 50 });

    expect(game.open()).toHaveLength(200);
  });
});

describe('sequential multi-instance', () => {
  test('opens one after the other with the items as they were at the beginning', async () => {
    const game = await play(votes(multi({ sequential: true, collection: 'voters', as: 'voter' })), { voters: ['a', 'b'] });
    expect(game.host.openWork()[0]?.variables.voter).toBe('a');

    game.complete('A', { voters: ['x', 'y'] });

    expect(game.host.openWork()[0]?.variables.voter).toBe('b');
    game.complete('A');
    expect(game.open()).toEqual(['Z']);
  });

  test('ends early by its completion condition', async () => {
    const game = await play(votes(multi({ sequential: true, cardinality: '3', until: '=stop = true' })));

    game.complete('A', { stop: true });

    expect(game.open()).toEqual(['Z']);
  });

  test('a loop over a data object takes the variable of its name', async () => {
    const loop =
      '<multiInstanceLoopCharacteristics isSequential="true"><loopDataInputRef>D</loopDataInputRef><inputDataItem id="item" name="voter"/></multiInstanceLoopCharacteristics>';

    const game = await play(votes(loop, '<dataObject id="D" name="voters"/>'), { voters: ['a', 'b'] });

    expect(game.host.openWork()[0]?.variables.voter).toBe('a');
  });
});

describe('multi-instance sub-process', () => {
  test('keeps the variables of each instance apart', async () => {
    const xml = process(
      start(),
      sub('SP', start('s1'), user('B'), end('e1'), chain('s1', 'B', 'e1'), multi({ collection: 'places', as: 'place' })),
      end(),
      chain('s', 'SP', 'e'),
    );
    const game = await play(xml, { places: ['north', 'south'] });

    game.complete('B', { place: 'changed' });

    expect(game.host.openWork().map(({ variables }) => variables.place)).toEqual(['south']);
  });
});

describe('standard loop', () => {
  const looped = (attributes: string, loopCondition: string, tag = 'userTask') =>
    process(
      start(),
      element(tag, 'A', '', `<standardLoopCharacteristics ${attributes}>${loopCondition}</standardLoopCharacteristics>`),
      user('Z'),
      end(),
      [flow('s', 'A'), chain('A', 'Z', 'e')],
    );

  test('goes on while its condition is met, tested after each run', async () => {
    const game = await play(looped('', formal('loopCondition', '=again')), { again: false });
    game.complete('A', { again: true });
    expect(game.open()).toEqual(['A']);

    game.complete('A', { again: false });

    expect(game.open()).toEqual(['Z']);
  });

  test('does not run at all when the test comes first and fails', async () => {
    const game = await play(looped('testBefore="true"', formal('loopCondition', '=again')), { again: false });

    expect(game.open()).toEqual(['Z']);
  });

  test('stops at its maximum', async () => {
    const game = await play(looped('loopMaximum="3"', formal('loopCondition', '=true'), 'task'));

    expect(game.timesLeft('A')).toBe(3);
    expect(game.open()).toEqual(['Z']);
  });

  test('a loop of plain tasks that never ends is stopped and named', async () => {
    const game = await play(looped('', formal('loopCondition', '=true'), 'task'), {}, { maxSteps: 100 });

    expect(game.incidents()).toEqual(['tooManySteps@A']);
  });

  test('counts its runs', async () => {
    const game = await play(looped('', formal('loopCondition', '=loopCounter < 3'), 'task'));

    expect(game.timesLeft('A')).toBe(3);
  });
});

test('a sub-process with only plain tasks, many times in parallel, ends', async () => {
  const xml = process(
    start(),
    sub('SP', start('s1'), task('T'), end('e1'), chain('s1', 'T', 'e1'), multi({ cardinality: '50' })),
    end(),
    chain('s', 'SP', 'e'),
  );

  const game = await play(xml);

  expect(game.status).toBe('completed');
  expect(game.timesLeft('T')).toBe(50);
  expect(game.rows()).toBe(0);
});
