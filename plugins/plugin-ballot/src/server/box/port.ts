import { closeBox, loadSodium, openKey } from '@wuxin/ballot-box';
import { conflict, type Tx } from '@wuxin/plugin-bpmn';
import { tables, type MotionRecord, type PublishedBox } from '../store';
import { bucketId, bucketsFor } from './buckets';
import { countsOf, type BoxCounts } from './counts';
import { holdBoxes } from './lock';
import { asRefusal } from './refusal';
import { ballotsOf, writeBucket } from './store';

/** The box of a motion that is put up: as many empty buckets as the voters who are expected need. */
export async function openMotion(tx: Tx, { id }: Pick<MotionRecord, 'id'>, expectedVoters: number): Promise<void> {
  const buckets = Array.from({ length: bucketsFor(expectedVoters) }, (_, bucket) => bucket);
  await tables.boxes.insert(
    tx,
    buckets.map((bucket) => ({ id: bucketId(id, bucket), motionId: id, bucket, ballots: [], ballotCount: 0 })),
  );
}

/**
 * Ends casting: ballots that are under way are waited for and count, later ones find the motion closed; the caller's transaction writes that it is.
 * Every bucket is written anew, so that what the database notes of each row is of this transaction and no longer of a voter's.
 *
 * @returns how many ballots are in the box
 */
export async function close(tx: Tx, { id, meetingId }: Pick<MotionRecord, 'id' | 'meetingId'>): Promise<number> {
  await holdBoxes(tx, meetingId);
  const rows = await tables.boxes.select(tx, { motionId: id }, { order: [['bucket', 'ASC']] });
  for (const row of rows) await writeBucket(tx, row.id, row.ballots);
  return rows.reduce((sum, { ballots }) => sum + ballots.length, 0);
}

/** The box of a motion that is withdrawn or void: nobody will open it. */
export async function discard(tx: Tx, { id, meetingId }: Pick<MotionRecord, 'id' | 'meetingId'>): Promise<void> {
  await holdBoxes(tx, meetingId);
  await tables.boxes.delete(tx, { motionId: id });
}

export interface OpenedBox {
  readonly published: PublishedBox;
  readonly counts: BoxCounts;
}

/**
 * Opens the box of a closed motion with two of three shares. The ballots are deleted in the same transaction: what stays are receipts and choices, two lists
 * of which each has its own order.
 *
 * @throws `ballot.keyMissing`, `ballot.moreBallotsThanSlips`, and what {@link openKey} and {@link closeBox} refuse
 */
export async function open(
  tx: Tx,
  {
    motion,
    publicKey,
    slipsInUse,
    shares,
  }: { motion: MotionRecord; publicKey: string | null; slipsInUse: number; shares: readonly string[] },
): Promise<OpenedBox> {
  if (publicKey === null) throw conflict('ballot.keyMissing');
  const cast = await ballotsOf(tx, motion.id);
  // somebody has cast slips that nobody was handed
  if (cast.length > slipsInUse) throw conflict('ballot.moreBallotsThanSlips', { ballots: cast.length, slips: slipsInUse });
  const published = await openedWith(cast, { motionId: motion.id, publicKey, shares });
  await tables.motions.update(tx, { id: motion.id }, { box: published });
  await tables.boxes.delete(tx, { motionId: motion.id });
  return { published, counts: countsOf(motion, published) };
}

async function openedWith(
  cast: Parameters<typeof closeBox>[1]['cast'],
  { motionId, publicKey, shares }: { motionId: string; publicKey: string; shares: readonly string[] },
): Promise<PublishedBox> {
  const sodium = await loadSodium();
  try {
    const key = await openKey(sodium, publicKey, shares);
    const { receipts, choices, head } = closeBox(sodium, { motionId, key, cast });
    sodium.memzero(key.privateKey);
    return { publicKey, receipts, choices, head };
  } catch (error) {
    throw asRefusal(error);
  }
}
