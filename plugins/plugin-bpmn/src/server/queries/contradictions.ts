import type { Json } from '@wuxin/bpmn-core';
import type { ParameterReach, Problem } from '../../common/api';
import { contradictionsAmong, parameterReach, parametersReadBy } from '../parameters';
import type { ReadAt } from '../runtime/read-at';
import type { Locale } from '../runtime/texts';
import { tables } from '../store';
import { loadVersion, parameterProblems } from '../versions';

/** Whom another value of a parameter at a place would touch, and which checks of published processes it would break. */
export async function reachOfChange(
  tx: ReadAt,
  asked: { readonly key: string; readonly placeId: string | null; readonly locale: Locale; readonly value: Json | undefined },
): Promise<ParameterReach> {
  const { key, placeId, locale, value } = asked;
  const reach = await parameterReach(tx, { key, placeId, locale });
  const checks = (await publishedChecks(tx, reach.processes)).filter((check) => parametersReadBy(check).includes(key));
  const instead = value === undefined ? undefined : { key, value };
  const broken = await contradictionsAmong(tx, checks, { placeId, locale, instead });
  return { ...reach, contradictions: broken.map(({ check, text }) => ({ processName: check.processName, text })) };
}

/** What contradicts itself today in the version that new cases start with. */
export async function publishedContradictions(tx: ReadAt, publishedVersionId: string | null, locale: Locale): Promise<Problem[]> {
  if (publishedVersionId === null) return [];
  const { graph } = await loadVersion(tx, publishedVersionId);
  return parameterProblems(tx, graph, locale);
}

/** Versions are kept in memory. */
async function publishedChecks(tx: ReadAt, processes: ParameterReach['processes']) {
  const rows = await tables.processes.select(tx, { key: processes.map(({ key }) => key) });
  const published = rows.flatMap(({ key, publishedVersionId }) => (publishedVersionId ? [{ key, publishedVersionId }] : []));
  const checks = await Promise.all(
    published.map(async ({ key, publishedVersionId }) => {
      const { graph } = await loadVersion(tx, publishedVersionId);
      const processName = processes.find((process) => process.key === key)?.name ?? key;
      const own = Object.values(graph.processes).flatMap(({ settings }) => settings.checks ?? []);
      return own.map((check) => ({ ...check, processName }));
    }),
  );
  return checks.flat();
}
