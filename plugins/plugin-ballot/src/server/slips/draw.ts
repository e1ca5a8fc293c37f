import { drawSlips, loadSodium } from '@wuxin/ballot-box';
import type { Tx } from '@wuxin/plugin-bpmn';
import { act } from '../acts';
import { motionsVotedOn } from '../box';
import type { Who } from '../rights';
import { tables } from '../store';
import { slipsView } from './view';

/** Rows of one statement. */
const BATCH = 1_000;

/**
 * Draws slips. The codes are in this answer and nowhere else: they are printed, cut, folded and mixed. Drawing again replaces all that there are while
 * nobody has got one; since nobody knows which were handed out, afterwards it adds to them.
 *
 * @param randomBytes so many bytes that nobody can foresee
 */
export function drawMeetingSlips(
  tx: Tx,
  who: Who,
  meetingId: string,
  { count, randomBytes }: { count: number; randomBytes: (length: number) => Uint8Array },
): Promise<{ codes: string[] }> {
  return act(tx, who, ['ballotBoxes:drawSlips', meetingId], async (locked) => {
    const before = await slipsView(tx, locked.meeting);
    const isInUse = (before && before.handedOut + before.exchanged > 0) || (await motionsVotedOn(tx, meetingId)).length > 0;
    const { codes, seals } = drawSlips(await loadSodium(), { meetingId, count, randomBytes });
    if (before && !isInUse) await tables.slips.update(tx, { meetingId, state: 'valid' }, { state: 'replaced' });
    for (let first = 0; first < seals.length; first += BATCH) {
      const batch = seals.slice(first, first + BATCH);
      await tables.slips.insert(tx, batch.map((id) => ({ id, meetingId, state: 'valid' }))); // prettier-ignore
    }
    locked.change({ slipsDrawn: (before && isInUse ? before.drawn : 0) + count });
    locked.note(before && isInUse ? 'slipsAdded' : 'slipsDrawn', { count });
    return { codes: [...codes] };
  });
}
