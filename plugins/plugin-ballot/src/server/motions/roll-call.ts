import { forbidden, engineOf, type Tx } from '@wuxin/plugin-bpmn';
import type { Answer } from '../../common/api';
import { actOnMotion } from '../acts';
import type { Who } from '../rights';
import { tables } from '../store';
import { rowsOf, votersIn } from './electorate';
import { frozenRule } from './frozen-rule';

/** One name of a roll-call as the clerk hears it; once more before the vote ends corrects it. */
export function answerRollCall(
  tx: Tx,
  who: Who,
  id: string,
  { entryId, answer }: { entryId: string; answer: Answer },
): Promise<void> {
  return actOnMotion(tx, who, ['ballotMotions:answer', id], async (locked, motion) => {
    const rows = await rowsOf(tx, motion, locked.frozenRoll.id);
    const isVoter = votersIn(frozenRule(motion), rows, { motion, at: tx.now }).some((entry) => entry.id === entryId);
    if (!isVoter) throw forbidden('ballot.noVoteHere');
    const before = rows.answers.find((one) => one.entryId === entryId);
    if (before) await tables.rollCalls.update(tx, { id: before.id }, { answer });
    else await tables.rollCalls.insert(tx, [{ id: engineOf(tx.db).newId(), motionId: id, entryId, answer }]);
    locked.note(before ? 'answerCorrected' : 'answered', { motion: id, number: motion.number, entry: entryId, answer });
  });
}
