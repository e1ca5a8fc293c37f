import type { CandidateInput } from '@wuxin/ballot-core';
import type { Choice } from '@wuxin/ballot-box';
import { ANSWERS } from '../../common/answers';
import type { MotionRecord, PublishedBox } from '../store';

type Ballots = Pick<PublishedBox, 'choices'>;
type Slate = Pick<MotionRecord, 'candidates' | 'seats'>;

/** What a box says: the numbers that a rule judges, without those of whoever has not voted. */
export interface BoxCounts {
  readonly recovered: number;
  readonly invalid: number;
  readonly blank: number;
  readonly approve?: number;
  readonly oppose?: number;
  readonly abstain?: number;
  readonly seats?: number;
  readonly candidates?: readonly CandidateInput[];
}

/**
 * Counts opened ballots. One that cannot be read, marks what nobody offered, two answers or more candidates than there are seats, is invalid; one
 * without any mark is blank.
 */
export function countsOf(motion: Slate, { choices }: Ballots): BoxCounts {
  const isElection = motion.candidates.length > 0;
  const offered = new Set<string>(isElection ? motion.candidates.map(({ id }) => id) : ANSWERS);
  const limit = isElection ? (motion.seats ?? 1) : 1;
  const isFit = (choice: Choice | null): choice is Choice =>
    choice !== null && choice.length <= limit && choice.every((mark) => offered.has(mark));
  const fit = choices.filter(isFit);
  const votes = (mark: string) => fit.filter((choice) => choice.includes(mark)).length;
  const base = {
    recovered: choices.length,
    invalid: choices.length - fit.length,
    blank: fit.filter((choice) => choice.length === 0).length,
  };
  if (!isElection) return { ...base, approve: votes('approve'), oppose: votes('oppose'), abstain: votes('abstain') };
  return { ...base, seats: limit, candidates: motion.candidates.map(({ id, name }) => ({ id, name, approve: votes(id) })) };
}
