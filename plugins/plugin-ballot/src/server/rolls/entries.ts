import { badInput, engineOf, keyedDigest, type Tx } from '@wuxin/plugin-bpmn';
import type { RollEntryInput } from '../../common/api';
import { insertMany, tables, type KeptEntry, type RollEntryRecord } from '../store';
import { areaInUnits } from './area';

/** No roll of a place is longer; what is, was filled from the wrong rows. */
export const MAX_ENTRIES = 50_000;

/** What an entry says of a person, in the form in which it is kept. */
type Facts = Omit<RollEntryRecord, 'id' | 'rollId' | 'number' | 'isWithdrawn' | 'hasSlip'>;

/** @throws bad input `ballot.entryInvalid` with its number */
export function factsOf(input: RollEntryInput | KeptEntry, number: number): Facts {
  const { name, userId, household, representsHousehold = false, isWoman = false, standing = 'full', area } = input;
  const refused = (field: string) => badInput('ballot.entryInvalid', { number, field });
  if (name.trim() === '') throw refused('name');
  if (representsHousehold && !household?.trim()) throw refused('household');
  if (area !== undefined && areaInUnits(area) === null) throw refused('area');
  return {
    name: name.trim(),
    userId: userId ?? null,
    household: household?.trim() || null,
    representsHousehold,
    isWoman,
    standing,
    identityDigest: digestOf(input),
    area: area ?? null,
  };
}

/** What may be kept of an entry before it is on a roll. */
export function keptEntry(input: RollEntryInput): KeptEntry {
  const { identity: _, ...entry } = input;
  return { ...entry, identityDigest: digestOf(input) };
}

/** The same number gives the same digest however it is written; nobody gets the number back from it. */
function digestOf(input: RollEntryInput | KeptEntry): string | null {
  if ('identityDigest' in input) return input.identityDigest;
  const identity = input.identity?.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return identity ? keyedDigest('identity', identity) : null;
}

/** Adds entries behind those that there are. */
export async function addEntries(
  tx: Tx,
  rollId: string,
  inputs: readonly (RollEntryInput | KeptEntry)[],
  after: number,
): Promise<string[]> {
  if (after + inputs.length > MAX_ENTRIES) throw badInput('ballot.rollTooLong', { maximum: MAX_ENTRIES });
  const rows = inputs.map((input, index) => ({
    id: engineOf(tx.db).newId(),
    rollId,
    number: after + index + 1,
    ...factsOf(input, index + 1),
    isWithdrawn: false,
    hasSlip: false,
  }));
  await insertMany(tx, tables.rollEntries, rows);
  return rows.map(({ id }) => id);
}
