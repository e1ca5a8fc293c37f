import { conflict, forbidden, type Tx } from '@wuxin/plugin-bpmn';
import { act, type LockedMeeting } from '../acts';
import { movementsOf, presentIn } from '../attendance';
import type { Who } from '../rights';
import { entriesOf, mayVote } from '../rolls';
import { ordinaryRuleOf } from '../rules';
import { tables, type RollEntryRecord } from '../store';
import { slipsView } from './view';

/**
 * Notes that somebody has drawn a slip from the box: who is there and has a vote, one for each person or household. Which slip it was nobody notes, nor
 * does the journal say who.
 */
export function handOutSlip(tx: Tx, who: Who, meetingId: string, entryId: string): Promise<void> {
  return act(tx, who, ['ballotBoxes:handOut', meetingId], async (locked) => {
    const entries = await entriesOf(tx, locked.frozenRoll.id);
    const entry = entries.find(({ id }) => id === entryId);
    if (!entry) throw forbidden('ballot.notOnThisRoll');
    await assertVoter(tx, locked, entry);
    const holders = entries.filter(({ hasSlip }) => hasSlip);
    if (holders.some((other) => isSameVote(locked, entry, other))) throw conflict('ballot.hasSlip');
    const slips = await slipsView(tx, locked.meeting);
    if (!slips || slips.handedOut >= slips.drawn) throw conflict('ballot.slipsUsedUp', { drawn: slips?.drawn ?? 0 });
    await tables.rollEntries.update(tx, { id: entryId }, { hasSlip: true });
    locked.note('slipHandedOut', { handedOut: slips.handedOut + 1 });
  });
}

async function assertVoter(tx: Tx, { meeting }: LockedMeeting, entry: RollEntryRecord): Promise<void> {
  if (!presentIn(await movementsOf(tx, meeting.id), tx.now).has(entry.id)) throw conflict('ballot.notPresent');
  const rule = await ordinaryRuleOf(tx, meeting.typeKey);
  const isOfHousehold = rule?.votesOf !== 'householdsPresent' || entry.representsHousehold;
  if (!mayVote(rule, entry) || !isOfHousehold) throw conflict('ballot.hasNoVote');
}

/** Two entries of one vote: the same person, or where households vote the same household. */
function isSameVote({ frozenRoll }: LockedMeeting, entry: RollEntryRecord, other: RollEntryRecord): boolean {
  const same = <Value>(one: Value | null, two: Value | null) => one !== null && one === two;
  return (
    entry.id === other.id ||
    same(entry.identityDigest, other.identityDigest) ||
    same(entry.userId, other.userId) ||
    (frozenRoll.unit === 'household' && same(entry.household, other.household))
  );
}
