import type { Tx } from '@wuxin/plugin-bpmn';
import type { DisclosureRow, DisclosureState, PlaceRef } from '../../common/api';
import { tables, type DisclosureRecord } from '../store';
import { daysBetween } from './periods';
import { placeRefs } from './reach';

/** Columns of lists: none of the long texts. */
export const LISTED = [
  'id',
  'dutyId',
  'class',
  'placeId',
  'period',
  'matter',
  'happenedOn',
  'dueOn',
  'status',
  'publishedOn',
  'lateDays',
] as const;

export type ListedRecord = Pick<DisclosureRecord, (typeof LISTED)[number]>;

export function stateOf({ status, dueOn, lateDays }: ListedRecord, today: string): DisclosureState {
  switch (status) {
    case 'published':
    case 'archived':
      return (lateDays ?? 0) > 0 ? 'late' : 'published';
    case 'waived':
      return 'waived';
    case 'due':
    case 'drafted':
    case 'reviewed':
      return dueOn < today ? 'overdue' : 'due';
  }
}

/** Two look-ups, whatever the number of rows. */
export async function viewRows(tx: Tx, rows: readonly ListedRecord[], today: string): Promise<DisclosureRow[]> {
  const dutyIds = [...new Set(rows.map(({ dutyId }) => dutyId))];
  const duties = await tables.duties.selectColumns(tx, ['id', 'title', 'titleEn'], { id: dutyIds });
  const titles = new Map(duties.map((duty) => [duty.id, duty]));
  const places = await placeRefs(tx, rows.map(({ placeId }) => placeId)); // prettier-ignore
  return rows.map((row) => viewRow(row, { title: titles.get(row.dutyId), place: places.get(row.placeId), today }));
}

interface Around {
  readonly title: { readonly title: string; readonly titleEn: string } | undefined;
  readonly place: PlaceRef | undefined;
  readonly today: string;
}

function viewRow(row: ListedRecord, { title, place, today }: Around): DisclosureRow {
  const state = stateOf(row, today);
  return {
    id: row.id,
    dutyId: row.dutyId,
    title: title?.title ?? '',
    titleEn: title?.titleEn ?? '',
    class: row.class,
    place: place ?? { id: row.placeId, name: row.placeId },
    period: row.period,
    matter: row.matter,
    happenedOn: row.happenedOn,
    dueOn: row.dueOn,
    status: row.status,
    state,
    publishedOn: row.publishedOn,
    lateDays: state === 'overdue' ? daysBetween(row.dueOn, today) : (row.lateDays ?? 0),
  };
}
