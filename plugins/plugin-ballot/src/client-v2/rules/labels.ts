import type { Measure, RuleInput } from '@wuxin/ballot-core';
import { localizedFrom } from './titles';

type Labels = NonNullable<RuleInput['labels']>;

/** What one number is called in a rule, as people enter it; without English words the Chinese stand for them. */
export interface LabelValue {
  measure?: Measure;
  fact?: string;
  factEn?: string;
}

export const labelsIn = (labels: Labels = {}): LabelValue[] =>
  // the schema of a rule takes no other keys
  (Object.keys(labels) as Measure[]).map((measure) => ({
    measure,
    fact: labels[measure]?.['zh-CN'].fact,
    factEn: labels[measure]?.['en-US'].fact,
  }));

/** A name that stays keeps the words that shares of it have (“half of the villagers”); a new one has the same for both. */
export function labelsWith(labels: Labels | undefined, given: readonly LabelValue[]): RuleInput['labels'] {
  const named = given.flatMap(({ measure, fact, factEn }) => {
    if (!measure || !fact?.trim()) return [];
    const before = labels?.[measure];
    const said = localizedFrom(fact, factEn);
    const label = (locale: keyof typeof said) =>
      before?.[locale].fact === said[locale] ? before[locale] : { fact: said[locale], share: said[locale] };
    return [[measure, { 'zh-CN': label('zh-CN'), 'en-US': label('en-US') }] as const];
  });
  return named.length === 0 && labels === undefined ? undefined : Object.fromEntries(named);
}
