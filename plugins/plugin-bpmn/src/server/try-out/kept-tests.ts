import type { KeptTest, KeptTestResult, KeptTestRow, TryOutPath } from '../../common/api';
import type { Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { badInput, conflict, notFound } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { noteSettingChange } from '../setting-changes';
import { firstDifference } from './compare';
import { refusalsOf } from './refusals';
import { replay } from './replay';
import { keptTests, MOST_TESTS, testsOf, type KeptTestRecord } from './store';

export interface TestToKeep {
  readonly key: string;
  readonly name: string;
  readonly path: TryOutPath;
  /** The test that this one takes the place of. */
  readonly test?: string;
}

/**
 * Keeps a path with where it leads today: from now on it runs before the process is published. Who may: administrators. Never keeps a
 * path with a step that the engine refuses.
 *
 * @throws bad input `tryOut.nameMissing`; conflict `tryOut.tooManyTests`, what {@link replay} throws; not found `tryOut.noTest`
 */
export async function keepTest(tx: Tx, actor: Actor, { key, name, path, test }: TestToKeep): Promise<{ id: string }> {
  mustHave(actor, 'design');
  if (!name.trim()) throw badInput('tryOut.nameMissing');
  const { states, refused } = await replay(tx, key, path);
  if (refused) throw refused.error;
  const kept = {
    processKey: key,
    name: name.trim(),
    path,
    states,
    keptAt: tx.now,
    keptById: actor.userId,
    keptByName: actor.name,
  };
  if (test !== undefined) {
    await testOf(tx, key, test);
    await keptTests.update(tx, { id: test }, kept);
    await noteSettingChange(tx, actor, ['process', key], { kind: 'testRenewed', name: kept.name });
    return { id: test };
  }
  if ((await keptTests.count(tx, { processKey: key })) >= MOST_TESTS)
    throw conflict('tryOut.tooManyTests', { maximum: MOST_TESTS });
  const id = engineOf(tx.db).newId();
  await keptTests.insert(tx, [{ id, ...kept }]);
  await noteSettingChange(tx, actor, ['process', key], { kind: 'testKept', name: kept.name });
  return { id };
}

/** Who may: administrators, with a reason, which is kept. @throws bad input `reason.missing`; not found `tryOut.noTest` */
export async function removeTest(
  tx: Tx,
  actor: Actor,
  key: string,
  { test, reason }: { test: string; reason: string },
): Promise<void> {
  mustHave(actor, 'design');
  if (!reason.trim()) throw badInput('reason.missing');
  const { name } = await testOf(tx, key, test);
  await keptTests.delete(tx, { id: test });
  await noteSettingChange(tx, actor, ['process', key], { kind: 'testRemoved', name, reason: reason.trim() });
}

export async function keptTestRows(tx: Tx, key: string): Promise<KeptTestRow[]> {
  return (await testsOf(tx, key)).map(rowOf);
}

export async function keptTest(tx: Tx, key: string, id: string): Promise<KeptTest> {
  const test = await testOf(tx, key, id);
  return { ...rowOf(test), path: test.path };
}

/** Runs every kept test of a process on what the designer shows. Changes nothing. */
export async function runTests(tx: Tx, key: string, locale: Locale): Promise<KeptTestResult[]> {
  const results: KeptTestResult[] = [];
  for (const test of await testsOf(tx, key)) {
    const { id, name } = test;
    results.push({ id, name, difference: await differenceOf(tx, key, test, locale) });
  }
  return results;
}

async function differenceOf(tx: Tx, key: string, test: KeptTestRecord, locale: Locale): Promise<KeptTestResult['difference']> {
  try {
    return await firstDifference(tx, test, await replay(tx, key, test.path), locale);
  } catch (error) {
    const words = refusalsOf(tx.db).find(error, locale);
    if (!words) throw error;
    return { step: 0, text: words.text };
  }
}

async function testOf(tx: Tx, processKey: string, id: string): Promise<KeptTestRecord> {
  const found = await keptTests.find(tx, { id, processKey });
  if (!found) throw notFound('tryOut.noTest');
  return found;
}

const rowOf = ({ id, name, path, keptAt, keptById, keptByName }: KeptTestRecord): KeptTestRow => ({
  id,
  name,
  steps: path.steps.length,
  keptAt,
  keptBy: { id: keptById, name: keptByName },
});
