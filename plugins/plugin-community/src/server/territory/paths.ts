import type { Database, Model } from '@nocobase/database';
import type { Transaction } from 'sequelize';

interface HookOptions {
  readonly transaction?: Transaction;
}

/** Keeps `path` true however places are written: the table page, an import, an installation. */
export function keepPaths(db: Database): void {
  const keep = (place: Model, { transaction }: HookOptions) => updatePath(db, place, transaction);
  db.on('places.afterCreate', keep);
  db.on('places.afterUpdate', (place: Model, options: HookOptions) =>
    place.changed('parentId') ? keep(place, options) : undefined,
  );
}

/** A place that moves takes everything below it along. */
async function updatePath(db: Database, place: Model, transaction?: Transaction): Promise<void> {
  const parent = await parentOf(db, place, transaction);
  const path = `${parent?.get('path') ?? '/'}${place.get('id')}/`;
  await place.update({ path }, { transaction, hooks: false });
  const children = await db.getRepository('places').find({ filter: { parentId: place.get('id') }, transaction });
  for (const child of children) await updatePath(db, child, transaction);
}

async function parentOf(db: Database, place: Model, transaction?: Transaction): Promise<Model | null> {
  const parentId = place.get('parentId');
  if (parentId === null || parentId === undefined) return null;
  return db.getRepository('places').findOne({ filterByTk: String(parentId), transaction });
}
