import { BallotError } from '../errors';
import { isMeasure, readArea, readWhole, unitOf, type Amounts, type Measure, type Quantity } from '../measure';
import { readCandidates, type Candidate, type CandidateInput } from './candidates';

/** The numbers of one vote as they are entered. Areas are in square metres; everything else is a whole number. */
export type CountsInput = { readonly [M in Measure]?: Quantity } & {
  readonly seats?: number;
  readonly candidates?: readonly CandidateInput[];
};

/** Candidates come with the number of seats that they stand for. */
export type Slate = { readonly seats: bigint; readonly candidates: readonly Candidate[] };

export type Counts = { readonly amounts: Amounts; readonly slate?: Slate };

/**
 * Reads counts from JSON; unknown names are refused, so that a misspelt 反对 is not taken for zero.
 *
 * @throws BallotError `ballot.countsInvalid`, `ballot.countUnknown`, `ballot.countNotWhole`, `ballot.areaNotExact`,
 * `ballot.candidatesInvalid`, `ballot.candidateTwice`
 */
export function readCounts(input: unknown): Counts {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new BallotError('ballot.countsInvalid', { got: JSON.stringify(input) ?? 'nothing' });
  }
  const amounts: { [M in Measure]?: bigint } = {};
  const slate: { seats?: unknown; candidates?: unknown } = {};
  for (const [field, value] of Object.entries(input)) {
    if (field === 'seats' || field === 'candidates') slate[field] = value;
    else if (!isMeasure(field)) throw new BallotError('ballot.countUnknown', { field });
    else if (value !== undefined) amounts[field] = readAmount(field, value);
  }
  const isElectionOfSeveral = slate.candidates !== undefined || slate.seats !== undefined;
  return isElectionOfSeveral ? { amounts, slate: readCandidates(slate.candidates, slate.seats) } : { amounts };
}

function readAmount(field: Measure, value: unknown): bigint {
  const got = JSON.stringify(value);
  if (unitOf(field) === 'area') {
    const area = readArea(value);
    if (area === undefined) throw new BallotError('ballot.areaNotExact', { field, got });
    return area;
  }
  const whole = readWhole(value);
  if (whole === undefined) throw new BallotError('ballot.countNotWhole', { field, got });
  return whole;
}
