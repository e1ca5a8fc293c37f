import { isSealed, markOf, receiptOf, type Sodium } from '@wuxin/ballot-box';
import { badInput, conflict, notFound, type Tx } from '@wuxin/plugin-bpmn';
import { bucketId, bucketOf, withBallot } from './buckets';
import { shareBoxes } from './lock';
import { bucketsOf, castMotion, holdBucket, writeBucket, type CastMotion } from './store';

export interface CastRequest {
  readonly meetingId: string;
  readonly motionId: string;
  /** As it is printed: see `readCode`. */
  readonly code: string;
  readonly sealed: string;
}

/**
 * Puts a ballot into the box. Whoever holds a slip that is in use may, while the motion is open and its time is not over, once. It writes the bucket that the mark falls into and
 * nothing else: no row of the roll, of the slip, of the meeting, of the journal.
 *
 * @param mayVote is the slip in use? asked again once nobody can take it out of use any more
 * @throws `ballot.sealedInvalid`, `ballot.motionUnknown`, `ballot.votingOver`, `ballot.votedAlready` with the receipt, and what `mayVote` does
 */
export async function castBallot(
  tx: Tx,
  sodium: Sodium,
  request: CastRequest,
  mayVote: (tx: Tx) => Promise<void>,
): Promise<{ receipt: string }> {
  const { meetingId, motionId, code, sealed } = request;
  if (!isSealed(sealed)) throw badInput('ballot.sealedInvalid');
  await shareBoxes(tx, meetingId);
  await mayVote(tx);
  const mark = markOf(sodium, motionId, code);
  const receipt = receiptOf(sodium, mark);
  const motion = await castMotion(tx, motionId);
  if (motion?.meetingId !== meetingId) throw notFound('ballot.motionUnknown');
  const buckets = (await bucketsOf(tx, [motionId])).get(motionId);
  if (buckets === undefined) throw conflict('ballot.votingOver');
  const id = bucketId(motionId, bucketOf(mark, buckets));
  const ballots = (await holdBucket(tx, id)) ?? [];
  if (ballots.some((ballot) => ballot.mark === mark)) throw conflict('ballot.votedAlready', { receipt });
  if (!isOpen(motion, tx.now)) throw conflict('ballot.votingOver');
  await writeBucket(tx, id, withBallot(ballots, { mark, sealed }));
  return { receipt };
}

const isOpen = ({ status, closesAt }: CastMotion, now: number): boolean =>
  status === 'open' && (closesAt === null || now < closesAt);
