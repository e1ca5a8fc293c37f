import type { Candidate } from '../counts';
import type { Measure, Quantity } from '../measure';
import type { ReadyRule } from '../rule';
import type { ClauseReason, ElectionOutcome, Finding, Reason } from '../tally';
import type { CandidateOutcome, Grammar } from './grammar';

type Telling = {
  readonly grammar: Grammar;
  readonly rule: ReadyRule;
  readonly finding: Finding;
  readonly candidates: readonly Candidate[];
};

/** One sentence in the order in which the rule was applied; each number is named once, where it first matters. */
export function narrate(telling: Telling): string {
  const { grammar, rule, finding, candidates } = telling;
  const named = new Set<Measure>();
  const clauses = finding.reasons.flatMap((reason) => clauseFor(telling, named, reason));
  const conclusion = grammar.conclusion(rule.kind, finding.decided, candidates.length > 0);
  const told = clauses.join(grammar.semicolon);
  return conclusion ? `${told}${grammar.comma}${conclusion}` : told;
}

function clauseFor(telling: Telling, named: Set<Measure>, reason: Reason): string[] {
  const { grammar, finding, candidates } = telling;
  switch (reason.code) {
    case 'quorum.met':
    case 'quorum.notMet':
    case 'share.met':
    case 'approval.met':
    case 'approval.notMet':
      return reason.candidate === undefined
        ? [`${tell(grammar, named, reason)}${isLastAlternative(telling, reason) ? grammar.oneIsEnough : ''}`]
        : [tellCandidate(telling, named, { ...reason, candidate: reason.candidate })];
    case 'share.short':
      return [`${tell(grammar, named, reason)}${reason.onShort === 'warn' ? grammar.onlyWarning : ''}`];
    case 'share.unknown':
      return [grammar.shareUnknown(reason.count)];
    case 'votes.tie':
      return [grammar.tie(reason.oppose)];
    case 'votes.outnumbered':
      return [grammar.outnumbered(reason.oppose)];
    case 'ballots.moreThanIssued':
      return [grammar.moreThanIssued(reason.issued, reason.recovered)];
    case 'roll.doubleEnrolment':
      return [grammar.doubleEnrolled(reason.doubleEnrolled)];
    case 'election.tie': {
      const names = (finding.election?.tied ?? []).map((id) => nameOf(candidates, id));
      return [grammar.tiedCandidates(names, reason.votes, reason.seatsOpen)];
    }
    case 'election.seatsOpen':
      return [grammar.seatsOpen(reason.seatsOpen)];
  }
}

/** Behind the last of several alternatives the sentence says that one was enough. */
function isLastAlternative({ rule, finding }: Telling, { code, clause }: ClauseReason): boolean {
  const group = code.startsWith('quorum') ? rule.quorum : rule.approval;
  const told = group?.clauses.filter(({ id }) => finding.reasons.some((reason) => 'clause' in reason && reason.clause === id));
  return group?.mode === 'anyOf' && told !== undefined && told.length > 1 && told.at(-1)?.id === clause;
}

function tell(grammar: Grammar, named: Set<Measure>, reason: ClauseReason): string {
  const isBaseFresh = !named.has(reason.baseName);
  const facts = [
    // After votes were left out the base is no longer the number of that name; the verdict says both.
    ...(reason.leftOut ? [] : nameOnce(grammar, named, reason.baseName, reason.base)),
    ...nameOnce(grammar, named, reason.count, reason.got),
  ];
  return [...facts, grammar.verdict(reason, isBaseFresh)].join(grammar.comma);
}

function nameOnce(grammar: Grammar, named: Set<Measure>, measure: Measure, quantity: Quantity): string[] {
  if (named.has(measure)) return [];
  named.add(measure);
  return [grammar.fact(measure, quantity)];
}

/** The first candidate is preceded by the seats and by the number that all shares are taken of. */
function tellCandidate(
  { grammar, finding, candidates }: Telling,
  named: Set<Measure>,
  reason: ClauseReason & { readonly candidate: string },
): string {
  const isFirst = reason.candidate === candidates[0]?.id;
  const facts = [
    ...(isFirst && finding.election ? [grammar.seats(finding.election.seats)] : []),
    ...(reason.leftOut ? [] : nameOnce(grammar, named, reason.baseName, reason.base)),
  ];
  const told = [
    grammar.candidate(nameOf(candidates, reason.candidate), reason.got),
    grammar.verdict(reason, false),
    grammar.candidateOutcome(outcomeOf(finding.election, reason)),
  ].join(grammar.comma);
  return facts.length > 0 ? `${facts.join(grammar.comma)}${grammar.semicolon}${told}` : told;
}

function outcomeOf(
  election: ElectionOutcome | undefined,
  reason: ClauseReason & { readonly candidate: string },
): CandidateOutcome {
  if (election?.elected.includes(reason.candidate)) return 'elected';
  if (election?.tied.includes(reason.candidate)) return 'tied';
  return reason.code === 'approval.met' ? 'full' : 'short';
}

const nameOf = (candidates: readonly Candidate[], id: string): string =>
  candidates.find((candidate) => candidate.id === id)?.name ?? id;
