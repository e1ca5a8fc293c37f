import type { ReadTx, Tx } from '@wuxin/plugin-bpmn';
import { columnIn, places, readUnlogged, tableIn, tables, writeUnlogged, type MotionRecord } from '../store';
import { bucketId, bucketOf, type Ballot } from './buckets';

/** How many buckets the boxes of motions have; none: its box was never there, or is opened. */
export async function bucketsOf(tx: ReadTx, motionIds: readonly string[]): Promise<Map<string, number>> {
  if (motionIds.length === 0) return new Map();
  const motion = columnIn(tx, 'boxes', 'motionId');
  const sql = `SELECT ${motion} AS "motion", COUNT(*) AS "buckets" FROM ${tableIn(tx, 'boxes')} WHERE ${motion} IN (${places(motionIds.length)}) GROUP BY ${motion}`;
  const rows = await readUnlogged<{ motion: string; buckets: number | string }>(tx, sql, motionIds);
  return new Map(rows.map(({ motion: id, buckets }) => [id, Number(buckets)]));
}

/** Which of these marks have a ballot in the box of their motion. */
export async function marksIn(tx: ReadTx, marks: readonly { motionId: string; mark: string }[]): Promise<Set<string>> {
  const buckets = await bucketsOf(tx, marks.map(({ motionId }) => motionId)); // prettier-ignore
  const asked = marks.flatMap(({ motionId, mark }) => {
    const count = buckets.get(motionId);
    return count === undefined ? [] : [{ mark, id: bucketId(motionId, bucketOf(mark, count)) }];
  });
  if (asked.length === 0) return new Set();
  const sql = `SELECT ${columnIn(tx, 'boxes', 'ballots')} AS "ballots" FROM ${tableIn(tx, 'boxes')} WHERE ${columnIn(tx, 'boxes', 'id')} IN (${places(asked.length)})`;
  const rows = await readUnlogged<{ ballots: string }>(tx, sql, asked.map(({ id }) => id)); // prettier-ignore
  const known = new Set(rows.flatMap(({ ballots }) => ballotsIn(ballots).map(({ mark }) => mark)));
  return new Set(asked.flatMap(({ mark }) => (known.has(mark) ? [mark] : [])));
}

/** The ballots of a bucket, which no other cast changes until this transaction ends. */
export async function holdBucket(tx: Tx, id: string): Promise<Ballot[] | undefined> {
  const lock = tx.db.sequelize.getDialect() === 'postgres' ? ' FOR UPDATE' : '';
  const sql = `SELECT ${columnIn(tx, 'boxes', 'ballots')} AS "ballots" FROM ${tableIn(tx, 'boxes')} WHERE ${columnIn(tx, 'boxes', 'id')} = $1${lock}`;
  const [row] = await readUnlogged<{ ballots: string }>(tx, sql, [id]);
  return row && ballotsIn(row.ballots);
}

/** Writes a bucket whole, so that nothing of it tells what was there before. */
export async function writeBucket(tx: Tx, id: string, ballots: readonly Ballot[]): Promise<void> {
  const [content, count] = [columnIn(tx, 'boxes', 'ballots'), columnIn(tx, 'boxes', 'ballotCount')];
  const sql = `UPDATE ${tableIn(tx, 'boxes')} SET ${content} = $1, ${count} = $2 WHERE ${columnIn(tx, 'boxes', 'id')} = $3`;
  await writeUnlogged(tx, sql, [JSON.stringify(ballots), ballots.length, id]);
}

/** Everything that lies in the box of a motion. */
export async function ballotsOf(tx: ReadTx, motionId: string): Promise<Ballot[]> {
  const rows = await tables.boxes.selectColumns(tx, ['ballots'], { motionId }, { order: [['bucket', 'ASC']] });
  return rows.flatMap(({ ballots }) => ballots);
}

/** Motions of a meeting that phones vote on and that have been put up, whatever has become of them. */
export async function motionsVotedOn(tx: ReadTx, meetingId: string): Promise<Pick<MotionRecord, 'id' | 'status'>[]> {
  const rows = await tables.motions.selectColumns(tx, ['id', 'status', 'openedAt'], { meetingId, way: ['phone', 'mixed'] });
  return rows.filter(({ openedAt }) => openedAt !== null);
}

export type CastMotion = Pick<MotionRecord, 'meetingId' | 'status' | 'closesAt'>;

/** What of a motion says whether it may be voted on now. */
export async function castMotion(tx: ReadTx, id: string): Promise<CastMotion | undefined> {
  const column = (name: keyof CastMotion | 'id') => columnIn(tx, 'motions', name);
  const columns = `${column('meetingId')} AS "meetingId", ${column('status')} AS "status", ${column('closesAt')} AS "closesAt"`;
  const sql = `SELECT ${columns} FROM ${tableIn(tx, 'motions')} WHERE ${column('id')} = $1`;
  const [row] = await readUnlogged<CastMotion>(tx, sql, [id]);
  return row && { ...row, closesAt: row.closesAt === null ? null : Number(row.closesAt) }; // drivers give large numbers as text
}

const ballotsIn = (text: string): Ballot[] => JSON.parse(text) as Ballot[]; // what `writeBucket` wrote
