import { publishProcess, renewProcess } from '../commands';
import type { Actor } from '../runtime/actor';
import { mustBeAsSeen } from '../publish-requests';
import { conflict } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { noteSettingChange } from '../setting-changes';
import { tables } from '../store';
import { runTests } from './kept-tests';

export interface TestedPublishing {
  readonly key: string;
  readonly note?: string;
  /** Why it is published although kept tests differ. */
  readonly despiteTests?: string;
  /** What the publisher has looked at, as {@link publishingState} says it. */
  readonly seen?: string;
  readonly locale: Locale;
}

interface Published {
  readonly versionId: string;
  readonly number: number;
}

/**
 * Publishes a draft as {@link publishProcess} does, once every kept test of the process has run on it. Who may: as there. A test that
 * leads elsewhere than when it was kept refuses the publishing and says at which step; with a reason, which the changes of the process
 * keep, an administrator publishes all the same: a test says what was once wanted, and the law may change from one day to the next.
 *
 * @throws conflict `tryOut.testsDiffer` with `tests`, `process.changedSinceSeen` beside what {@link publishProcess} throws
 */
export async function publishTested(tx: Tx, actor: Actor, publishing: TestedPublishing): Promise<Published> {
  mustHave(actor, 'publish');
  await mustBeAsSeen(tx, publishing);
  return tested(tx, actor, publishing, () => publishProcess(tx, actor, publishing.key, publishing.note));
}

/** The same for {@link renewProcess}: other decision tables may send cases other ways. */
export function renewTested(tx: Tx, actor: Actor, publishing: TestedPublishing): Promise<Published> {
  return tested(tx, actor, publishing, () => renewProcess(tx, actor, publishing.key, publishing.note));
}

async function tested(
  tx: Tx,
  actor: Actor,
  { key, despiteTests = '', locale }: TestedPublishing,
  publish: () => Promise<Published>,
): Promise<Published> {
  // nobody saves another draft, or publishes it, between the tests and the publishing
  await tables.processes.find(tx, { key }, { forUpdate: true });
  const failing = (await runTests(tx, key, locale)).filter(({ difference }) => difference !== null);
  const reason = despiteTests.trim();
  if (failing.length > 0 && reason === '') {
    const tests = failing.map(({ id, name, difference }) => ({ id, name, ...difference }));
    throw conflict('tryOut.testsDiffer', {
      tests,
      names: failing.map(({ name }) => name),
      first: failing[0]?.difference?.text ?? '',
    });
  }
  const published = await publish();
  if (failing.length > 0)
    await noteSettingChange(tx, actor, ['process', key], {
      kind: 'publishedDespiteTests',
      version: published.number,
      tests: failing.map(({ name }) => name),
      reason,
    });
  return published;
}
