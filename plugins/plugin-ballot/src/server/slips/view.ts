import type { ReadTx } from '@wuxin/plugin-bpmn';
import type { SlipsView } from '../../common/api';
import { tables, type MeetingRecord } from '../store';

/** How many slips there are, as numbers: nobody knows which are whose. Null: none were drawn. */
export async function slipsView(
  tx: ReadTx,
  { id, slipsDrawn }: Pick<MeetingRecord, 'id' | 'slipsDrawn'>,
): Promise<SlipsView | null> {
  if (slipsDrawn === 0) return null;
  return { drawn: slipsDrawn, handedOut: await handedOut(tx, id), exchanged: await slipsExchanged(tx, id) };
}

/** So many ballots can there be at most: slips that somebody holds and has not given back. */
export const slipsInUse = async (tx: ReadTx, meetingId: string): Promise<number> =>
  (await handedOut(tx, meetingId)) - (await slipsExchanged(tx, meetingId));

/** So many paper ballots can there be at most in a mixed vote. */
export const slipsExchanged = (tx: ReadTx, meetingId: string): Promise<number> =>
  tables.slips.count(tx, { meetingId, state: 'exchanged' });

const handedOut = (tx: ReadTx, meetingId: string): Promise<number> =>
  tables.rollEntries.count(tx, { hasSlip: true, rollId: tables.rolls.among(tx.db, 'id', { meetingId }) });
