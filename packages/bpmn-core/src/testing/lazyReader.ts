import type { Applied, Command, Env, StateReader } from '../contract';
import type { Graph } from '../graph';
import { apply } from '../interpret';

class NotLoaded extends Error {
  constructor(readonly key: string) {
    super(key);
  }
}

/** As a database store does it: nothing is loaded at first; what is asked for is loaded, and the command applied again. */
export function lazyApply(graph: Graph, reader: StateReader, command: Command, env: Env): Applied {
  return lazily(reader, (guardedReader) => apply(graph, guardedReader, command, env));
}

export function lazily<Result>(reader: StateReader, step: (reader: StateReader) => Result): Result {
  const loaded = new Set<string>();
  for (;;) {
    try {
      return step(guarded(reader, loaded));
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      loaded.add(error.key);
    }
  }
}

function guarded(reader: StateReader, loaded: ReadonlySet<string>): StateReader {
  const need = <T>(key: string, read: () => T): T => {
    if (!loaded.has(key)) throw new NotLoaded(key);
    return read();
  };
  return {
    instance: reader.instance,
    token: (id) => need(`token:${id}`, () => reader.token(id)),
    // A database gives rows in any order.
    childrenOf: (id) => need(`children:${id}`, () => [...reader.childrenOf(id)].reverse()),
    childAt: (id, elementIds, except) =>
      need(`childAt:${id}:${[...elementIds].sort().join()}`, () => reader.childAt(id, elementIds, except)),
    subscription: (id) => need(`subscription:${id}`, () => reader.subscription(id)),
    subscriptionsOf: (id) => need(`subscriptions:${id}`, () => [...reader.subscriptionsOf(id)].reverse()),
    conditions: () => need('conditions', () => reader.conditions()),
    compensationsOf: (id) => need(`compensations:${id}`, () => reader.compensationsOf(id)),
  };
}
