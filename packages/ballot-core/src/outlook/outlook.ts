import { partsOfVote, readCounts, settledOf, sumViolation, type CountsInput } from '../counts';
import { toQuantity, type Amounts, type Localized, type Measure } from '../measure';
import { readyRule, type Rule } from '../rule';
import { tally } from '../tally';
import { outlookWords } from './words';

/**
 * - `willPass`: it passes whatever the others do, also when they do nothing
 * - `cannotPass`: it does not pass even when all the others vote in favour
 * - `open`: it depends on them
 */
export type Outlook = {
  readonly status: 'open' | 'willPass' | 'cannotPass';
  /** Who has not voted yet: people or households, as the rule counts them. */
  readonly outstanding: number;
  readonly sentence: Localized;
};

/**
 * Whether the votes that are in already decide a motion, for a chair who counts aloud (show of hands, roll-call). Nobody may look at the
 * votes of a secret ballot before it is closed, so there this is never asked.
 *
 * @returns `undefined` where nobody can say who is still to come: not a decision, or the number of those who may vote is unknown
 * @throws BallotError when the rule may not be used or the numbers contradict each other
 */
export function outlook(rule: Rule, known: CountsInput): Outlook | undefined {
  const ready = readyRule(rule);
  const amounts = begun(readCounts(known).amounts);
  const whole = wholeOf(rule, amounts);
  const voters = whole && amounts[whole];
  if (ready.kind !== 'decision' || !whole || voters === undefined) return undefined;
  const [tooMany] = sumViolation(amounts, partsOfVote(rule), whole, 'atMost');
  if (tooMany) throw tooMany;
  const out = { people: voters - settledOf(rule, amounts), area: areaOut(amounts) };
  const decidedBy = (how: Way) => tally(rule, inputOf(completed(rule, amounts, { voters, out, how }))).decided;

  // More votes against never help, also not towards a quorum that is there without them: so these two bound all others.
  const willPass = decidedBy('silent') === 'passed' && decidedBy('oppose') === 'passed';
  const status = willPass ? 'willPass' : decidedBy('approve') === 'passed' ? 'open' : 'cannotPass';
  const outstanding = Number(out.people);
  return {
    status,
    outstanding,
    sentence: outlookWords({ status, outstanding, isHouseholds: rule.votesOf === 'householdsPresent' }),
  };
}

/** What has not been counted yet is nothing so far. */
const begun = (amounts: Amounts): Amounts => ({
  approve: 0n,
  ...(amounts.area === undefined ? {} : { areaVoted: 0n, areaApprove: 0n }),
  ...amounts,
});

type Way = 'silent' | 'oppose' | 'approve';
type Outstanding = { readonly people: bigint; readonly area: bigint };

/** Of ballots that are counted after the end nothing is known before it. */
function wholeOf({ votesOf }: Rule, { due }: Amounts): Measure | undefined {
  switch (votesOf) {
    case 'present':
    case 'householdsPresent':
      return votesOf;
    case 'voted':
      return due === undefined ? 'registered' : 'due';
    case 'recovered':
      return undefined;
  }
}

const areaOut = ({ area = 0n, areaVoted = 0n }: Amounts): bigint => area - areaVoted;

const AREA: { readonly [W in Exclude<Way, 'silent'>]: Measure } = { approve: 'areaApprove', oppose: 'areaOppose' };

/** The counts as they are when all who are still to come do the same. Who is silent is there without a vote, or does not take part at all. */
function completed(
  { votesOf }: Rule,
  amounts: Amounts,
  { voters, out, how }: { voters: bigint; out: Outstanding; how: Way },
): Amounts {
  const isMeeting = votesOf !== 'voted';
  const plus = (measure: Measure, more: bigint) => ({ [measure]: (amounts[measure] ?? 0n) + more });
  if (how === 'silent') return isMeeting ? { ...amounts, ...plus('notVoting', out.people) } : amounts;
  return {
    ...amounts,
    ...plus(how, out.people),
    ...(isMeeting ? {} : { voted: voters }),
    ...(amounts.area === undefined ? {} : { areaVoted: amounts.area, ...plus(AREA[how], out.area) }),
  };
}

const inputOf = (amounts: Amounts): CountsInput =>
  Object.fromEntries(Object.entries(amounts).map(([measure, amount]) => [measure, toQuantity(measure as Measure, amount)])); // keys of Amounts
