import type { CountsInput } from '@wuxin/ballot-core';
import { completeActivity, type Tx } from '@wuxin/plugin-bpmn';
import { movementsOf } from '../attendance';
import type { EndedMeeting } from '../meetings';
import { countsOf, entriesOf } from '../rolls';
import { ruleOf } from '../rules';
import { tables } from '../store';
import { outcomeOf } from './outcome';

/** The case that asked for a meeting goes on with it. One that was taken away meanwhile is no error. */
export async function tellProcess(tx: Tx, ended: EndedMeeting): Promise<void> {
  const { meeting, motions, by } = ended;
  if (meeting.tokenId === null) return;
  const attended = meeting.status === 'notHeld' ? await attendedBy(tx, ended) : null;
  await completeActivity(tx, by, { tokenId: meeting.tokenId, ...outcomeOf(meeting, motions, attended) });
}

/** Of a meeting that did not come to a vote: whoever was there, which is who left together at its end. Null: it has no roll. */
async function attendedBy(tx: Tx, { meeting, motions }: EndedMeeting): Promise<CountsInput | null> {
  const roll = await tables.rolls.find(tx, { meetingId: meeting.id });
  const [motion] = motions;
  if (!roll || !motion) return null;
  const departures = (await movementsOf(tx, meeting.id)).filter(({ kind }) => kind === 'left');
  const together = departures.filter(({ at }) => at === departures.at(-1)?.at);
  const present = new Set(together.map(({ entryId }) => entryId));
  return countsOf(await ruleOf(tx, motion.ruleKey), { entries: await entriesOf(tx, roll.id), present });
}
