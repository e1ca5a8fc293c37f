import type { Rule } from '../rule';
import type { ElectionOutcome, Result } from '../tally';

/**
 * - `again`: the round was void; everybody votes once more, on the same candidates
 * - `revote`: only among those who tied, by the same rule
 * - `further`: among those not elected, by the rule for further elections
 */
export type NextRound =
  | { readonly kind: 'again'; readonly rule: string }
  | {
      readonly kind: 'revote' | 'further';
      readonly rule: string;
      readonly seats: number;
      /** Ids, by the votes of this round, most first. */
      readonly candidates: readonly string[];
    };

/**
 * What has to follow a round: the same again, a vote among the tied, or a further election for the seats that are left (Organic Law of
 * Villagers' Committees 2018, article 15; domain rules V11, V14 and V17).
 *
 * @returns `undefined` where nothing follows by itself: decided, too few there, on hold, or the rule knows of no further election
 */
export function nextRound(rule: Rule, { decided, election, reasons }: Result): NextRound | undefined {
  if (decided === 'void') return { kind: 'again', rule: rule.key };
  if (!election) return undefined;
  const { seatsOpen: seats, tied } = election;
  if (decided === 'revote') return { kind: 'revote', rule: rule.key, seats, candidates: tied };
  if (decided !== 'furtherElection' || !rule.further) return undefined;
  const most = rule.further.extraCandidates === undefined ? undefined : seats + rule.further.extraCandidates;
  return { kind: 'further', rule: rule.further.rule, seats, candidates: foremost(election, votesIn(reasons), most) };
}

/** Whoever has as many votes as the last who may stand, may stand as well. */
function foremost(
  { notElected }: ElectionOutcome,
  votes: ReadonlyMap<string, number>,
  most = notElected.length,
): readonly string[] {
  const last = notElected[most - 1];
  const fewest = last === undefined ? undefined : votes.get(last);
  return notElected.filter((id, index) => index < most || (fewest !== undefined && votes.get(id) === fewest));
}

const votesIn = (reasons: Result['reasons']): ReadonlyMap<string, number> =>
  new Map(
    reasons.flatMap((reason) =>
      'candidate' in reason && reason.candidate !== undefined && reason.count === 'approve'
        ? [[reason.candidate, Number(reason.got)] as const]
        : [],
    ),
  );
