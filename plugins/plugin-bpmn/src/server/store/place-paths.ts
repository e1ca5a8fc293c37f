import type { Database } from '@nocobase/database';
import { createHash } from 'node:crypto';
import { Op, type WhereOptions } from 'sequelize';
import type { PlaceRef } from '../../common/api';
import { perDatabase } from '../runtime/per-database';
import type { Tx } from '../runtime/tx';
import type { PlacePathRecord } from './rows';
import type { ReadTx } from './table';
import { tables } from './tables';

/** Paths that this process has seen committed: nearly every start comes to a place that had one before. */
const knownPaths = perDatabase(() => new Set<string>());

/** Notes where a case starts, so that supervisors find it by every place around it. */
export async function notePlacePath(tx: Tx, path: readonly PlaceRef[]): Promise<void> {
  const record = placePathOf(path);
  const known = knownPaths(tx.db);
  if (!record || known.has(record.id)) return;
  await tables.placePaths.insertNew(tx, [record]);
  tx.transaction.afterCommit(() => void known.add(record.id));
}

export function placePathOf(path: readonly PlaceRef[]): PlacePathRecord | undefined {
  const place = path.at(-1);
  if (!place) return undefined;
  const id = createHash('sha256').update(JSON.stringify(path)).digest('hex').slice(0, 32);
  return { id, placeId: place.id, path: [...path] };
}

/**
 * Cases at one of these places or below, as they lay when the case started. They are found by their place, for which there is an
 * index; only at a place that has lain elsewhere too is each case's own path looked at.
 */
export async function casesWithin(tx: ReadTx, placeIds: readonly string[]): Promise<WhereOptions> {
  const mentioning = placeIds.map((id) => tables.placePaths.containing(tx.db, 'path', mentionOf(id)));
  const within = await tables.placePaths.selectColumns(tx, ['placeId'], { [Op.or]: mentioning });
  const moved = new Set((await tables.placePaths.repeated(tx, ['placeId'])).map(({ placeId }) => placeId));
  const ids = [...new Set(within.map(({ placeId }) => placeId))];
  const ofMoved = { placeId: ids.filter((id) => moved.has(id)), [Op.or]: lyingWithin(tx.db, placeIds) };
  return { [Op.or]: [{ placeId: ids.filter((id) => !moved.has(id)) }, ...(ofMoved.placeId.length > 0 ? [ofMoved] : [])] };
}

/** The same by each case's own path, one condition a place: for few cases, since no index helps. */
export function lyingWithin(db: Database, placeIds: readonly string[]): WhereOptions[] {
  return placeIds.map((id) => tables.instances.containing(db, 'placePath', mentionOf(id)));
}

/** How a path, which is JSON text, mentions a place. */
const mentionOf = (placeId: string): string => `"id":${JSON.stringify(placeId)}`;
