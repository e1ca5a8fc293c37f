import type { BoxRecord } from '../store';

export type Ballot = BoxRecord['ballots'][number];

/** So many ballots are to lie in a bucket: enough to hide one in, few enough to be written anew with each. */
const BALLOTS_A_BUCKET = 64;
const SIGNS = 8;

export const bucketsFor = (expectedVoters: number): number => Math.max(1, Math.round(expectedVoters / BALLOTS_A_BUCKET));

/** Marks are hashes: they spread evenly, and nobody chooses a bucket. */
export const bucketOf = (mark: string, buckets: number): number => Number.parseInt(mark.slice(0, SIGNS), 16) % buckets;

export const bucketId = (motionId: string, bucket: number): string => `${motionId}:${bucket}`;

/** In the order of marks, whichever came last. */
export const withBallot = (ballots: readonly Ballot[], ballot: Ballot): Ballot[] =>
  [...ballots, ballot].toSorted((one, other) => (one.mark < other.mark ? -1 : 1));
