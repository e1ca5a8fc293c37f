import { play } from '../testing/play';
import { and, chain, element, end, flow, or, process, start, task, user, xor } from '../testing/xml';

describe('exclusive gateway', () => {
  const choice = process(
    start(),
    xor('g', 'g_C'),
    [user('A'), user('B'), user('C'), end()],
    [
      chain('s', 'g'),
      flow('g', 'A', '=x > 10'),
      flow('g', 'B', '=x > 5'),
      flow('g', 'C'),
      chain('A', 'e'),
      chain('B', 'e'),
      chain('C', 'e'),
    ],
  );

  test.each([
    [11, 'A'],
    [6, 'B'],
    [1, 'C'],
  ])('with x = %i takes only the first flow whose condition is met, else the default', async (x, expected) => {
    const game = await play(choice, { x });

    expect(game.open()).toEqual([expected]);
  });

  test('takes unknown data for "not met", as BPMN has it', async () => {
    const game = await play(choice);

    expect(game.open()).toEqual(['C']);
  });

  test('stops with an incident on unknown data when the host wants to be asked', async () => {
    const game = await play(choice, {}, { unknownCondition: 'incident' });

    expect(game.incidents()).toEqual(['conditionUnknown@g']);
  });

  test('stops with an incident when no flow can be taken, and goes on by retry once it can', async () => {
    const game = await play(
      process(start(), xor('g'), user('A'), user('B'), end(), [
        chain('s', 'g'),
        flow('g', 'A', '=x = 1'),
        flow('g', 'B', '=x = 2'),
        chain('A', 'e'),
        chain('B', 'e'),
      ]),
      { x: 3 },
    );
    expect(game.incidents()).toEqual(['noFlowChosen@g']);

    game.send({ type: 'setVariables', variables: { x: 2 } });
    game.send({ type: 'retry', tokenId: game.tokenAt('g').id });

    expect(game.open()).toEqual(['B']);
    expect(game.incidents()).toEqual([]);
  });

  test('refuses a condition that is neither true nor false', async () => {
    const game = await play(choice, { x: 11 }, { evaluate: () => 'yes' });

    expect(game.incidents()).toEqual(['conditionNotBoolean@g']);
  });
});

describe('parallel gateway', () => {
  const block = process(
    start(),
    [and('f'), user('A'), user('B'), and('j'), user('C'), end()],
    [chain('s', 'f', 'A', 'j', 'C', 'e'), chain('f', 'B', 'j')],
  );

  test('waits for one token of each incoming flow', async () => {
    const game = await play(block);
    game.complete('A');
    expect(game.open()).toEqual(['B']);

    game.complete('B');

    expect(game.open()).toEqual(['C']);
    expect(game.timesLeft('j')).toBe(1);
  });

  test('tells somebody when it can never be filled', async () => {
    const game = await play(
      process(
        start(),
        [xor('g', 'g_B'), user('A'), user('B'), and('j'), end()],
        [chain('s', 'g'), flow('g', 'A', '=false'), flow('g', 'B'), chain('A', 'j', 'e'), chain('B', 'j')],
      ),
    );

    const { effects } = game.complete('B');

    expect(effects).toMatchObject([
      { type: 'incidentRaised', elementId: 'j', code: 'joinStuck', data: { missingFlows: ['A_j'] } },
    ]);
  });

  test('a stuck join can be left by a move, which clears the incident', async () => {
    const game = await play(
      process(
        start(),
        [xor('g', 'g_B'), user('A'), user('B'), and('j'), user('Z'), end()],
        [chain('s', 'g'), flow('g', 'A', '=false'), flow('g', 'B'), chain('A', 'j', 'Z', 'e'), chain('B', 'j')],
      ),
    );
    game.complete('B');

    game.send({ type: 'move', fromTokenIds: [game.tokenAt('j').id], toElementId: 'Z', variables: {} });

    expect(game.incidents()).toEqual([]);
    expect(game.open()).toEqual(['Z']);
  });
});

describe('inclusive gateway', () => {
  const block = process(
    start(),
    [or('f', 'f_C'), user('A'), user('B'), user('C'), or('j'), user('Z'), end()],
    [chain('s', 'f'), flow('f', 'A', '=a'), flow('f', 'B', '=b'), flow('f', 'C')],
    [chain('A', 'j', 'Z', 'e'), chain('B', 'j'), chain('C', 'j')],
  );

  test('waits for every token that can still arrive and for no other', async () => {
    const game = await play(block, { a: true, b: true });
    game.complete('A');
    expect(game.open()).toEqual(['B']);

    game.complete('B');

    expect(game.open()).toEqual(['Z']);
  });

  test('takes the default when no condition is met', async () => {
    const game = await play(block, { a: false, b: false });

    game.complete('C');

    expect(game.open()).toEqual(['Z']);
  });

  test('goes on when the token it waits for dies', async () => {
    const game = await play(block, { a: true, b: true });
    game.complete('A');

    game.send({ type: 'move', fromTokenIds: [game.tokenAt('B').id], toElementId: 'Z', variables: {} });

    expect(game.open()).toEqual(['Z', 'Z']);
  });

  test('does not wait for a token that could only come through the join itself', async () => {
    const game = await play(
      process(
        start(),
        [and('f'), task('T'), user('A'), or('j'), user('Z'), xor('g', 'g_e'), end()],
        [chain('s', 'f', 'T', 'j', 'Z', 'g'), chain('f', 'A', 'e'), flow('g', 'e'), flow('g', 'j', '=again')],
      ),
      { again: true },
    );
    expect(game.open()).toEqual(['A', 'Z']);

    game.complete('Z');

    expect(game.open()).toEqual(['A', 'Z']);
  });

  test('two joins that wait for each other in a loop do not wait for ever', async () => {
    const game = await play(
      process(
        start(),
        [
          and('f'),
          or('j1'),
          or('j2'),
          task('T1'),
          task('T2'),
          xor('x1', 'x1_u1'),
          xor('x2', 'x2_u2'),
          user('u1'),
          user('u2'),
          end(),
        ],
        [chain('s', 'f', 'j1', 'T1', 'x1'), chain('f', 'j2', 'T2', 'x2'), flow('x1', 'j2', '=false'), flow('x2', 'j1', '=false')],
        [flow('x1', 'u1'), flow('x2', 'u2'), chain('u1', 'e'), chain('u2', 'e')],
      ),
    );

    expect(game.open()).toEqual(['u1', 'u2']);
  });
});

describe('flows out of an activity', () => {
  test('unconditional ones are always taken, the default only when no condition is met', async () => {
    const xml = process(
      start(),
      [element('userTask', 'A', 'default="A_D"'), user('B'), user('C'), user('D'), end()],
      [chain('s', 'A'), flow('A', 'B'), flow('A', 'C', '=x'), flow('A', 'D'), chain('B', 'e'), chain('C', 'e'), chain('D', 'e')],
    );
    const met = await play(xml, { x: true });
    const unmet = await play(xml, { x: false });

    met.complete('A');
    unmet.complete('A');

    expect(met.open()).toEqual(['B', 'C']);
    expect(unmet.open()).toEqual(['B', 'D']);
  });
});
