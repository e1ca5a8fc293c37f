import { drawKey, loadSodium } from '@wuxin/ballot-box';
import { conflict, type Tx } from '@wuxin/plugin-bpmn';
import type { DrawnKeyView } from '../../common/api';
import { act } from '../acts';
import { motionsVotedOn } from '../box';
import type { Who } from '../rights';

/**
 * Draws the key of a meeting. The shares are in this answer and nowhere else: they are printed for two tellers and for the sealed envelope. Again only
 * before phones voted on anything, since ballots are sealed to the key that there was.
 */
export function drawMeetingKey(tx: Tx, who: Who, meetingId: string): Promise<DrawnKeyView> {
  return act(tx, who, ['ballotBoxes:drawKey', meetingId], async (locked) => {
    if ((await motionsVotedOn(tx, meetingId)).length > 0) throw conflict('ballot.keyInUse');
    const { publicKey, shares } = await drawKey(await loadSodium());
    locked.change({ publicKey, keyDrawnAt: tx.now });
    locked.note('keyDrawn', { publicKey });
    return { publicKey, shares: [...shares] };
  });
}
