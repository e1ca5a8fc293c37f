import { openChoice, type Choice } from '../choice';
import { BallotBoxError } from '../errors';
import type { MeetingKey } from '../key';
import { receiptOf } from '../slips';
import type { Sodium } from '../sodium';
import { chainHead, type Published } from './chain';

/** As it lies in the box: no voter, no time, no number. */
export interface CastBallot {
  readonly mark: string;
  readonly sealed: string;
}

export interface ClosedBox extends Published {
  /** How many ballots cannot be read; they are invalid. */
  readonly spoilt: number;
  readonly head: string;
}

/**
 * Opens a box after its vote is closed. Receipts and choices come out as two lists, each in an order of its own, which say nothing of each
 * other; with the ballots themselves gone nobody can put them together again, the voter with the own slip among them.
 *
 * @throws BallotBoxError `box.markTwice`
 */
export function closeBox(
  sodium: Sodium,
  { motionId, key, cast }: { motionId: string; key: MeetingKey; cast: readonly CastBallot[] },
): ClosedBox {
  assertMarksOnce(cast);
  const opened = cast.map(({ sealed }) => openChoice(sodium, key, { motionId, sealed }));
  const choices = opened.flatMap((one) => (one.kind === 'choice' ? [one.choice] : []));
  const spoilt = opened.length - choices.length;
  const published: Published = {
    motionId,
    publicKey: sodium.to_base64(key.publicKey, sodium.base64_variants.URLSAFE_NO_PADDING),
    receipts: cast.map(({ mark }) => receiptOf(sodium, mark)).toSorted(),
    choices: [...inOrder(choices), ...Array.from({ length: spoilt }, () => null)],
  };
  return { ...published, spoilt, head: chainHead(sodium, published) };
}

function assertMarksOnce(cast: readonly CastBallot[]): void {
  const seen = new Set<string>();
  for (const { mark } of cast) {
    if (seen.has(mark)) throw new BallotBoxError('box.markTwice', { mark });
    seen.add(mark);
  }
}

const inOrder = (choices: readonly Choice[]): Choice[] =>
  choices
    .map((choice) => JSON.stringify(choice))
    .toSorted()
    .map((text) => JSON.parse(text) as Choice); // what the line before wrote
