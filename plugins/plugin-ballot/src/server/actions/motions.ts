import { notFound, type Tx } from '@wuxin/plugin-bpmn';
import { readMeeting } from '../desk';
import {
  answerRollCall,
  closeMotion,
  countAgain,
  countMotion,
  decideMotion,
  openMotion,
  proposeMotion,
  startNextRound,
  updateMotion,
  withdrawMotion,
} from '../motions';
import { exportMotion, recountMotion } from '../results';
import type { Who } from '../rights';
import { tables, type MotionRecord } from '../store';
import { reading, writing } from './define';
import * as Input from './inputs';

export const motionActions = {
  'ballotMotions:create': writing(Input.Motion, (tx, who, { id, ...body }) => proposeMotion(tx, who, id, body)),
  'ballotMotions:update': writing(Input.MotionChange, (tx, who, { id, ...body }) => updateMotion(tx, who, id, body)),
  'ballotMotions:withdraw': writing(Input.Reason, (tx, who, { id, reason }) => withdrawMotion(tx, who, id, reason)),
  'ballotMotions:open': writing(Input.OpenMotion, (tx, who, { id, ...body }) => openMotion(tx, who, id, body)),
  'ballotMotions:answer': writing(Input.RollCall, (tx, who, { id, ...body }) => answerRollCall(tx, who, id, body)),
  'ballotMotions:close': writing(Input.One, (tx, who, { id }) => closeMotion(tx, who, id)),
  'ballotMotions:count': writing(Input.Count, (tx, who, { id, counts }) => countMotion(tx, who, id, counts)),
  'ballotMotions:countAgain': writing(Input.Reason, (tx, who, { id, reason }) => countAgain(tx, who, id, reason)),
  'ballotMotions:decide': writing(Input.One, (tx, who, { id }) => decideMotion(tx, who, id)),
  'ballotMotions:nextRound': writing(Input.One, (tx, who, { id }) => startNextRound(tx, who, id)),
  'ballotMotions:recount': reading(Input.One, async (tx, who, { id }) => recountMotion(tx, await readMotion(tx, who, id))),
  'ballotMotions:export': reading(Input.One, async (tx, who, { id }) => exportMotion(tx, await readMotion(tx, who, id))),
};

/** Whoever has a part in a meeting may count its votes again. */
async function readMotion(tx: Tx, who: Who, id: string): Promise<MotionRecord> {
  const motion = await tables.motions.find(tx, { id });
  if (!motion) throw notFound('ballot.motionNotFound');
  await readMeeting(tx, who, motion.meetingId);
  return motion;
}
