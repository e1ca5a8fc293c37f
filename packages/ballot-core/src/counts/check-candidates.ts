import { BallotError } from '../errors';
import type { Amounts } from '../measure';
import type { Rule } from '../rule';
import type { Slate } from './read';

/** No candidate has more votes than there are ballots, and no ballot marks more candidates than there are seats. */
export function candidateViolations(rule: Rule, amounts: Amounts, slate: Slate): BallotError[] {
  const ballots = countableBallots(rule, amounts);
  if (ballots === undefined) return [];

  const violations: BallotError[] = [];
  for (const { id, approve, oppose, abstain } of slate.candidates) {
    const votes = approve + oppose + abstain;
    if (votes > ballots) {
      violations.push(
        new BallotError('ballot.candidateVotesTooMany', { candidate: id, votes: Number(votes), ballots: Number(ballots) }),
      );
    }
  }
  const marks = slate.candidates.reduce((sum, { approve }) => sum + approve, 0n);
  if (marks > ballots * slate.seats) {
    violations.push(
      new BallotError('ballot.tooManyMarks', {
        marks: Number(marks),
        seats: Number(slate.seats),
        ballots: Number(ballots),
      }),
    );
  }
  return violations;
}

/** Ballots on which a candidate can have been marked: neither invalid nor blank. */
function countableBallots(rule: Rule, amounts: Amounts): bigint | undefined {
  const { recovered, invalid = 0n, blank = 0n } = amounts;
  const voters = amounts[rule.votesOf];
  const ballots = recovered !== undefined && (voters === undefined || recovered < voters) ? recovered : voters;
  if (ballots === undefined) return undefined;
  const countable = ballots - invalid - blank;
  return countable > 0n ? countable : 0n;
}
