import { completeActivity, type Tx } from '@wuxin/plugin-bpmn';
import type { EndedMeeting } from '../meetings';
import { outcomeOf } from './outcome';

/** The case that asked for a meeting goes on with it. One that was taken away meanwhile is no error. */
export async function tellProcess(tx: Tx, { meeting, motions, by }: EndedMeeting): Promise<void> {
  if (meeting.tokenId !== null) await completeActivity(tx, by, { tokenId: meeting.tokenId, ...outcomeOf(meeting, motions) });
}
