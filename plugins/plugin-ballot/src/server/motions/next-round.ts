import { nextRound, type NextRound } from '@wuxin/ballot-core';
import { conflict, type Tx } from '@wuxin/plugin-bpmn';
import { actOnMotion } from '../acts';
import type { Who } from '../rights';
import { tables, type MotionRecord } from '../store';
import { insertMotion } from './draft';
import { frozenRule } from './frozen-rule';

export const nextRoundOf = (motion: MotionRecord): NextRound | undefined =>
  motion.result === null ? undefined : nextRound(frozenRule(motion), motion.result);

/** The vote that has to follow: everybody again, those who tied, or whoever is left for the seats that are left. */
export function startNextRound(tx: Tx, who: Who, id: string): Promise<{ id: string }> {
  return actOnMotion(tx, who, ['ballotMotions:nextRound', id], async (locked, motion) => {
    const next = nextRoundOf(motion);
    if (!next) throw conflict('ballot.noNextRound');
    if ((await tables.motions.count(tx, { previousId: id })) > 0) throw conflict('ballot.nextRoundThere');
    const { title, text, way, candidates, seats } = motion;
    const standing =
      next.kind === 'again'
        ? { candidates: [...candidates], seats: seats ?? undefined }
        : { candidates: standingIn(motion, next.candidates), seats: next.seats };
    const recused = (await tables.recusals.select(tx, { motionId: id })).map(({ entryId, reason }) => ({ entryId, reason }));
    const body = { title, text, way, ruleKey: next.rule, recused, ...standing };
    return { id: await insertMotion(tx, locked, body, motion) };
  });
}

/** By the votes of the round before, most first. */
const standingIn = ({ candidates }: MotionRecord, ids: readonly string[]) =>
  ids.flatMap((id) => candidates.find((one) => one.id === id) ?? []);
