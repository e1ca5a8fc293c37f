import { findElement, type Outcome } from '@wuxin/bpmn-core';
import { badInput } from '../runtime/errors';
import type { Locale } from '../runtime/texts';
import { elementOf, nameIn, type LoadedVersion } from '../versions';

export interface ChosenOutcome {
  readonly key: string;
  readonly name: string;
  readonly skipsRequired: boolean;
}

/** A task whose process names no outcomes has one. */
const DEFAULT_OUTCOME: Outcome = { key: 'complete', name: '办结', nameEn: 'Complete', kind: 'primary' };

/** How a task ends that sends the case back; no process names it. */
export const RETURNED = { key: 'returned', name: '退回', nameEn: 'Returned' } as const satisfies Outcome;

export function outcomesOf(version: LoadedVersion, elementId: string): readonly Outcome[] {
  const { outcomes } = elementOf(version, elementId).settings;
  return outcomes && outcomes.length > 0 ? outcomes : [DEFAULT_OUTCOME];
}

/** @throws bad input `task.unknownOutcome` | `task.opinionMissing` */
export function chooseOutcome(
  version: LoadedVersion,
  elementId: string,
  choice: { outcome: string; opinion?: string },
): ChosenOutcome {
  const outcome = outcomesOf(version, elementId).find(({ key }) => key === choice.outcome);
  if (!outcome) throw badInput('task.unknownOutcome', { outcome: choice.outcome });
  const name = outcome.name ?? outcome.key;
  if (outcome.requiresOpinion && !choice.opinion?.trim())
    throw badInput('task.opinionMissing', { outcomeName: name, outcomeNameEn: outcome.nameEn ?? name });
  return { key: outcome.key, name, skipsRequired: outcome.skipsRequired ?? false };
}

/** The name that a task or history row keeps of its outcome, in the reader's language. */
export function outcomeNameIn(
  locale: Locale,
  version: LoadedVersion,
  { elementId, outcome: key, outcomeName }: { elementId: string; outcome: string | null; outcomeName: string | null },
): string | null {
  if (outcomeName === null) return null;
  // of a step that a case took in a version that it has left, the element may be gone
  const own = findElement(version.graph, elementId) ? outcomesOf(version, elementId) : [];
  const named = [...own, RETURNED].filter((outcome) => outcome.key === key);
  const known = named.find((outcome) => (outcome.name ?? outcome.key) === outcomeName);
  return nameIn(locale, outcomeName, known && { name: outcomeName, nameEn: known.nameEn });
}
