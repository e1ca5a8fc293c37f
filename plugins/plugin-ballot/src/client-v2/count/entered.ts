import { checkCounts, type CountsInput, type Localized, type Rule } from '@wuxin/ballot-core';
import type { MotionView } from '../../common/api';

export const HANDS = ['approve', 'oppose', 'abstain'] as const;
export const PAPER = ['issued', 'recovered', 'approve', 'oppose', 'abstain', 'invalid'] as const;
const ELECTION = ['issued', 'recovered', 'invalid'] as const;
export type CountField = (typeof PAPER)[number];

/** Numbers as they are typed; by the ids of candidates too. */
export interface Entered {
  numbers: Partial<Record<CountField, number>>;
  candidates: Record<string, number>;
}

/** What is counted of a motion, in the order of the paper sheet. Slips that were given back are the issued ballots of a mixed vote. */
export function fieldsOf({ way, candidates }: Pick<MotionView, 'way' | 'candidates'>): readonly CountField[] {
  if (way === 'showOfHands') return HANDS;
  const all: readonly CountField[] = candidates.length > 0 ? ELECTION : PAPER;
  return way === 'mixed' ? all.filter((field) => field !== 'issued') : all;
}

/** Whether every number is there. */
export const isWhole = (motion: MotionView, { numbers, candidates }: Entered): boolean =>
  fieldsOf(motion).every((field) => numbers[field] !== undefined) &&
  motion.candidates.every(({ id }) => candidates[id] !== undefined);

/** What the server is told. */
export function countsOf(motion: MotionView, { numbers, candidates }: Entered): CountsInput {
  if (motion.candidates.length === 0) return numbers;
  return {
    ...numbers,
    seats: motion.seats ?? 1,
    candidates: motion.candidates.map(({ id, name }) => ({ id, name, approve: candidates[id] ?? 0 })),
  };
}

/** How many raised no hand; `null` where that is no number. */
export function restOfHands({ attended }: Pick<MotionView, 'attended'>, rule: Rule, { numbers }: Entered): number | null {
  const whole = rule.votesOf === 'householdsPresent' ? attended?.householdsPresent : attended?.present;
  if (whole === undefined || HANDS.some((field) => numbers[field] === undefined)) return null;
  const sum = HANDS.reduce((total, field) => total + (numbers[field] ?? 0), 0);
  return Number(whole) - Number(attended?.recused ?? 0) - sum;
}

/** What cannot be right, in both languages, while one types: only numbers that are there are held against each other. */
export function faultsOf(motion: MotionView, rule: Rule, entered: Entered): Localized[] {
  const said = (found: ReturnType<typeof checkCounts>) => found.map(({ messages }) => messages);
  const counts = countsOf(motion, entered);
  if (motion.way === 'showOfHands') {
    const rest = restOfHands(motion, rule, entered);
    if (rest === null) return [];
    return said(checkCounts(rule, { ...motion.attended, ...counts, ...(rest >= 0 ? { notVoting: rest } : {}) }));
  }
  if (!isWhole(motion, entered)) return [];
  // of ballots the sheet holds those that came back, whatever the rule takes its shares of
  return said(checkCounts({ ...rule, votesOf: 'recovered' }, counts));
}
