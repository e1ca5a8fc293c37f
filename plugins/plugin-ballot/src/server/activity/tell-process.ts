import { completeActivity, lockCase, type Tx } from '@wuxin/plugin-bpmn';
import type { Who } from '../rights';
import { tables } from '../store';
import { outcomeOf } from './outcome';

type Command<Input extends { readonly id: string }> = (tx: Tx, who: Who, input: Input) => Promise<unknown>;

/**
 * A command that ends a meeting, with the case that asked for it going on in the same transaction. The case is locked before the meeting, as it is
 * where a case is cancelled. A case that was taken away meanwhile is no error.
 */
export const ending =
  <Input extends { readonly id: string }>(command: Command<Input>): Command<Input> =>
  async (tx, who, input) => {
    const asked = await tables.meetings.find(tx, { id: input.id });
    if (asked && asked.instanceId !== null) await lockCase(tx, asked.instanceId);
    await command(tx, who, input);
    await tellProcess(tx, who, input.id);
  };

async function tellProcess(tx: Tx, { actor }: Who, id: string): Promise<void> {
  const meeting = await tables.meetings.find(tx, { id });
  if (!meeting || meeting.tokenId === null) return;
  const motions = await tables.motions.select(tx, { meetingId: id });
  await completeActivity(tx, actor, { tokenId: meeting.tokenId, ...outcomeOf(meeting, motions) });
}
