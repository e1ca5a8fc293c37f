import type { Tx } from '@wuxin/plugin-bpmn';
import { tables, type MotionRecord } from '../store';

export const motionsIn = (tx: Tx, meetingId: string): Promise<MotionRecord[]> =>
  tables.motions.select(tx, { meetingId }, { order: [['number', 'ASC'], ['round', 'ASC']] }); // prettier-ignore

/** People vote on it, or it is being counted. */
export const isUnderWay = ({ status }: MotionRecord): boolean => status === 'open' || status === 'counting';
