import type { ReadTx } from '@wuxin/plugin-bpmn';
import type { MotionStatus } from '../../common/api';
import { columnIn, readUnlogged, tableIn, type MeetingRecord, type MotionRecord } from '../store';

type DoorMeeting = Pick<MeetingRecord, 'id' | 'title' | 'publicKey'>;

export async function meetingOf(tx: ReadTx, id: string): Promise<DoorMeeting | undefined> {
  const column = (name: keyof DoorMeeting) => columnIn(tx, 'meetings', name);
  const columns = `${column('id')} AS "id", ${column('title')} AS "title", ${column('publicKey')} AS "publicKey"`;
  return (
    await readUnlogged<DoorMeeting>(tx, `SELECT ${columns} FROM ${tableIn(tx, 'meetings')} WHERE ${column('id')} = $1`, [id])
  )[0];
}

const COLUMNS = ['id', 'title', 'text', 'candidates', 'seats', 'closesAt', 'status', 'way', 'counted', 'box'] as const;
type DoorMotion = Pick<MotionRecord, (typeof COLUMNS)[number]>;
type Raw = { readonly [Name in keyof DoorMotion]: string | number | null };

/** Secret motions of a meeting that phones vote on, in their order. */
export async function motionsOnPhones(
  tx: ReadTx,
  meetingId: string,
  statuses: readonly [MotionStatus, MotionStatus],
): Promise<DoorMotion[]> {
  const column = (name: keyof MotionRecord) => columnIn(tx, 'motions', name);
  const columns = COLUMNS.map((name) => `${column(name)} AS "${name}"`).join(', ');
  const where = `${column('meetingId')} = $1 AND ${column('status')} IN ($2, $3) AND ${column('secrecy')} = 'secret' AND ${column('way')} IN ('phone', 'mixed')`;
  const rows = await readUnlogged<Raw>(tx, `SELECT ${columns} FROM ${tableIn(tx, 'motions')} WHERE ${where} ORDER BY ${column('number')}, ${column('round')}`, [meetingId, ...statuses]); // prettier-ignore
  return rows.map(decoded);
}

/** Drivers give large numbers as text; JSON is kept as text. */
function decoded({ candidates, seats, closesAt, counted, box, ...rest }: Raw): DoorMotion {
  const numberOf = (value: string | number | null) => (value === null ? null : Number(value));
  const json = (value: string | number | null): unknown => (typeof value === 'string' ? JSON.parse(value) : null);
  return {
    ...rest,
    candidates: json(candidates) ?? [],
    counted: json(counted),
    box: json(box),
    seats: numberOf(seats),
    closesAt: numberOf(closesAt),
  } as DoorMotion; // what the tables' own columns hold
}
