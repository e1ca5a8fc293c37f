import type { Outcome } from '@wuxin/bpmn-core';
import { badInput } from '../runtime/errors';
import { elementOf, type LoadedVersion } from '../versions';

export interface ChosenOutcome {
  readonly key: string;
  readonly name: string;
  readonly skipsRequired: boolean;
}

/** A task whose process names no outcomes has one. */
const DEFAULT_OUTCOME: Outcome = { key: 'complete', name: '办结', nameEn: 'Complete', kind: 'primary' };

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
  if (outcome.requiresOpinion && !choice.opinion?.trim()) throw badInput('task.opinionMissing', { outcomeName: name });
  return { key: outcome.key, name, skipsRequired: outcome.skipsRequired ?? false };
}
