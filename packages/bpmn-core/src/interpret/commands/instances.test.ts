import { CommandError } from '..';
import { play, type Play } from '../../testing/play';
import { chain, end, multi, process, start, user } from '../../testing/xml';

const votes = (loop: string) => process(start(), user('A', loop), user('Z'), end(), chain('s', 'A', 'Z', 'e'));
const OVER_LIST = { collection: '=voters', as: 'voter' } as const;
const opened = (game: Play) =>
  game.host.openWork().map(({ elementId, variables: { voter, loopCounter } }) => [elementId, voter, loopCounter]);
const tokenOf = (game: Play, voter: string) => game.host.openWork().find(({ variables }) => variables.voter === voter)!.tokenId;
const add = (game: Play, item: string) => game.send({ type: 'addInstance', tokenId: game.host.openWork()[0]!.tokenId, item });
const remove = (game: Play, voter: string) => game.send({ type: 'removeInstance', tokenId: tokenOf(game, voter) });

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof CommandError) return error.code;
    throw error;
  }
  return 'allowed';
};

describe('one more instance', () => {
  test('is asked for beside the others, with its own item, and has to be done too', async () => {
    const game = await play(votes(multi(OVER_LIST)), { voters: ['a', 'b'] });

    add(game, 'c');

    expect(opened(game)).toEqual([
      ['A', 'a', 1],
      ['A', 'b', 2],
      ['A', 'c', 3],
    ]);
    game.complete('A');
    game.complete('A');
    expect(game.open()).toEqual(['A']);
    game.complete('A');
    expect(game.open()).toEqual(['Z']);
  });

  test('comes last where they go one after the other', async () => {
    const game = await play(votes(multi({ ...OVER_LIST, sequential: true })), { voters: ['a', 'b'] });

    add(game, 'c');

    expect(opened(game)).toEqual([['A', 'a', 1]]);
    game.complete('A');
    game.complete('A');
    expect(opened(game)).toEqual([['A', 'c', 3]]);
    game.complete('A');
    expect(game.open()).toEqual(['Z']);
  });

  test('counts for a ratio: more are needed than before', async () => {
    const game = await play(votes(multi({ ...OVER_LIST, until: '=nrOfCompletedInstances * 100 >= nrOfInstances * 50' })), {
      voters: ['a', 'b'],
    });

    add(game, 'c');
    game.complete('A');

    expect(game.open()).toEqual(['A', 'A']);
    game.complete('A');
    expect(game.open()).toEqual(['Z']);
  });

  test.each([
    ['of a step that one does', process(start(), user('A'), end(), chain('s', 'A', 'e')), 'notAnInstance'],
    ['of a number of instances', votes(multi({ cardinality: '2' })), 'loopOverNoList'],
  ])('is refused %s', async (_what, xml, code) => {
    const game = await play(xml);

    expect(codeOf(() => add(game, 'c'))).toBe(code);
  });

  test('is refused at one that is done', async () => {
    const game = await play(votes(multi(OVER_LIST)), { voters: ['a', 'b'] });
    const { tokenId } = game.host.openWork()[0]!;
    game.send({ type: 'completeActivity', tokenId, variables: {} });

    expect(codeOf(() => game.send({ type: 'addInstance', tokenId, item: 'c' }))).toBe('tokenUnknown');
  });
});

describe('one instance less', () => {
  test('ends its work, and the others go on', async () => {
    const game = await play(votes(multi(OVER_LIST)), { voters: ['a', 'b', 'c'] });

    const { effects } = remove(game, 'b');

    expect(effects).toMatchObject([{ type: 'workCancelled', elementId: 'A' }]);
    expect(opened(game).map(([, voter]) => voter)).toEqual(['a', 'c']);
    game.complete('A');
    game.complete('A');
    expect(game.open()).toEqual(['Z']);
  });

  test('ends the activity when all the others are done', async () => {
    const game = await play(votes(multi(OVER_LIST)), { voters: ['a', 'b'] });
    game.send({ type: 'completeActivity', tokenId: tokenOf(game, 'a'), variables: {} });

    remove(game, 'b');

    expect(game.open()).toEqual(['Z']);
  });

  test('ends the activity when those who are done are enough of those who are left', async () => {
    const game = await play(votes(multi({ ...OVER_LIST, until: '=nrOfCompletedInstances * 100 >= nrOfInstances * 50' })), {
      voters: ['a', 'b', 'c'],
    });
    game.send({ type: 'completeActivity', tokenId: tokenOf(game, 'a'), variables: {} });
    expect(game.open()).toEqual(['A', 'A']);

    remove(game, 'c');

    expect(game.open()).toEqual(['Z']);
  });

  test('waits for a result where the condition reads one', async () => {
    const game = await play(
      votes(multi({ ...OVER_LIST, until: '=1 +' })),
      { voters: ['a', 'b', 'c'] },
      {
        evaluate: (expression, variables) => {
          if (expression === 'voters') return variables.voters ?? null;
          throw new Error('nothing known');
        },
      },
    );

    remove(game, 'c');

    expect(game.open()).toEqual(['A', 'A']);
    expect(game.incidents()).toEqual([]);
  });

  test('lets the next one begin where they go one after the other, each with what is theirs', async () => {
    const game = await play(votes(multi({ ...OVER_LIST, sequential: true })), { voters: ['a', 'b', 'c'] });

    remove(game, 'a');

    expect(opened(game)).toEqual([['A', 'b', 1]]);
    game.complete('A');
    expect(opened(game)).toEqual([['A', 'c', 2]]);
    game.complete('A');
    expect(game.open()).toEqual(['Z']);
  });

  test('does not give its number to the next one', async () => {
    const game = await play(votes(multi(OVER_LIST)), { voters: ['a', 'b'] });

    remove(game, 'b');
    add(game, 'c');

    expect(opened(game)).toEqual([
      ['A', 'a', 1],
      ['A', 'c', 3],
    ]);
  });

  test('is refused for the only one there is', async () => {
    const game = await play(votes(multi(OVER_LIST)), { voters: ['a'] });

    expect(codeOf(() => remove(game, 'a'))).toBe('lastInstance');
    expect(game.open()).toEqual(['A']);
  });
});
