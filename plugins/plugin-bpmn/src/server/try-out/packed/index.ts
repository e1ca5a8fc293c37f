import { isSame, type Json } from '@wuxin/pack-format';
import type { FolderImport, PackFolder } from '../../packs';
import { engineOf } from '../../runtime/engine';
import { badInput } from '../../runtime/errors';
import { textOf } from '../../runtime/texts';
import type { Tx } from '../../runtime/tx';
import { noteSettingChange } from '../../setting-changes';
import { tables } from '../../store';
import { keptTests, MOST_TESTS, testsOf, type KeptTestRecord } from '../store';
import { portableTests } from './export';
import { localTests } from './import';
import { portableTest, type PackedTest, type PortableTest } from './portable';

/**
 * Kept tests travel with their process: who begins and who acts by the names of their accounts, places by their names. Whoever is not
 * known where the pack arrives keeps a test out, which is said before.
 */
export const packedTests: PackFolder = {
  folder: 'tests',
  isWhole: true,

  async exported(tx, { processKey, graph }) {
    const tests = await namedTests(tx, processKey);
    if (tests.size === 0) return {};
    const process = await tables.processes.find(tx, { key: processKey });
    const tried = { graph, recordCollection: process?.recordCollection ?? null };
    const packed = await portableTests(tx, [...tests.values()], tried);
    return Object.fromEntries([...tests.keys()].map((name, index) => [name, asJson(packed[index])]));
  },

  async leftOut(tx, parts, locale) {
    const tests = read(parts);
    const local = await localTests(tx, portable(tests));
    return new Map(
      [...tests.keys()].flatMap((name): [string, string][] => {
        const found = local.get(name);
        if (!found) return [[name, textOf(locale, 'pack.leftOut.rows', { name })]];
        return found.kind === 'known' ? [] : [[name, textOf(locale, 'pack.leftOut.unknown', { name, names: found.names })]];
      }),
    );
  },

  async installed(tx, parts, of) {
    const here = await namedTests(tx, of.processKey);
    const news = Object.fromEntries(Object.entries(parts).filter(([name, part]) => !isSame(of.here[name], part)));
    for (const [name, found] of await localTests(tx, portable(read(news))))
      if (found.kind === 'known') await keep(tx, of, { name, ...found.test }, here.get(name));
    if ((await keptTests.count(tx, { processKey: of.processKey })) > MOST_TESTS)
      throw badInput('pack.tooManyTests', { maximum: MOST_TESTS });
  },
};

/** By their names, which two of them may share. */
async function namedTests(tx: Tx, processKey: string): Promise<ReadonlyMap<string, KeptTestRecord>> {
  const named = new Map<string, KeptTestRecord>();
  for (const test of await testsOf(tx, processKey)) {
    let name = test.name;
    for (let times = 2; named.has(name); times += 1) name = `${test.name} (${times})`;
    named.set(name, test);
  }
  return named;
}

/** @throws bad input `pack.badPart` */
function read(parts: Readonly<Record<string, Json>>): ReadonlyMap<string, PackedTest> {
  return new Map(
    Object.entries(parts).map(([name, part]): [string, PackedTest] => {
      const parsed = portableTest.safeParse(part);
      if (parsed.success && name.length <= LONGEST_NAME) return [name, parsed.data];
      throw badInput('pack.badPart', { part: `tests/${name}`, problem: parsed.error?.issues[0]?.path.join('.') ?? 'name' });
    }),
  );
}

const LONGEST_NAME = 110;

const portable = (tests: ReadonlyMap<string, PackedTest>): ReadonlyMap<string, PortableTest> =>
  new Map([...tests].flatMap(([name, test]): [string, PortableTest][] => ('leftOut' in test ? [] : [[name, test]])));

type Kept = Pick<KeptTestRecord, 'name' | 'path' | 'states'>;

async function keep(tx: Tx, { processKey, actor }: FolderImport, test: Kept, before: KeptTestRecord | undefined): Promise<void> {
  const kept = { ...test, processKey, keptAt: tx.now, keptById: actor.userId, keptByName: actor.name };
  if (before) await keptTests.update(tx, { id: before.id }, kept);
  else await keptTests.insert(tx, [{ id: engineOf(tx.db).newId(), ...kept }]);
  await noteSettingChange(tx, actor, ['process', processKey], { kind: before ? 'testRenewed' : 'testKept', name: test.name });
}

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json; // what JSON.parse gives
