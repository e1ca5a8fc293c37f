import { tableIn } from '../../common/decisions';
import type { DecisionDetail, DecisionRow, DecisionUse, DecisionVersionView } from '../../common/api';
import { notFound } from '../runtime/errors';
import type { ReadAt } from '../runtime/read-at';
import type { Locale } from '../runtime/texts';
import { tables } from '../store';
import { findActive, findFacts, findVersion, type VersionFacts } from './store';
import type { DecisionVersion } from './types';

/** The tables that hold now, with who uses them; four look-ups. */
export async function decisionOverview(tx: ReadAt, locale: Locale): Promise<DecisionRow[]> {
  const active = await findActive(tx, null);
  const uses = await usesOf(tx, active, locale);
  return active.map((version) => ({
    key: version.key,
    name: tableIn(locale, version.table).name,
    number: version.number,
    hitPolicy: version.table.hitPolicy,
    rules: version.table.rules.length,
    origin: version.origin,
    changedAt: version.changedAt,
    changedBy: changer(version),
    usedBy: uses.get(version.key) ?? [],
  }));
}

/** One table, as it holds now or as it was, with its versions and who uses it. */
export async function decisionDetail(
  tx: ReadAt,
  { key, number, locale }: { readonly key: string; readonly number: number | undefined; readonly locale: Locale },
): Promise<DecisionDetail> {
  const [active] = await findActive(tx, [key]);
  const shown = number === undefined ? active : await findVersion(tx, key, number);
  const versions = await findFacts(tx, key);
  const [newest] = versions;
  if (!shown || !newest) throw notFound('decision.notFound', { key });
  return {
    key,
    number: shown.number,
    isActive: shown.isActive,
    table: shown.table,
    newestNumber: newest.number,
    versions: versions.map(factsView),
    usedBy: active ? ((await usesOf(tx, [active], locale)).get(key) ?? []) : [],
  };
}

const factsView = (version: VersionFacts): DecisionVersionView => ({
  number: version.number,
  origin: version.origin,
  isActive: version.isActive,
  changedAt: version.changedAt,
  changedBy: changer(version),
  reason: version.reason,
});

const changer = ({ changedById, changedByName }: Pick<DecisionVersion, 'changedById' | 'changedByName'>) =>
  changedById === null ? null : { id: changedById, name: changedByName ?? '' };

/** By key: the published versions that froze a table, and whether it is the one that holds now. */
async function usesOf(
  tx: ReadAt,
  active: readonly DecisionVersion[],
  locale: Locale,
): Promise<ReadonlyMap<string, DecisionUse[]>> {
  const processes = await tables.processes.select(tx, {}, { order: [['key', 'ASC']] });
  const ids = processes.flatMap(({ publishedVersionId }) => publishedVersionId ?? []);
  const versions = await tables.versions.selectColumns(tx, ['id', 'number', 'decisions'], { id: ids });
  const open = { status: ['running', 'suspended'] };
  const running = await tables.instances.countBy(tx, ['processKey'], { ...open, processKey: processes.map(({ key }) => key) });
  const uses = new Map<string, DecisionUse[]>();
  for (const { key: processKey, name, nameEn, publishedVersionId, draftVersionId } of processes) {
    const version = versions.find(({ id }) => id === publishedVersionId);
    for (const { key, table } of active) {
      const frozen = version?.decisions[key];
      if (!version || !frozen) continue;
      const use = {
        processKey,
        processName: locale === 'en-US' ? (nameEn ?? name) : name,
        versionNumber: version.number,
        isCurrent: JSON.stringify(frozen) === JSON.stringify(table),
        hasDraft: draftVersionId !== null,
        runningCases: running.find((count) => count.processKey === processKey)?.count ?? 0,
      };
      uses.set(key, [...(uses.get(key) ?? []), use]);
    }
  }
  return uses;
}
