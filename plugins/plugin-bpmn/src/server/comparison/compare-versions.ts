import type { VersionComparison } from '../../common/api';
import { assigneeKindViews } from '../assignment';
import { notFound } from '../runtime/errors';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { loadVersion, type LoadedVersion, processNameIn } from '../versions';
import { differencesBetween } from './differences';
import type { Words } from './parts';

/**
 * Two versions of a process side by side. Who may: administrators, by their right on the action.
 * @throws not found `version.notFound`; conflict `process.draftHasErrors` for a draft that is not finished
 */
export async function compareVersions(
  tx: Tx,
  { key, from, to }: { readonly key: string; readonly from: number; readonly to: number },
  locale: Locale,
): Promise<VersionComparison> {
  const [before, after] = [await numbered(tx, key, from), await numbered(tx, key, to)];
  const name = after.graph.processes[key]?.name ?? key;
  return {
    processName: processNameIn(locale, after.graph, key, name),
    from: comparedVersion(before),
    to: comparedVersion(after),
    differences: differencesBetween(before, after, await wordsFor(tx, locale)),
  };
}

const comparedVersion = ({ record: { number, xml, status } }: LoadedVersion) => ({ number, xml, isDraft: status === 'draft' });

async function wordsFor(tx: Tx, locale: Locale): Promise<Words> {
  const kinds = new Map((await assigneeKindViews(tx, locale)).map((view) => [view.kind, view]));
  const people: Words['people'] = ({ kind, value }) => {
    const view = kinds.get(kind);
    const chosen = view?.choices?.find((choice) => choice.value === value)?.label ?? value;
    return [view?.title ?? kind, chosen].filter(Boolean).join(' ');
  };
  return { locale, people };
}

async function numbered(tx: Tx, processKey: string, number: number) {
  const [known] = await tables.versions.selectColumns(tx, ['id'], { processKey, number });
  if (!known) throw notFound('version.notFound', { processKey, number });
  return loadVersion(tx, known.id);
}
