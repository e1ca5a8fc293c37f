import type { Database, Model } from '@nocobase/database';
import type { Transaction } from 'sequelize';
import { findRow, findRows, text, type Reader, type Row } from '../rows';

interface HookOptions {
  readonly transaction?: Transaction;
}

/** Keeps `path` true however places are written: the table page, an import, an installation. */
export function keepPaths(db: Database): void {
  db.on('places.afterCreate', (place: Model, { transaction }: HookOptions) => updatePath({ db, transaction }, place));
  db.on('places.afterUpdate', (place: Model, { transaction }: HookOptions) =>
    place.changed('parentId') ? updatePath({ db, transaction }, place) : undefined,
  );
}

/** A place that moves takes everything below it along. */
async function updatePath(reader: Reader, place: Row): Promise<void> {
  const { db, transaction } = reader;
  const id = text(place, 'id');
  const path = `${await pathOf(reader, place.get('parentId'))}${id}/`;
  // without hooks: the path itself is nothing that the path depends on
  await db.getModel('places').update({ path }, { where: { id }, transaction, hooks: false });
  for (const child of await findRows(reader, 'places', { filter: { parentId: id } })) await updatePath(reader, child);
}

async function pathOf(reader: Reader, placeId: unknown): Promise<string> {
  if (placeId === null || placeId === undefined) return '/';
  const place = await findRow(reader, 'places', { id: placeId });
  return place ? text(place, 'path') : '/';
}
