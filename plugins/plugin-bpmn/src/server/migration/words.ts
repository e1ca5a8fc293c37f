import type { Json } from '@wuxin/bpmn-core';
import { failureText } from '../runtime/error-text';
import { hasText, textOf, type Locale } from '../runtime/texts';
import type { MigrationFault } from '../store';
import { elementNameIn, type LoadedVersion } from '../versions';
import type { Examined } from './examine';
import type { CasePlan } from './plan';

type Versions = Pick<CasePlan, 'from' | 'to'>;

/** Faults that are about an element of the version that a case would go to. */
const ABOUT_TARGET: ReadonlySet<string> = new Set(['joinUnfillable', 'joinOverfull']);

/** Why a case stays, in one sentence. */
export function faultText(locale: Locale, versions: Versions, { code, elementId, data }: MigrationFault): string {
  const about = ABOUT_TARGET.has(code) ? versions.to : versions.from;
  const words = {
    ...data,
    elementName: elementId === null ? textIn(data.elementName) : nameOf(locale, about, elementId),
    targetName: typeof data.targetId === 'string' ? nameOf(locale, versions.to, data.targetId) : textIn(data.targetName),
    from: idsIn(data.fromIds).map((id) => nameOf(locale, versions.to, id)),
    names: locale === 'en-US' ? (data.namesEn ?? data.names) : data.names,
    cause: typeof data.cause === 'string' ? causeText(locale, data.cause, data) : '',
  };
  const key = `migration.fault.${code}`;
  return hasText(key) ? textOf(locale, key, words) : textOf(locale, 'migration.fault.failed', { ...words, cause: code });
}

/** What happens to a case beside its steps. */
export function effectTexts(locale: Locale, { to }: Versions, examined: Extract<Examined, { kind: 'migrated' }>): string[] {
  const { applied } = examined.migration;
  const { inserted, deletedIds } = applied.changes.subscriptions;
  const { changed, kept } = examined.deadlines;
  const figures: [string, number][] = [
    ['eventsBegun', inserted.length],
    ['eventsGone', deletedIds.length],
    ['deadlinesChanged', changed.filter(({ task, deadline }) => task.dueAt !== (deadline?.dueAt ?? null)).length],
    ['deadlinesLate', kept.length],
  ];
  const goesOn = applied.history
    .filter(({ kind }) => kind === 'elementEntered')
    .map(({ elementId }) => nameOf(locale, to, elementId));
  const parameters = Object.keys(examined.newParameters);
  return [
    ...figures.filter(([, count]) => count > 0).map(([key, count]) => textOf(locale, `migration.effect.${key}`, { count })),
    ...(goesOn.length > 0 ? [textOf(locale, 'migration.effect.goesOn', { names: goesOn })] : []),
    ...(parameters.length > 0 ? [textOf(locale, 'migration.effect.parameters', { names: parameters })] : []),
  ];
}

export const nameOf = (locale: Locale, { graph }: LoadedVersion, id: string): string =>
  elementNameIn(locale, graph, id, graph.elements[id]?.name ?? id);

/** The interpreter's codes are those of its incidents. */
function causeText(locale: Locale, code: string, data: MigrationFault['data']): string {
  return hasText(`migration.cause.${code}`) ? textOf(locale, `migration.cause.${code}`, data) : failureText(locale, code, data);
}

const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const idsIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
