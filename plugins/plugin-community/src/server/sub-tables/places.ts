import type { Json, Variables } from '@wuxin/bpmn-core';
import type { ReadAt } from '../ports';
import { placesInTree } from '../territory';

/** A record, and each row of its sub-tables, with the place that its `placeId` names. */
export async function withPlaces(tx: ReadAt, record: Variables): Promise<Variables> {
  const rows = Object.values(record).flatMap((value) => (isRows(value) ? value : []));
  const ids = [...new Set([record, ...rows].flatMap(placeIdOf))];
  const places = new Map((await placesInTree(tx, ids)).map((place) => [place.id, { ...place }]));
  const placed = (row: Variables): Variables => ({ ...row, place: places.get(placeIdOf(row)[0] ?? '') ?? null });
  const tables = Object.entries(record).map(([name, value]) => [name, isRows(value) ? value.map(placed) : value] as const);
  return placed(Object.fromEntries(tables));
}

function placeIdOf({ placeId }: Variables): string[] {
  return typeof placeId === 'string' || typeof placeId === 'number' ? [String(placeId)] : [];
}

const isRows = (value: Json | undefined): value is readonly Variables[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row));
