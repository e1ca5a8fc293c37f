import type { Collection } from '@nocobase/database';
import { findElement, type Graph } from '@wuxin/bpmn-core';
import { fieldsOf } from '../../records';
import type { Tx } from '../../runtime/tx';
import { tables } from '../../store';
import { loadVersion } from '../../versions';
import type { KeptTestRecord } from '../store';
import { accountsOf, namesOfPlaces } from './people';
import { PERSON, renamedGroup, type PackedTest, type PortableTest } from './portable';

type Test = Pick<KeptTestRecord, 'path' | 'states'>;

export interface TriedProcess {
  readonly graph: Graph;
  readonly recordCollection: string | null;
}

/** Something that only this installation knows. */
class AtHome extends Error {}

/** How people and places are called elsewhere. @throws AtHome for who or what has no such name */
interface Names {
  person(id: string): string;
  place(id: string): string;
}

/** Tests in words that other installations understand; one that cannot be said in them says so. */
export async function portableTests(tx: Tx, tests: readonly Test[], of: TriedProcess): Promise<PackedTest[]> {
  const collections = await collectionsOfCases(tx, tests, of);
  const said = (names: Names) => tests.map((test) => sayable(() => translated(test, names, collections)));
  const [people, places] = [new Set<string>(), new Set<string>()];
  said({ person: (id) => noted(people, id), place: (id) => noted(places, id) });
  const accounts = await accountsOf(tx, [...people].map(Number));
  const paths = await namesOfPlaces(tx, [...places]);
  return said({ person: (id) => known(accounts, id), place: (id) => known(paths, id) });
}

function sayable(say: () => PortableTest): PackedTest {
  try {
    return say();
  } catch (error) {
    if (error instanceof AtHome) return { leftOut: 'rows' };
    throw error;
  }
}

const noted = (all: Set<string>, id: string): string => (all.add(id), id);

function known(names: ReadonlyMap<string, string>, id: string): string {
  const name = names.get(id);
  if (name === undefined) throw new AtHome(id);
  return name;
}

type Collections = ReadonlyMap<string, Collection>;

function translated({ path, states }: Test, names: Names, collections: Collections): PortableTest {
  const { starterId, placeId, ...setup } = path.setup;
  const values = (caseId: string, data: Record<string, unknown>) => sayableValues(collections.get(caseId), data, names);
  const groupOf = (key: string): string => {
    const renamed = renamedGroup(key, names);
    if (renamed === undefined) throw new AtHome(key);
    return renamed;
  };
  return {
    path: {
      setup: {
        ...setup,
        record: values(MAIN, setup.record),
        starter: names.person(String(starterId)),
        place: placeId === null ? null : names.place(placeId),
      },
      steps: path.steps.map((step) => {
        if (step.kind !== 'complete' && step.kind !== 'return') return step;
        const { byId, ...done } = step;
        const by = names.person(String(byId));
        return done.kind === 'return' ? { ...done, by } : { ...done, data: values(done.caseId, done.data), by };
      }),
    },
    states: states.map(({ open, stopped, ended }) => ({
      open: open.map((task) => ({ ...task, groups: task.groups.map(groupOf).sort() })),
      stopped: [...stopped],
      ended: ended.map((one) => ({ ...one, at: [...one.at] })),
    })),
  };
}

const MAIN = 'main';

/** What somebody entered: files stand for themselves in a try-out, people have names, other rows are of this installation. */
function sayableValues(collection: Collection | undefined, data: Record<string, unknown>, names: Names): Record<string, unknown> {
  const fields = new Map(collection ? fieldsOf(collection).map((field) => [field.name, field]) : []);
  const entries = Object.entries(data).flatMap(([name, value]): [string, unknown][] => {
    const { type, target } = fields.get(name) ?? {};
    if (!collection || target === undefined || isNothing(value)) return [[name, value]];
    const of = collection.db.getCollection(target) as Collection | undefined; // it may be gone
    if (of?.options.template === 'file') return [];
    if (type === 'hasMany' || type === 'hasOne')
      return [[name, eachOf(value, (row) => (isRow(row) ? sayableValues(of, row, names) : row))]];
    if (target !== 'users') throw new AtHome(name);
    return [[name, eachOf(value, (picked) => ({ [PERSON]: names.person(keyOf(picked)) }))]];
  });
  return Object.fromEntries(entries);
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);
const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const eachOf = (value: unknown, change: (one: unknown) => unknown): unknown =>
  Array.isArray(value) ? value.map(change) : change(value);

function keyOf(picked: unknown): string {
  const key = isRow(picked) ? picked['id'] : picked;
  if (typeof key === 'string' || typeof key === 'number') return String(key);
  throw new AtHome('pick');
}

/** The collection of the record of each case that somebody does a task of: forms write to it. */
async function collectionsOfCases(tx: Tx, tests: readonly Test[], of: TriedProcess): Promise<Collections> {
  const steps = tests.flatMap(({ path }) => path.steps);
  const cases = new Set([MAIN, ...steps.flatMap((step) => (step.kind === 'complete' ? [step.caseId] : []))]);
  const found = new Map<string, Collection>();
  for (const caseId of cases) {
    const name = await recordOfCase(tx, caseId, of);
    if (name !== null && tx.db.hasCollection(name)) found.set(caseId, tx.db.getCollection(name));
  }
  return found;
}

/** `main/meeting~2`: of the case that the element `meeting` called the second time. */
async function recordOfCase(tx: Tx, caseId: string, tried: TriedProcess): Promise<string | null> {
  let at: TriedProcess | null = tried;
  for (const call of caseId.split('/').slice(1)) at = at && (await calledBy(tx, at, call.replace(/~\d+$/, '')));
  return at?.recordCollection ?? null;
}

async function calledBy(tx: Tx, { graph }: TriedProcess, elementId: string): Promise<TriedProcess | null> {
  const key = findElement(graph, elementId)?.task?.calledElement;
  const process = key ? await tables.processes.find(tx, { key }) : undefined;
  if (!process?.publishedVersionId) return null;
  return { graph: (await loadVersion(tx, process.publishedVersionId)).graph, recordCollection: process.recordCollection };
}
