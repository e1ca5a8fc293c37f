import type { RuleInput } from '@wuxin/ballot-core';
import { clausesIn, groupsIn, type ClausesValue } from './fractions';
import { labelsWith, labelsIn, type LabelValue } from './labels';
import { localizedFrom, titleValuesOf, type TitleValues } from './titles';

type Share = NonNullable<RuleInput['shares']>[number];

/** Among those who came, so many are women: a share that warns, or one without which nobody votes. */
export interface WomenValue {
  isAsked: boolean;
  num?: number;
  den?: number;
  onShort: Share['onShort'];
}

/** A rule as people enter it. Its kind and whose votes count are not changed by this form. */
export interface RuleValues extends TitleValues {
  /** Both absent while the numbers of an unsure rule are not known. */
  quorum?: ClausesValue;
  approval?: ClausesValue;
  /** What a rule of its kind is not asked is absent and stays as it is. */
  women?: WomenValue;
  abstentions?: RuleInput['abstentions'];
  invalid?: RuleInput['invalid'];
  labels?: LabelValue[];
  /** The key of the rule by which those who are missing are elected later; `''`: none. */
  further?: string;
  extraCandidates?: number | null;
  source?: string;
  certainty: NonNullable<RuleInput['certainty']>;
  note?: string;
  noteEn?: string;
  validFrom?: string;
  validUntil?: string;
}

const isOfWomen = ({ count }: Share): boolean => count === 'womenPresent';

export function valuesOf(rule: RuleInput): RuleValues {
  const { quorum, approval, shares = [], further, source, certainty = 'known', note, validFrom, validUntil } = rule;
  const women = shares.find(isOfWomen);
  return {
    ...titleValuesOf(rule.title ?? localizedFrom(rule.key)),
    ...(approval ? { quorum: clausesIn(quorum), approval: clausesIn(approval) } : {}),
    women: {
      isAsked: women !== undefined,
      num: women?.threshold.num,
      den: women?.threshold.den,
      onShort: women?.onShort ?? 'warn',
    },
    abstentions: rule.abstentions ?? 'inBase',
    invalid: rule.invalid ?? 'inBase',
    labels: labelsIn(rule.labels),
    further: further?.rule ?? '',
    extraCandidates: further?.extraCandidates,
    source,
    certainty,
    note: note?.['zh-CN'],
    noteEn: note?.['en-US'],
    validFrom,
    validUntil,
  };
}

/** The rule with what was entered; `null` while a share is not whole. */
export function ruleWith(rule: RuleInput, values: RuleValues): RuleInput | null {
  const numbers = rule.approval ? groupsIn(rule, values) : {};
  const shares = values.women ? sharesWith(rule, values.women) : rule.shares;
  if (numbers === null || shares === null) return null;
  return {
    ...rule,
    ...numbers,
    shares,
    title: localizedFrom(values.title, values.titleEn),
    abstentions: values.abstentions ?? rule.abstentions,
    invalid: values.invalid ?? rule.invalid,
    labels: values.labels ? labelsWith(rule.labels, values.labels) : rule.labels,
    further: values.further === undefined ? rule.further : furtherIn(values.further, values.extraCandidates),
    source: values.source?.trim() || undefined,
    certainty: values.certainty,
    note: values.note?.trim() ? localizedFrom(values.note, values.noteEn) : undefined,
    validFrom: values.validFrom || undefined,
    validUntil: values.validUntil || undefined,
  };
}

const furtherIn = (rule: string, extraCandidates: RuleValues['extraCandidates']): RuleInput['further'] =>
  rule === '' ? undefined : { rule, extraCandidates: extraCandidates ?? undefined };

/** Other shares stay as they are; the one of women keeps its id and of whom it is taken. */
function sharesWith({ shares = [], votesOf }: RuleInput, { isAsked, num, den, onShort }: WomenValue): Share[] | null {
  const before = shares.find(isOfWomen);
  const others = shares.filter((share) => share !== before);
  if (!isAsked) return others;
  if (!num || !den) return null;
  const isSame = before?.threshold.num === num && before.threshold.den === den;
  const base = votesOf === 'householdsPresent' ? votesOf : 'present';
  const threshold: Share['threshold'] = { operator: 'atLeast', base, ...before?.threshold, num, den };
  const women: Share = { id: freeId(others), count: 'womenPresent', ...before, threshold, onShort };
  // whoever enters another number answers for it
  return [...others, isSame ? women : { ...women, certainty: undefined }];
}

const freeId = (others: readonly Share[]): string =>
  others.some(({ id }) => id === 'women') ? `women.${others.length + 1}` : 'women';
