import { engineOf, verifyDatabase } from '@wuxin/plugin-bpmn';
import { BASE_PLUGINS, bootApp } from '@wuxin/test';

export interface Audited {
  readonly cases: number;
  readonly historyRows: number;
  readonly seconds: number;
  /** Resident memory before it began, and at most. */
  readonly beforeMiB: number;
  readonly mostMiB: number;
}

/**
 * What `npm run audit -- verify` runs, in a process of its own on the database of the environment. Holders of copies have no account and are not
 * counted in the task centre, of which it complains; their histories have to be whole.
 */
export async function auditInChild(): Promise<Audited> {
  const { db } = await bootApp({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'], isFirst: false });
  const beforeMiB = process.memoryUsage().rss / 2 ** 20;
  const begun = performance.now();
  const { cases, historyRows, invariants } = await verifyDatabase(engineOf(db));
  const seconds = (performance.now() - begun) / 1_000;
  const broken = invariants.find(({ name, broken }) => name === 'history.chain' && broken > 0);
  if (broken) throw new Error(`the history of copies is broken: ${JSON.stringify(broken.first)}`);
  return { cases, historyRows, seconds, beforeMiB, mostMiB: process.resourceUsage().maxRSS / 2 ** 10 };
}
