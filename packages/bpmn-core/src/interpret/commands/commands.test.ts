import { CommandError } from '..';
import type { Command } from '../../contract';
import { play, type Play } from '../../testing/play';
import {
  and,
  boundary,
  caught,
  chain,
  compensation,
  duration,
  element,
  end,
  flow,
  handlerOf,
  message,
  multi,
  or,
  process,
  start,
  sub,
  task,
  thrown,
  user,
} from '../../testing/xml';

const linear = process(start(), user('A'), user('B'), end(), chain('s', 'A', 'B', 'e'));

/** The code of the refusal; also proves that nothing has changed. */
function refusal(game: Play, command: Command): string {
  const before = JSON.stringify([...game.instance.tokens, ...game.instance.subscriptions, game.instance.row]);
  try {
    game.send(command);
  } catch (error) {
    expect(JSON.stringify([...game.instance.tokens, ...game.instance.subscriptions, game.instance.row])).toBe(before);
    if (error instanceof CommandError) return error.code;
    throw error;
  }
  return 'allowed';
}

const completing = (tokenId: string): Command => ({ type: 'completeActivity', tokenId, variables: {} });

describe('refused and without effect', () => {
  test('completing what is done already', async () => {
    const game = await play(linear);
    const tokenId = game.tokenAt('A').id;
    game.complete('A');

    expect(refusal(game, completing(tokenId))).toBe('tokenUnknown');
  });

  test.each<Command['type']>(['completeActivity', 'throwError', 'throwEscalation'])(
    '%s at something that is no open work',
    async (type) => {
      const game = await play(process(start(), caught('c', message()), end(), chain('s', 'c', 'e')));
      const tokenId = game.tokenAt('c').id;
      const commands: Record<string, Command> = {
        completeActivity: completing(tokenId),
        throwError: { type: 'throwError', tokenId, errorCode: 'E1', variables: {} },
        throwEscalation: { type: 'throwEscalation', tokenId, escalationCode: 'X1', variables: {} },
      };

      expect(refusal(game, commands[type] ?? completing(tokenId))).toBe('activityNotWaiting');
    },
  );

  test('completing a multi-instance activity as a whole', async () => {
    const game = await play(process(start(), user('A', multi({ cardinality: '2' })), end(), chain('s', 'A', 'e')));
    const body = [...game.instance.tokens.values()].find(({ kind }) => kind === 'multiInstance');

    expect(refusal(game, completing(body?.id ?? ''))).toBe('activityNotWaiting');
  });

  test.each<[string, Command]>([
    ['completing', completing('i1:1')],
    ['a variable', { type: 'setVariables', variables: {} }],
    ['a cancellation', { type: 'cancel' }],
    ['a message', { type: 'deliverMessage', subscriptionId: 'i1:2', variables: {} }],
    ['a timer', { type: 'fireTimer', subscriptionId: 'i1:2' }],
  ])('%s after the end', async (_name, command) => {
    const game = await play(process(start(), end(), chain('s', 'e')));

    expect(refusal(game, command)).toBe('instanceEnded');
  });

  test('a second start', async () => {
    const game = await play(linear);

    expect(refusal(game, { type: 'start', variables: {} })).toBe('instanceStarted');
  });

  test('a start at an event that does not start this process', async () => {
    const game = await play(linear);

    expect(() => game.host.start('P', {}, 'e')).toThrow(expect.objectContaining({ code: 'startEventUnknown' }));
    expect(() => game.host.start('P', {}, 'constructor')).toThrow(expect.objectContaining({ code: 'startEventUnknown' }));
    expect(() => game.host.start('nothing')).toThrow(expect.objectContaining({ code: 'processUnknown' }));
  });

  test('a start without naming one of several start events', async () => {
    const game = await play(
      process(start('s'), start('s2'), user('A'), user('B'), end(), chain('s', 'A', 'e'), chain('s2', 'B', 'e')),
    );

    expect(game.open()).toEqual(['A']);
    expect(() => game.host.start('P')).toThrow(expect.objectContaining({ code: 'startEventNeeded' }));
  });

  test('a timer before its time', async () => {
    const game = await play(process(start(), caught('t', duration('PT1H')), end(), chain('s', 't', 'e')));
    const [subscription] = game.instance.subscriptions.values();

    expect(refusal(game, { type: 'fireTimer', subscriptionId: subscription?.id ?? '' })).toBe('timerNotDue');
  });

  test('a message for a subscription of another kind, or for none', async () => {
    const game = await play(process(start(), caught('t', duration('PT1H')), end(), chain('s', 't', 'e')));
    const [subscription] = game.instance.subscriptions.values();

    expect(refusal(game, { type: 'deliverMessage', subscriptionId: subscription?.id ?? '', variables: {} })).toBe(
      'subscriptionOtherKind',
    );
    expect(refusal(game, { type: 'deliverSignal', subscriptionId: 'i1:99', variables: {} })).toBe('subscriptionUnknown');
  });

  test('a retry of what has not failed', async () => {
    const game = await play(linear);

    expect(refusal(game, { type: 'retry', tokenId: game.tokenAt('A').id })).toBe('tokenNotFailed');
  });
});

