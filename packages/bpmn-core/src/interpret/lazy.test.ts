import { apply } from '.';
import type { Changes, Command, StateReader, SubscriptionRow, TokenRow, Variables } from '../contract';
import type { Graph } from '../graph';
import type { StoredInstance } from '../host';
import { graphOf, NOW, play } from '../testing/play';
import { and, boundary, chain, duration, end, message, multi, or, flow, process, start, sub, user } from '../testing/xml';

class NotLoaded extends Error {}

interface Calls {
  readonly rows: Set<string>;
  readonly groups: string[];
}

/** Only what was declared is there, as with a database store; everything that is asked for is written down. */
function partial(instance: StoredInstance, tokenIds: readonly string[], calls: Calls): StateReader {
  const reader = instance.reader();
  const loaded = new Set(tokenIds);
  const need = (id: string) => {
    if (!loaded.has(id)) throw new NotLoaded(id);
  };
  const group = (name: string, id: string) => {
    need(id);
    calls.groups.push(`${name}:${instance.tokens.get(id)?.elementId ?? id}`);
  };
  return {
    instance: reader.instance,
    token(id) {
      need(id);
      calls.rows.add(id);
      return reader.token(id);
    },
    childrenOf(id) {
      group('childrenOf', id);
      throw new NotLoaded(`children of ${id}`);
    },
    childAt(id, elementIds, except) {
      group('childAt', id);
      return reader.childAt(id, elementIds, except);
    },
    subscription: (id) => reader.subscription(id),
    subscriptionsOf(id): readonly SubscriptionRow[] {
      group('subscriptionsOf', id);
      return reader.subscriptionsOf(id);
    },
    conditions() {
      calls.groups.push('conditions');
      return reader.conditions();
    },
    compensationsOf(id) {
      group('compensationsOf', id);
      return reader.compensationsOf(id);
    },
  };
}

function ancestors(instance: StoredInstance, token: TokenRow | undefined): readonly string[] {
  return token ? [token.id, ...ancestors(instance, instance.tokens.get(token.parentId ?? ''))] : [];
}

const env = { now: NOW, evaluate: () => false, runScript: () => ({}) };

function completeLazily(graph: Graph, instance: StoredInstance, token: TokenRow): { calls: Calls; changes: Changes } {
  const calls: Calls = { rows: new Set(), groups: [] };
  const command: Command = { type: 'completeActivity', tokenId: token.id, variables: { v: 1 } };
  const { changes } = apply(graph, partial(instance, ancestors(instance, token), calls), command, env);
  return { calls, changes };
}

const size = ({ tokens, subscriptions, compensations }: Changes) =>
  [tokens, subscriptions, compensations].map(({ inserted, updated, deletedIds }) => [
    inserted.length,
    updated.length,
    deletedIds.length,
  ]);

describe('completing one of many parallel instances', () => {
  test('reads and writes as few rows with 2,000 open as with 20', async () => {
    const xml = process(
      start(),
      user('A', multi({ cardinality: '=n', until: '=false' })),
      end(),
      chain('s', 'A', 'e'),
      boundary('b', 'A', duration('P1D')),
      chain('b', 'e'),
    );
    const graph = await graphOf(xml);
    const costs = [];

    for (const n of [20, 2000]) {
      const game = await play(xml, { n });
      const open = [...game.instance.tokens.values()].filter(({ kind }) => kind === 'activity');
      expect(open).toHaveLength(n);
      const { calls, changes } = completeLazily(graph, game.instance, open[Math.floor(n / 2)] ?? game.tokenAt('A'));
      costs.push({ rows: calls.rows.size, groups: calls.groups, size: size(changes) });
    }

    // The instance, its body and the process; the body is updated, the instance deleted.
    expect(costs[0]).toEqual({
      rows: 3,
      groups: [],
      size: [
        [0, 1, 1],
        [0, 0, 0],
        [0, 0, 0],
      ],
    });
    expect(costs[1]).toEqual(costs[0]);
  });

  test('asks for the others only when it ends the activity early', async () => {
    const game = await play(
      process(start(), user('A', multi({ cardinality: '5', until: '=false' })), end(), chain('s', 'A', 'e')),
    );
    const graph = await graphOf(
      process(start(), user('A', multi({ cardinality: '5', until: '=true' })), end(), chain('s', 'A', 'e')),
    );
    const [token] = [...game.instance.tokens.values()].filter(({ kind }) => kind === 'activity');
    const calls: Calls = { rows: new Set(), groups: [] };
    const reader = partial(game.instance, ancestors(game.instance, token), calls);

    const command: Command = { type: 'completeActivity', tokenId: token?.id ?? '', variables: {} };

    expect(() => apply(graph, reader, command, { ...env, evaluate: () => true })).toThrow(NotLoaded);
    expect(calls.groups).toEqual(['childrenOf:A']);
  });
});

