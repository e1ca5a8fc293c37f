import { loadSodium, markOf, readCode, sealOf } from '@wuxin/ballot-box';
import { conflict, type Tx } from '@wuxin/plugin-bpmn';
import { act } from '../acts';
import { asRefusal, holdBoxes, marksIn, motionsVotedOn } from '../box';
import type { Who } from '../rights';
import { requireInUse } from './in-use';
import { setState } from './store';

/**
 * Takes a slip back for a paper ballot: its code votes no more. Refused when it has voted on a motion that is open or not decided yet, for whoever has
 * would have two ballots there. Who gave it back nobody notes.
 *
 * @throws `ballot.slip.codeUnreadable`, what {@link requireInUse} does, `ballot.slipHasVoted`
 */
export function exchangeSlip(tx: Tx, who: Who, meetingId: string, typed: string): Promise<void> {
  return act(tx, who, ['ballotBoxes:exchange', meetingId], async (locked) => {
    const sodium = await loadSodium();
    const code = read(typed);
    await holdBoxes(tx, meetingId);
    await requireInUse(tx, sodium, { meetingId, code });
    const undecided = (await motionsVotedOn(tx, meetingId)).filter(({ status }) => status === 'open' || status === 'counting');
    const marks = undecided.map(({ id }) => ({ motionId: id, mark: markOf(sodium, id, code) }));
    if ((await marksIn(tx, marks)).size > 0) throw conflict('ballot.slipHasVoted');
    await setState(tx, sealOf(sodium, meetingId, code), 'exchanged');
    locked.note('slipExchanged');
  });
}

function read(typed: string): string {
  try {
    return readCode(typed);
  } catch (error) {
    throw asRefusal(error);
  }
}