describe('cancel', () => {
  test('tells all work outside to stop and leaves no rows', async () => {
    const game = await play(
      process(
        start(),
        and('f'),
        user('A', multi({ cardinality: '2' })),
        caught('c', message()),
        end(),
        chain('s', 'f', 'A', 'e'),
        chain('f', 'c', 'e'),
      ),
    );

    const { effects } = game.send({ type: 'cancel' });

    expect(effects.map(({ type }) => type)).toEqual(['workCancelled', 'workCancelled', 'instanceEnded']);
    expect(game.status).toBe('cancelled');
    expect(game.rows()).toBe(0);
  });

  test('clears incidents', async () => {
    const game = await play(process(start(), element('callActivity', 'C', 'calledElement="=1"'), end(), chain('s', 'C', 'e')));

    game.send({ type: 'cancel' });

    expect(game.incidents()).toEqual([]);
  });
});

describe('move', () => {
  const moving = (game: Play, from: string, to: string): Command => ({
    type: 'move',
    fromTokenIds: [game.tokenAt(from).id],
    toElementId: to,
    variables: {},
  });

  test('goes back to an earlier step', async () => {
    const game = await play(linear);
    game.complete('A');

    const { effects, history } = game.send({ ...moving(game, 'B', 'A'), variables: { returned: true } } as Command);

    expect(effects.map(({ type, ...rest }) => [type, 'elementId' in rest && rest.elementId])).toEqual([
      ['workCancelled', 'B'],
      ['workOpened', 'A'],
    ]);
    expect(history.find(({ kind }) => kind === 'tokenMoved')).toMatchObject({ elementId: 'A', data: { from: ['B'], to: 'A' } });
    expect(game.variables).toEqual({ returned: true });
  });

  test('ends several branches for one new step', async () => {
    const game = await play(
      process(
        start(),
        and('f'),
        user('A'),
        user('B'),
        and('j'),
        user('Z'),
        end(),
        chain('s', 'f', 'A', 'j', 'Z', 'e'),
        chain('f', 'B', 'j'),
      ),
    );
    game.complete('A');

    game.send({ type: 'move', fromTokenIds: [game.tokenAt('j').id, game.tokenAt('B').id], toElementId: 'Z', variables: {} });

    expect(game.open()).toEqual(['Z']);
    game.complete('Z');
    expect(game.rows()).toBe(0);
  });

  test('takes a multi-instance activity as a whole, whichever of its instances is named', async () => {
    const game = await play(
      process(
        start(),
        user('A'),
        user('V', multi({ cardinality: '3' })),
        end(),
        chain('s', 'A', 'V', 'e'),
        boundary('b', 'V', message()),
        flow('b', 'A'),
      ),
    );
    game.complete('A');
    const instance = game.host.openWork()[0]?.tokenId ?? '';

    game.send({ type: 'move', fromTokenIds: [instance], toElementId: 'A', variables: {} });

    expect(game.open()).toEqual(['A']);
    expect(game.instance.subscriptions.size).toBe(0);
  });

  test('ends a sub-process with all below it', async () => {
    const game = await play(
      process(
        start(),
        user('A'),
        sub('SP', start('s1'), user('B'), end('e1'), chain('s1', 'B', 'e1')),
        end(),
        chain('s', 'A', 'SP', 'e'),
      ),
    );
    game.complete('A');

    game.send(moving(game, 'SP', 'A'));

    expect(game.open()).toEqual(['A']);
    expect(game.instance.tokens.size).toBe(2);
  });

  test('takes a failed step out, with its incident', async () => {
    const game = await play(
      process(start(), user('A'), element('callActivity', 'C', 'calledElement="=1"'), end(), chain('s', 'A', 'C', 'e')),
    );
    game.complete('A');

    game.send(moving(game, 'C', 'A'));

    expect(game.incidents()).toEqual([]);
    expect(game.open()).toEqual(['A']);
  });

  test('before an inclusive join counts as a token at it', async () => {
    const game = await play(
      process(start(), or('f'), user('A'), user('B'), or('j'), user('Z'), end(), [
        flow('s', 'f'),
        flow('f', 'A', '=true'),
        flow('f', 'B', '=true'),
        chain('A', 'j', 'Z', 'e'),
        chain('B', 'j'),
      ]),
    );

    game.send(moving(game, 'A', 'j'));
    game.complete('B');

    expect(game.open()).toEqual(['Z']);
  });

  const rich = process(
    start(),
    [and('f'), user('A'), user('B'), and('j'), sub('SP', start('s1'), user('I'), end('e1'), chain('s1', 'I', 'e1')), end()],
    [chain('s', 'f', 'A', 'j', 'SP', 'e'), chain('f', 'B', 'j'), boundary('b', 'A', message()), flow('b', 'B')],
    [boundary('bc', 'B', compensation()), element('userTask', 'H', 'isForCompensation="true"'), handlerOf('bc', 'H')],
  );

  test.each([
    ['to nowhere', 'nowhere', 'moveTargetUnknown'],
    ['into a sub-process', 'I', 'moveTargetOutside'],
    ['to a boundary event', 'b', 'moveTargetUnsuitable'],
    ['to a compensation handler', 'H', 'moveTargetUnsuitable'],
    ['before a parallel join, which would wait for ever', 'j', 'moveTargetUnsuitable'],
  ])('is refused %s', async (_name, target, code) => {
    const game = await play(rich);

    expect(refusal(game, moving(game, 'A', target))).toBe(code);
  });

  test('is refused without tokens, with unknown ones, and with the process itself', async () => {
    const game = await play(rich);

    expect(refusal(game, { type: 'move', fromTokenIds: [], toElementId: 'A', variables: {} })).toBe('moveNothing');
    expect(refusal(game, { type: 'move', fromTokenIds: ['x'], toElementId: 'A', variables: {} })).toBe('tokenUnknown');
    expect(refusal(game, moving(game, 'P', 'A'))).toBe('moveNotPossible');
  });

  test('is refused for tokens of different scopes', async () => {
    const game = await play(
      process(
        start(),
        and('f'),
        user('A'),
        sub('SP', start('s1'), user('I'), end('e1'), chain('s1', 'I', 'e1')),
        end(),
        chain('s', 'f', 'A', 'e'),
        chain('f', 'SP', 'e'),
      ),
    );

    const command: Command = {
      type: 'move',
      fromTokenIds: [game.tokenAt('A').id, game.tokenAt('I').id],
      toElementId: 'A',
      variables: {},
    };

    expect(refusal(game, command)).toBe('moveAcrossScopes');
  });

  test('is refused while a step compensates', async () => {
    const game = await play(
      process(
        start(),
        task('A'),
        boundary('bA', 'A', compensation()),
        element('userTask', 'H', 'isForCompensation="true"'),
        handlerOf('bA', 'H'),
        thrown('t', compensation()),
        user('Z'),
        end(),
        chain('s', 'A', 't', 'Z', 'e'),
      ),
    );

    expect(refusal(game, moving(game, 't', 'Z'))).toBe('moveNotPossible');
    expect(refusal(game, moving(game, 'H', 'Z'))).toBe('moveNotPossible');
  });
});