describe('completing a step', () => {
  test('in a line touches its own token and the scopes around it only', async () => {
    const xml = process(
      start(),
      and('f'),
      sub('SP', start('s1'), user('A'), user('B'), end('e1'), chain('s1', 'A', 'B', 'e1')),
      user('C', multi({ cardinality: '50' })),
      end(),
      chain('s', 'f', 'SP', 'e'),
      chain('f', 'C', 'e'),
    );
    const game = await play(xml);

    const { calls, changes } = completeLazily(await graphOf(xml), game.instance, game.tokenAt('A'));

    expect(calls).toMatchObject({ groups: [] });
    expect(calls.rows.size).toBe(3);
    expect(size(changes)[0]).toEqual([1, 0, 1]);
  });

  test('asks for its own subscriptions when it has boundary events', async () => {
    const xml = process(start(), user('A'), end(), chain('s', 'A', 'e'), boundary('b', 'A', message()), chain('b', 'e'));
    const game = await play(xml);

    const { calls, changes } = completeLazily(await graphOf(xml), game.instance, game.tokenAt('A'));

    expect(calls.groups).toEqual(['subscriptionsOf:A']);
    expect(changes.subscriptions.deletedIds).toHaveLength(1);
  });

  test('before a parallel join reads none of the other branches', async () => {
    const xml = process(
      start(),
      and('f'),
      user('A'),
      user('B'),
      user('C'),
      and('j'),
      end(),
      chain('s', 'f', 'A', 'j', 'e'),
      chain('f', 'B', 'j'),
      chain('f', 'C', 'j'),
    );
    const game = await play(xml);

    const { calls } = completeLazily(await graphOf(xml), game.instance, game.tokenAt('A'));

    expect(calls).toMatchObject({ groups: [] });
    expect(calls.rows.size).toBe(2);
  });

  test.each([
    ['while another branch goes on', ['A', 'B', 'C'], false],
    ['once nothing else can come', ['A', 'B'], true],
  ] as const)('before an inclusive join asks for one token of its scope, %s', async (_, branches, isThrough) => {
    const xml = process(
      start(),
      and('f'),
      ...branches.map((id) => user(id)),
      or('j'),
      user('after'),
      end(),
      chain('s', 'f', 'A', 'j', 'after', 'e'),
      ...branches.slice(1).map((id) => chain('f', id, 'j')),
    );
    const game = await play(xml);
    game.complete('B');

    const graph = await graphOf(xml);
    const complete = () => completeLazily(graph, game.instance, game.tokenAt('A'));

    // whoever waits at the join is read when it lets them through
    if (isThrough) expect(complete).toThrow(NotLoaded);
    else expect(complete().calls.groups).toEqual(['childAt:P']);
  });

  test('asks for conditions only when the process has some and variables changed', async () => {
    const waiting =
      '<intermediateCatchEvent id="c"><conditionalEventDefinition><condition>=x</condition></conditionalEventDefinition></intermediateCatchEvent>';
    const xml = process(start(), and('f'), user('A'), waiting, end(), chain('s', 'f', 'A', 'e'), flow('f', 'c'), flow('c', 'e'));
    const game = await play(xml);

    const calls: Calls = { rows: new Set(), groups: [] };
    const loaded = ['A', 'c'].flatMap((id) => ancestors(game.instance, game.tokenAt(id)));
    const complete = (variables: Variables) =>
      apply(
        graph,
        partial(game.instance, loaded, calls),
        { type: 'completeActivity', tokenId: game.tokenAt('A').id, variables },
        env,
      );
    const graph = await graphOf(xml);

    complete({});
    expect(calls.groups).toEqual([]);
    complete({ x: 1 });

    expect(calls.groups).toEqual(['conditions']);
  });
});
