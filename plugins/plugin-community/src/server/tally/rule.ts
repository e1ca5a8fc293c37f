import type { Operator, Rule, RuleInput } from '@wuxin/ballot-core';
import { z } from 'zod';
import type { TallyConfig } from './config';
import { readShare } from './share';
import { badNumber, usableRule } from './usable-rule';

/** 全体: every adult counts for one. 户代表: one representative for each household. */
export type MeetingForm = 'full' | 'households';

/** The numbers in force for one meeting, as the parameters hold them. */
export interface MeetingNumbers {
  /** Share of those due, "1/2". */
  readonly quorum: unknown;
  /** Share of those present, "1/2". */
  readonly pass: unknown;
  readonly operator: Operator;
  /** Whole per cent of those present; 0 asks for none. */
  readonly womenPercent: unknown;
  readonly womenShort: 'warn' | 'block';
}

/** @param evaluate gives the value of an expression of the configuration */
export function numbersFrom(config: TallyConfig, form: MeetingForm, evaluate: (expression: string) => unknown): MeetingNumbers {
  return {
    quorum: evaluate(config[`${form}.quorum`]),
    pass: evaluate(config[`${form}.pass`]),
    operator: config.operator,
    womenPercent: evaluate(config['women.percent']),
    womenShort: config['women.short'],
  };
}

const BASES = {
  full: { due: 'due', present: 'present' },
  households: { due: 'households', present: 'householdsPresent' },
} as const;

/**
 * The voting rule of a residents' meeting. Who answers for its numbers is said by the parameters, so it counts as known.
 *
 * @throws CommunityError `tally.badNumber`, `tally.ruleUnusable`
 */
export function meetingRule(form: MeetingForm, numbers: MeetingNumbers): Rule {
  const { due, present } = BASES[form];
  const { operator } = numbers;
  const rule: RuleInput = {
    schema: 1,
    key: `covenant.meeting.${form}`,
    kind: 'decision',
    quorum: {
      mode: 'allOf',
      clauses: [{ id: 'quorum', count: present, threshold: { operator, ...readShare(numbers.quorum), base: due } }],
    },
    approval: {
      mode: 'allOf',
      clauses: [{ id: 'approval', count: 'approve', threshold: { operator, ...readShare(numbers.pass), base: present } }],
    },
    shares: womenShare(numbers, present),
    votesOf: present,
  };
  return usableRule(rule, numbers);
}

function womenShare({ womenPercent, womenShort }: MeetingNumbers, base: 'present' | 'householdsPresent'): RuleInput['shares'] {
  const num = readPercent(womenPercent);
  if (num === 0) return [];
  return [{ id: 'women', count: 'womenPresent', threshold: { operator: 'atLeast', num, den: 100, base }, onShort: womenShort }];
}

const percent = z.number().int().min(0).max(100);

function readPercent(value: unknown): number {
  const parsed = percent.safeParse(value);
  if (!parsed.success) throw badNumber(value);
  return parsed.data;
}
