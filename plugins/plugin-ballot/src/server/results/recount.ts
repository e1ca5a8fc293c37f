import { canonicalJson, conflict, type Tx } from '@wuxin/plugin-bpmn';
import type { Json } from '@wuxin/bpmn-core';
import type { Recount } from '../../common/api';
import { judge, rowsOf, sheetsOf, type Judged } from '../motions';
import { tables, type MotionRecord } from '../store';

/** Counts once more what is stored, and compares it with what was decided. @throws conflict `ballot.notDecided` */
export async function recountMotion(tx: Tx, motion: MotionRecord): Promise<Recount> {
  if (motion.result === null) throw conflict('ballot.notDecided');
  const again = await judgedAgain(tx, motion);
  if (!again) throw conflict('ballot.notCounted');
  return { ...again, isSame: isSame(motion, again) };
}

/** @returns undefined when what is stored is not enough to count */
export async function judgedAgain(tx: Tx, motion: MotionRecord): Promise<Judged | undefined> {
  const roll = await tables.rolls.find(tx, { meetingId: motion.meetingId });
  if (!roll) return undefined;
  return judge(motion, await rowsOf(tx, motion, roll.id), await sheetsOf(tx, motion.id));
}

export const isSame = ({ counted, result }: MotionRecord, again: Judged): boolean =>
  textOf(counted) === textOf(again.counts) && textOf(result) === textOf(again.result);

const textOf = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)) as Json);
