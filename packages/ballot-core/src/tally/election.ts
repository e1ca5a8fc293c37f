import type { Slate } from '../counts';
import type { Amounts } from '../measure';
import type { ReadyRule } from '../rule';
import { judgeGroup } from './judge';
import type { ElectionOutcome, Finding, Reason } from './result';

type Standing = { readonly id: string; readonly votes: bigint; readonly qualifies: boolean };

/**
 * Fills seats with the candidates who reach the threshold, most votes first. Equal votes for the last seats are decided by
 * a new vote among the tied only; seats nobody qualifies for are left to a further election (Organic Law of Villagers'
 * Committees 2018, article 15; domain rules V9–V11 and V17).
 */
export function decideElection(rule: ReadyRule, amounts: Amounts, { seats, candidates }: Slate): Finding {
  const judged = candidates.map(({ id, approve, oppose, abstain }) => {
    const { reasons, holds } = judgeGroup(rule, rule.approval, 'approval', { ...amounts, approve, oppose, abstain });
    return {
      standing: { id, votes: approve, qualifies: holds },
      reasons: reasons.map((reason) => ({ ...reason, candidate: id })),
    };
  });
  const election = fillSeats(
    judged.map(({ standing }) => standing),
    Number(seats),
  );
  const outcome = outcomeReasons(
    election,
    judged.map(({ standing }) => standing),
  );
  return { decided: decidedBy(election), reasons: [...judged.flatMap(({ reasons }) => reasons), ...outcome], election };
}

function fillSeats(standings: readonly Standing[], seats: number): ElectionOutcome {
  const byVotes = standings.toSorted((a, b) => (a.votes === b.votes ? 0 : a.votes > b.votes ? -1 : 1));
  const qualified = byVotes.filter(({ qualifies }) => qualifies);
  const lastIn = qualified[seats - 1];
  const firstOut = qualified[seats];
  const isTied = lastIn !== undefined && firstOut !== undefined && lastIn.votes === firstOut.votes;

  const tied = isTied ? qualified.filter(({ votes }) => votes === lastIn.votes) : [];
  const elected = isTied ? qualified.filter(({ votes }) => votes > lastIn.votes) : qualified.slice(0, seats);
  const notElected = byVotes.filter((standing) => !elected.includes(standing) && !tied.includes(standing));
  return {
    seats,
    elected: elected.map(({ id }) => id),
    tied: tied.map(({ id }) => id),
    notElected: notElected.map(({ id }) => id),
    seatsOpen: seats - elected.length,
  };
}

function outcomeReasons({ seats, seatsOpen, tied }: ElectionOutcome, standings: readonly Standing[]): Reason[] {
  if (seatsOpen === 0) return [];
  const tiedAt = standings.find(({ id }) => id === tied[0]);
  if (tiedAt) return [{ code: 'election.tie', candidates: tied, votes: Number(tiedAt.votes), seatsOpen }];
  return [{ code: 'election.seatsOpen', seats, seatsOpen }];
}

function decidedBy({ seatsOpen, tied }: ElectionOutcome): Finding['decided'] {
  if (seatsOpen === 0) return 'passed';
  return tied.length > 0 ? 'revote' : 'furtherElection';
}
