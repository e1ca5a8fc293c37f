import { conflict, type Tx } from '@wuxin/plugin-bpmn';
import { actOnMotion } from '../acts';
import { open } from '../box';
import type { Who } from '../rights';
import { slipsInUse } from '../slips';

/**
 * Opens the box of a closed motion with two of three shares, which a teller enters. An administrator who is no teller cannot.
 */
export function openBox(tx: Tx, who: Who, id: string, shares: readonly string[]): Promise<{ ballots: number; head: string }> {
  return actOnMotion(tx, who, ['ballotBoxes:openBox', id], async (locked, motion) => {
    if (motion.box !== null) throw conflict('ballot.boxOpened');
    const { id: meetingId, publicKey } = locked.meeting;
    const { published } = await open(tx, { motion, publicKey, slipsInUse: await slipsInUse(tx, meetingId), shares });
    const ballots = published.receipts.length;
    // of few phones among many papers number and head would tell: see shownBox
    const facts = { motion: id, number: motion.number };
    if (motion.way === 'phone') locked.note('boxOpened', { ...facts, ballots, head: published.head });
    else locked.note('boxOfPhonesOpened', facts);
    return { ballots, head: published.head };
  });
}
