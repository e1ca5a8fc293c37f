import type { Tx } from '@wuxin/plugin-bpmn';
import type { DutyList, DutyView, PlaceRef } from '../../common/api';
import { digestOf } from '../kinds';
import type { Who } from '../rights';
import { dutiesOnWay } from './catalogue';
import { assertMayRead, chainTo, mayStaffAt, placeRefs, reachOf } from './reach';
import { shippedPart } from './seed';
import { strictest } from './strictness';
import type { DutyRecord } from '../store';

/** The catalogue at a place; without one, all of it, which is for administrators. */
export async function listDuties(tx: Tx, who: Who, placeId: string | null): Promise<DutyList> {
  const reach = await reachOf(tx, who);
  const chain = placeId === null ? [] : await chainTo(tx, placeId);
  assertMayRead(reach, chain);
  const rows = await dutiesOnWay(tx, placeId);
  const places = await placeRefs(tx, rows.flatMap((row) => row.placeId ?? [])); // prettier-ignore
  const mayChange = ({ placeId: at }: DutyRecord): boolean =>
    who.isAdministrator || (at !== null && chain.length > 0 && mayStaffAt(reach, chain.slice(0, indexOf(chain, at) + 1)));
  return {
    rows: rows
      .filter(({ tightensId }) => tightensId === null)
      .map((row) => dutyView(row, rows, places, { isAtPlace: placeId !== null, mayChange: mayChange(row) })),
    mayAdd: mayStaffAt(reach, chain),
    mayAddEverywhere: who.isAdministrator,
  };
}

const indexOf = (chain: readonly PlaceRef[], placeId: string): number => chain.findIndex(({ id }) => id === placeId);

function dutyView(
  row: DutyRecord,
  all: readonly DutyRecord[],
  places: ReadonlyMap<string, PlaceRef>,
  { isAtPlace, mayChange }: { readonly isAtPlace: boolean; readonly mayChange: boolean },
): DutyView {
  const own = all.filter(({ tightensId }) => tightensId === row.id);
  const { cadence, dueDays, keepDays } = strictest(row, isAtPlace ? own.filter(({ isInUse }) => isInUse) : []);
  const refOf = (id: string): PlaceRef => places.get(id) ?? { id, name: id };
  return {
    ...shippedPart(row),
    id: row.id,
    key: row.key,
    place: row.placeId === null ? null : refOf(row.placeId),
    startsOn: row.startsOn,
    isInUse: row.isInUse,
    isChanged: row.shippedDigest !== null && digestOf(shippedPart(row)) !== row.shippedDigest,
    tightenings: own.map((one) => ({
      id: one.id,
      place: refOf(one.placeId ?? ''),
      cadence: one.cadence,
      dueDays: one.dueDays,
      keepDays: one.keepDays,
      startsOn: one.startsOn,
      isInUse: one.isInUse,
    })),
    inForce: { cadence, dueDays, keepDays },
    mayChange,
  };
}
