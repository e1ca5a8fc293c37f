import { BallotError } from '../errors';
import { readWhole } from '../measure';
import type { Slate } from './read';

export type CandidateInput = {
  readonly id: string;
  readonly name?: string;
  readonly approve: number;
  readonly oppose?: number;
  readonly abstain?: number;
};

/** `name` is what sentences call the candidate; the id when no name was given. */
export type Candidate = {
  readonly id: string;
  readonly name: string;
  readonly approve: bigint;
  readonly oppose: bigint;
  readonly abstain: bigint;
};

export function readCandidates(input: unknown, seatsInput: unknown): Slate {
  const seats = readWhole(seatsInput);
  if (!seats) throw invalid(`seats: ${JSON.stringify(seatsInput) ?? '–'}`);
  if (!Array.isArray(input) || input.length === 0) throw invalid(`candidates: ${JSON.stringify(input) ?? '–'}`);

  const candidates = input.map(readCandidate);
  const seen = new Set<string>();
  for (const { id } of candidates) {
    if (seen.has(id)) throw new BallotError('ballot.candidateTwice', { candidate: id });
    seen.add(id);
  }
  return { seats, candidates };
}

const FIELDS = new Set(['id', 'name', 'approve', 'oppose', 'abstain']);

function readCandidate(input: unknown, index: number): Candidate {
  if (typeof input !== 'object' || input === null) throw invalid(`candidates[${index}]: ${JSON.stringify(input)}`);
  const entry = new Map<string, unknown>(Object.entries(input));
  const unknownField = [...entry.keys()].find((field) => !FIELDS.has(field));
  if (unknownField) throw invalid(`candidates[${index}].${unknownField}`);

  const id = entry.get('id');
  const name = entry.get('name') ?? id;
  if (typeof id !== 'string' || !id || typeof name !== 'string' || !name) throw invalid(`candidates[${index}].id`);
  const votes = (field: string, whenAbsent: unknown) => {
    const value = entry.get(field) ?? whenAbsent;
    const whole = readWhole(value);
    if (whole === undefined) {
      throw new BallotError('ballot.countNotWhole', {
        field: `candidates[${index}].${field}`,
        got: JSON.stringify(value) ?? '–',
      });
    }
    return whole;
  };
  return { id, name, approve: votes('approve', undefined), oppose: votes('oppose', 0), abstain: votes('abstain', 0) };
}

const invalid = (got: string) => new BallotError('ballot.candidatesInvalid', { got });
