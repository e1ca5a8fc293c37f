import { badInput, conflict, engineOf, type Tx } from '@wuxin/plugin-bpmn';
import type { EnterRollBody, RollEntryInput, RollUnit } from '../../common/api';
import { act, type LockedMeeting } from '../acts';
import type { Who } from '../rights';
import { tables, type RollRecord } from '../store';
import type { RollSource } from './collection';
import { addEntries } from './entries';
import { hashOfRoll } from './hash';
import { entriesOf } from './store';

/** Entries by hand or from a pasted table, behind those that there are. */
export function enterRoll(tx: Tx, who: Who, meetingId: string, { unit, entries }: EnterRollBody): Promise<{ entries: number }> {
  return act(tx, who, ['ballotRolls:enter', meetingId], async (locked) => {
    const roll = await draftRoll(tx, locked, unit);
    const before = await tables.rollEntries.count(tx, { rollId: roll.id });
    if (before > 0 && roll.unit !== unit) throw badInput('ballot.rollUnitDiffers', { unit: roll.unit });
    await addEntries(tx, roll.id, asked(unit, entries), before);
    locked.note('rollEntered', { entries: entries.length });
    return { entries: before + entries.length };
  });
}

/** What a collection gave. */
export interface Refill extends EnterRollBody {
  readonly source: RollSource;
}

/** What a collection gave takes the place of all that stood there. */
export function refillRoll(tx: Tx, who: Who, meetingId: string, given: Refill): Promise<{ entries: number }> {
  return act(tx, who, ['ballotRolls:fill', meetingId], (locked) => refill(tx, locked, given));
}

/** Part of a command that has asked who may. */
export async function refill(tx: Tx, locked: LockedMeeting, { unit, entries, source }: Refill): Promise<{ entries: number }> {
  const roll = await draftRoll(tx, locked, unit);
  await tables.rollEntries.delete(tx, { rollId: roll.id });
  await tables.rolls.update(tx, { id: roll.id }, { source: keptSource(source), unit });
  await addEntries(tx, roll.id, asked(unit, entries), 0);
  locked.note('rollFilled', { entries: entries.length });
  return { entries: entries.length };
}

const keptSource = ({ collection, filter, fields }: RollSource): RollRecord['source'] => ({
  kind: 'collection',
  collection,
  filter: JSON.parse(JSON.stringify(filter)) as never, // JSON, whatever its values were
  fields: { ...fields },
});

/** Takes entries off that should not have come on it. */
export function removeEntries(tx: Tx, who: Who, meetingId: string, entryIds: readonly string[]): Promise<void> {
  return act(tx, who, ['ballotRolls:remove', meetingId], async (locked) => {
    const removed = await tables.rollEntries.delete(tx, { rollId: locked.someRoll.id, id: [...entryIds] });
    locked.note('rollRemoved', { entries: removed });
  });
}

/** From now on two people change it, with a reason. */
export function freezeRoll(tx: Tx, who: Who, meetingId: string): Promise<void> {
  return act(tx, who, ['ballotRolls:freeze', meetingId], (locked) => freeze(tx, who, locked));
}

/** Part of the command that opens a meeting, too. @throws conflict `ballot.rollEmpty` */
export async function freeze(tx: Tx, { actor }: Who, locked: LockedMeeting): Promise<void> {
  const { roll } = locked;
  const entries = roll ? await entriesOf(tx, roll.id) : [];
  if (!roll || entries.length === 0) throw conflict('ballot.rollEmpty');
  const hash = hashOfRoll(entries);
  const frozen = { frozenAt: tx.now, frozenById: actor.userId, frozenByName: actor.name };
  await tables.rolls.update(tx, { id: roll.id }, { status: 'frozen', hash, ...frozen });
  locked.note('rollFrozen', { entries: entries.length, hash });
}

async function draftRoll(tx: Tx, { meeting, roll }: LockedMeeting, unit: RollUnit): Promise<RollRecord> {
  if (roll) return roll;
  const frozen = { hash: null, frozenAt: null, frozenById: null, frozenByName: null };
  const row: RollRecord = {
    id: engineOf(tx.db).newId(),
    meetingId: meeting.id,
    unit,
    status: 'draft',
    source: { kind: 'entered' },
    ...frozen,
  };
  await tables.rolls.insert(tx, [row]);
  return row;
}

/** On a roll of households each entry is the one adult who votes for it. */
const asked = (unit: RollUnit, entries: readonly RollEntryInput[]): readonly RollEntryInput[] =>
  unit === 'person' ? entries : entries.map((entry) => ({ ...entry, representsHousehold: true }));
