import { labelOf, unitOf, type LabelOverrides, type Measure } from '../measure';
import type { Rule } from '../rule';
import type { Decided } from '../tally';
import { fractionEnUs } from './fraction.en-US';
import type { CandidateOutcome, Grammar } from './grammar';

const OUTCOMES: { readonly [O in CandidateOutcome]: string } = {
  elected: 'elected',
  tied: 'tied',
  full: 'but the seats are filled: not elected',
  short: 'not elected',
};

const squareMetres = (measure: Measure) => (unitOf(measure) === 'area' ? 'm² ' : '');

/** 30 due, 20000 m² taking part. */
export const factEnUs =
  (overrides: LabelOverrides): Grammar['fact'] =>
  (measure, quantity) =>
    `${quantity} ${squareMetres(measure)}${labelOf(measure, 'en-US', overrides).fact}`;

export function grammarEnUs(overrides: LabelOverrides): Grammar {
  const label = (measure: Measure) => labelOf(measure, 'en-US', overrides);
  return {
    comma: ', ',
    semicolon: '; ',
    fact: factEnUs(overrides),
    verdict({ code, operator, num, den, baseName, base, leftOut }) {
      const isReached = code.endsWith('.met');
      const atLeast = isReached ? 'at least' : 'below';
      const moreThan = isReached ? 'more than' : 'not more than';
      const without = leftOut
        ? ` (${base} ${squareMetres(baseName)}without those ${leftOut.map((vote) => label(vote).fact).join(' or ')})`
        : '';
      return `${operator === 'atLeast' ? atLeast : moreThan} ${fractionEnUs(num, den)} of ${label(baseName).share}${without}`;
    },
    oneIsEnough: ' (one of these is enough)',
    onlyWarning: ' (a warning only)',
    shareUnknown: (measure) => `the number of ${label(measure).fact} was not entered (a warning only)`,
    tie: (oppose) => `${oppose} against, which is a tie`,
    outnumbered: (oppose) => `${oppose} against, more than in favour`,
    moreThanIssued: (issued, recovered) => `${issued} ballots issued, ${recovered} recovered, more than were issued`,
    doubleEnrolled: (people) => `enrolled in two places: ${people}; one side must withdraw before the count`,
    seats: (seats) => `seats to fill: ${seats}`,
    candidate: (name, votes) => `${name} has ${votes} in favour`,
    candidateOutcome: (outcome) => OUTCOMES[outcome],
    tiedCandidates: (names, votes, seatsOpen) =>
      `${names.join(', ')} are tied at ${votes}: vote again among them for ${seatsOpen} of the seats`,
    seatsOpen: (seatsOpen) => `seats still open: ${seatsOpen}, a further election is needed`,
    conclusion,
  };
}

const NO_QUORUM: { readonly [K in Rule['kind']]: string } = {
  decision: 'too few for a vote',
  election: 'too few for a valid election',
  petition: 'too few, not valid',
  composition: 'too few, not valid',
};
const ADOPTED: { readonly [K in Rule['kind']]: readonly [yes: string, no: string] } = {
  decision: ['passed', 'not passed'],
  election: ['elected', 'not elected'],
  petition: ['valid', 'not valid'],
  composition: ['as required', 'not as required'],
};

function conclusion(kind: Rule['kind'], decided: Decided, hasSlate: boolean): string {
  switch (decided) {
    case 'passed':
      return hasSlate ? 'the election is complete' : ADOPTED[kind][0];
    case 'notPassed':
      return ADOPTED[kind][1];
    case 'noQuorum':
      return NO_QUORUM[kind];
    case 'void':
      return 'this round is void';
    case 'blocked':
      return 'the vote is on hold';
    // The reasons have already said what comes next.
    case 'revote':
    case 'furtherElection':
      return '';
  }
}
