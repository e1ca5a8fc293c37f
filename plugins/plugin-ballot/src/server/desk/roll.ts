import type { Locale, Tx } from '@wuxin/plugin-bpmn';
import type { RollChangeRow, RollEntryRow } from '../../common/api';
import { isFor } from '../acts';
import { arrivalsIn, movementsOf } from '../attendance';
import type { Who } from '../rights';
import { doubleEnrolledIn, entryPage, rollChanges, typeKeysOf, type EntriesAsked } from '../rolls';
import { readAsStaff, rulesOfMeeting } from './read';

/** Entries of the roll as the clerk goes through them. */
export async function rollEntries(
  tx: Tx,
  who: Who,
  id: string,
  asked: EntriesAsked,
): Promise<{ rows: RollEntryRow[]; total: number }> {
  const { meeting, roll } = await readAsStaff(tx, who, id);
  if (!roll) return { rows: [], total: 0 };
  const { type, ordinary } = await rulesOfMeeting(tx, meeting);
  const doubleEnrolled = await doubleEnrolledIn(tx, { meeting, rollId: roll.id, typeKeys: await typeKeysOf(tx, type) });
  const arrivals = arrivalsIn(await movementsOf(tx, id), tx.now);
  return entryPage(tx, { roll, rule: ordinary, doubleEnrolled, arrivals }, asked);
}

export async function changesOfRoll(tx: Tx, who: Who, id: string, locale: Locale): Promise<RollChangeRow[]> {
  const { roll, posts } = await readAsStaff(tx, who, id);
  if (!roll) return [];
  const mayDecide = isFor('ballotRolls:confirmChange', who, posts);
  return rollChanges(tx, { rollId: roll.id, userId: who.actor.userId, mayDecide, locale });
}
