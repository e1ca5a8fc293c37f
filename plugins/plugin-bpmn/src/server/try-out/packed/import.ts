import type { TryOutPath } from '../../../common/api';
import type { Tx } from '../../runtime/tx';
import type { KeptTestRecord } from '../store';
import { peopleByAccount, placesByName } from './people';
import { personIn, renamedGroup, type PortableTest } from './portable';

/** A test as it can be kept here, or whom and what it names that nobody here knows. */
export type LocalTest =
  | { readonly kind: 'known'; readonly test: Pick<KeptTestRecord, 'path' | 'states'> }
  | { readonly kind: 'unknown'; readonly names: readonly string[] };

/** By the names of tests, which are looked at together: people and places are looked up once. */
export async function localTests(tx: Tx, tests: ReadonlyMap<string, PortableTest>): Promise<ReadonlyMap<string, LocalTest>> {
  const asked = [...tests.values()].map(namesIn);
  const people = await peopleByAccount(tx, [...new Set(asked.flatMap((names) => [...names.people]))]);
  const places = await placesByName(tx, [...new Set(asked.flatMap((names) => [...names.places]))]);
  return new Map(
    [...tests].map(([name, test]): [string, LocalTest] => {
      const named = namesIn(test);
      const unknown = [
        ...[...named.people].filter((one) => !people.has(one)),
        ...[...named.places].filter((one) => !places.has(one)),
      ];
      if (unknown.length > 0) return [name, { kind: 'unknown', names: unknown }];
      return [name, { kind: 'known', test: localTest(test, people, places) }];
    }),
  );
}

interface Named {
  readonly people: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

function namesIn({ path, states }: PortableTest): Named {
  const [people, places] = [new Set([path.setup.starter]), new Set(path.setup.place === null ? [] : [path.setup.place])];
  for (const step of path.steps) {
    if (step.kind === 'complete' || step.kind === 'return') people.add(step.by);
    if (step.kind === 'complete') replaced(step.data, (person) => people.add(person));
  }
  const groups = states.flatMap(({ open }) => open.flatMap((task) => task.groups));
  for (const group of groups)
    renamedGroup(group, { person: (name) => (people.add(name), name), place: (name) => (places.add(name), name) });
  return { people, places };
}

function localTest(
  { path, states }: PortableTest,
  people: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, string>,
): Pick<KeptTestRecord, 'path' | 'states'> {
  const { starter, place, ...setup } = path.setup;
  // looked at before: all of them are known
  const idOf = (account: string): number => people.get(account) ?? 0;
  const renaming = { person: (account: string) => String(idOf(account)), place: (name: string) => places.get(name) ?? '' };
  const local: TryOutPath = {
    setup: { ...setup, starterId: idOf(starter), placeId: place === null ? null : (places.get(place) ?? null) },
    steps: path.steps.map((step) => {
      if (step.kind !== 'complete' && step.kind !== 'return') return step;
      const { by, ...done } = step;
      if (done.kind === 'return') return { ...done, byId: idOf(by) };
      return { ...done, data: replaced(done.data, idOf) as Record<string, unknown>, byId: idOf(by) }; // an object stays one
    }),
  };
  const groupOf = (key: string): string => renamedGroup(key, renaming) ?? key;
  return {
    path: local,
    states: states.map((state) => ({
      ...state,
      open: state.open.map((task) => ({ ...task, groups: task.groups.map(groupOf).sort() })),
    })),
  };
}

/** Every person who was picked somewhere in what somebody entered. */
function replaced(value: unknown, by: (account: string) => unknown): unknown {
  const person = personIn(value);
  if (person !== undefined) return by(person);
  if (Array.isArray(value)) return value.map((item) => replaced(item, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, by)]));
}
