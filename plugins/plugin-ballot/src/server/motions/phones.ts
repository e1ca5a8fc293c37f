import type { CountsInput } from '@wuxin/ballot-core';
import { conflict } from '@wuxin/plugin-bpmn';
import { countsOf } from '../box';
import type { MeetingRecord, MotionRecord } from '../store';

/** Phones vote on it, with or without paper beside them: its ballots lie in a box. */
export const isOfPhones = ({ way }: Pick<MotionRecord, 'way'>): boolean => way === 'phone' || way === 'mixed';

/** Without drawn slips and a key nothing would be secret. */
export function assertSecret({ publicKey, slipsDrawn }: MeetingRecord): void {
  if (publicKey === null) throw conflict('ballot.keyMissing');
  if (slipsDrawn === 0) throw conflict('ballot.slipsMissing');
}

/** What phones and paper gave together; undefined while the box is not opened. */
export function mixedVotes(motion: MotionRecord, paper: CountsInput | null): CountsInput | undefined {
  if (motion.box === null) return undefined;
  const { candidates, seats: _, ...box } = countsOf(motion, motion.box);
  if (paper === null) return { ...box, ...(candidates ? { candidates } : {}) };
  const both = ['approve', 'oppose', 'abstain', 'blank', 'invalid', 'recovered'] as const;
  const sums = Object.fromEntries(both.map((part) => [part, numberOf(box[part]) + numberOf(paper[part])]));
  const onPaper = new Map(paper.candidates?.map(({ id, approve }) => [id, approve]));
  return {
    ...paper,
    ...sums,
    // each ballot of a phone had its slip
    ...(paper.issued === undefined ? {} : { issued: numberOf(paper.issued) + box.recovered }),
    ...(candidates
      ? { candidates: candidates.map((one) => ({ ...one, approve: one.approve + numberOf(onPaper.get(one.id)) })) }
      : {}),
  };
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
