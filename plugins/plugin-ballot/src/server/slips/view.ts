import type { ReadTx } from '@wuxin/plugin-bpmn';
import type { SlipsView } from '../../common/api';
import { tables, type MeetingRecord } from '../store';

/** How many slips there are, as numbers: nobody knows which are whose. Null: none were drawn. */
export async function slipsView(
  tx: ReadTx,
  { id, slipsDrawn }: Pick<MeetingRecord, 'id' | 'slipsDrawn'>,
): Promise<SlipsView | null> {
  if (slipsDrawn === 0) return null;
  return { drawn: slipsDrawn, handedOut: await handedOut(tx, id), exchanged: await exchanged(tx, id) };
}

/** So many ballots can there be at most: slips that somebody holds and has not given back. */
export const slipsInUse = async (tx: ReadTx, meetingId: string): Promise<number> =>
  (await handedOut(tx, meetingId)) - (await exchanged(tx, meetingId));

const exchanged = (tx: ReadTx, meetingId: string): Promise<number> => tables.slips.count(tx, { meetingId, state: 'exchanged' });

const handedOut = (tx: ReadTx, meetingId: string): Promise<number> =>
  tables.rollEntries.count(tx, { hasSlip: true, rollId: tables.rolls.among(tx.db, 'id', { meetingId }) });
