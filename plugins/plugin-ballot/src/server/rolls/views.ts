import type { MeetingType, Rule } from '@wuxin/ballot-core';
import type { ReadTx } from '@wuxin/plugin-bpmn';
import type { RollEntryRow, RollHead } from '../../common/api';
import { tables, type MeetingRecord, type RollEntryRecord, type RollRecord } from '../store';
import { countsOf, mayVote } from './electorate';
import { doubleEnrolledIn, searchedEntries, typeKeysOf } from './store';

export interface RollView {
  readonly head: RollHead;
  readonly doubleEnrolled: readonly RollEntryRecord[];
}

interface Asked {
  readonly meeting: MeetingRecord;
  readonly roll: RollRecord;
  readonly entries: readonly RollEntryRecord[];
  readonly type: MeetingType;
  /** The ordinary rule of the meeting; null: none may be used. */
  readonly rule: Rule | null;
}

/** A roll in figures, for the desk. */
export async function rollView(tx: ReadTx, { meeting, roll, entries, type, rule }: Asked): Promise<RollView> {
  const doubleEnrolled = await doubleEnrolledIn(tx, { meeting, rollId: roll.id, typeKeys: await typeKeysOf(tx, type) });
  const openChanges = await tables.rollChanges.count(tx, { rollId: roll.id, status: 'proposed' });
  const staying = entries.filter(({ isWithdrawn }) => !isWithdrawn);
  const counts = rule && countsOf(rule, { entries, present: new Set() });
  const head: RollHead = {
    id: roll.id,
    unit: roll.unit,
    status: roll.status,
    entries: staying.length,
    due: Number(counts?.due ?? staying.length),
    women: Number(counts?.women ?? staying.filter(({ isWoman }) => isWoman).length),
    households: householdsOf(staying),
    frozenAt: roll.frozenAt,
    frozenBy: roll.frozenById === null ? null : { id: roll.frozenById, name: roll.frozenByName ?? '' },
    hash: roll.hash,
    doubleEnrolled: doubleEnrolled.length,
    openChanges,
  };
  return { head, doubleEnrolled };
}

function householdsOf(entries: readonly RollEntryRecord[]): number | null {
  const households = new Set(entries.flatMap(({ household }) => household ?? []));
  return households.size === 0 ? null : households.size;
}

export interface EntriesAsked {
  readonly search?: string;
  readonly page?: number;
  readonly pageSize?: number;
}

interface Shown {
  readonly roll: RollRecord;
  readonly rule: Rule | null;
  readonly doubleEnrolled: readonly RollEntryRecord[];
  /** When who is there came last. */
  readonly arrivals: ReadonlyMap<string, number>;
}

/** Entries by their numbers, or those whose names have a text in them. */
export async function entryPage(
  tx: ReadTx,
  { roll, rule, doubleEnrolled, arrivals }: Shown,
  { search = '', page = 1, pageSize = 50 }: EntriesAsked,
): Promise<{ rows: RollEntryRow[]; total: number }> {
  const [rows, total] = await searchedEntries(tx, roll.id, {
    search: search.trim(),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const twice = new Set(doubleEnrolled.map(({ id }) => id));
  const view = (entry: RollEntryRecord): RollEntryRow => ({
    id: entry.id,
    number: entry.number,
    name: entry.name,
    household: entry.household,
    representsHousehold: entry.representsHousehold,
    isWoman: entry.isWoman,
    standing: entry.standing,
    mayVote: mayVote(rule, entry),
    isWithdrawn: entry.isWithdrawn,
    isPresent: arrivals.has(entry.id),
    arrivedAt: arrivals.get(entry.id) ?? null,
    hasSlip: entry.hasSlip,
    isDoubleEnrolled: twice.has(entry.id),
    user: entry.userId === null ? null : { id: entry.userId, name: entry.name },
  });
  return { rows: rows.map(view), total };
}
