import type { Database } from '@nocobase/database';
import { isSame, type Json } from '@wuxin/pack-format';
import { z } from 'zod';
import { badInput, conflict } from '../runtime/errors';

/** What a pack says of a collection and of a field, as NocoBase's collection manager keeps them. */
const field = z.object({ name: z.string(), type: z.string(), target: z.string().optional() }).passthrough();
const collection = z.object({ name: z.string(), fields: z.array(field) }).passthrough();
export type PackedField = z.output<typeof field>;
export type PackedCollection = z.output<typeof collection>;

/** What only rows of this installation need. */
const OF_ROWS = new Set(['key', 'sort', 'collectionName', 'parentKey', 'reverseKey', 'createdAt', 'updatedAt', 'from', 'origin']);

/**
 * The record's collection and those that belong to it, as far as administrators made them: what a plugin brings is brought by the
 * plugin.
 */
export async function packedCollections(db: Database, root: string | null): Promise<Readonly<Record<string, Json>>> {
  const packed: Record<string, Json> = {};
  const asked = root === null ? [] : [root];
  for (let name = asked.pop(); name !== undefined; name = asked.pop()) {
    const collection = packed[name] ? null : await packedCollection(db, name);
    if (!collection) continue;
    packed[name] = collection as unknown as Json; // options of NocoBase are plain data
    for (const { type, target } of collection.fields) if (isRows(type) && target !== undefined) asked.push(target);
  }
  return packed;
}

/** What NocoBase calls the origin of a collection that somebody made in its collection manager. */
const MADE_HERE = '@nocobase/plugin-data-source-main';

/** Plugins bring their collections themselves, also those that the collection manager shows (users, roles …). */
const isOfPlugin = (db: Database, name: string): boolean => db.hasCollection(name) && db.getCollection(name).origin !== MADE_HERE;

/** One that administrators made; null for what a plugin brings. */
export async function packedCollection(db: Database, name: string): Promise<PackedCollection | null> {
  if (isOfPlugin(db, name)) return null;
  const row: unknown = await db.getRepository('collections').findOne({ filterByTk: name, appends: ['fields'] });
  if (row === null || row === undefined) return null;
  const { fields, ...options } = (row as { toJSON(): { fields: Record<string, unknown>[] } }).toJSON();
  const own = fields.map(stored).sort(byName) as unknown as PackedField[]; // rows of fields have a name
  return { ...stored(options), name, fields: own };
}

/** Rows that are edited with the record. A row that is only chosen belongs to somebody else. */
const isRows = (type: string): boolean => type === 'hasMany' || type === 'hasOne';
const byName = (a: Record<string, unknown>, b: Record<string, unknown>): number => (String(a.name) < String(b.name) ? -1 : 1);

function stored(options: Record<string, unknown>): Record<string, unknown> {
  const said = Object.entries(options).filter(([key, value]) => !OF_ROWS.has(key) && value !== null && value !== undefined);
  return JSON.parse(JSON.stringify(Object.fromEntries(said))) as Record<string, unknown>; // without what JSON does not know
}

/** @throws bad input `pack.badPart`, also for a collection that belongs to a plugin: no pack may touch users or roles */
export function readCollections(db: Database, parts: Readonly<Record<string, Json>> | undefined): PackedCollection[] {
  return Object.entries(parts ?? {}).map(([name, value]) => {
    const parsed = collection.safeParse(value);
    if (parsed.success && parsed.data.name === name && !isOfPlugin(db, name)) return parsed.data;
    const problem = parsed.success ? 'name' : (parsed.error.issues[0]?.path.join('.') ?? '');
    throw badInput('pack.badPart', { part: `collections/${name}`, problem });
  });
}

/** Fields that are here with another type: their values cannot become what the pack wants. */
export function retypedFields(db: Database, collections: readonly PackedCollection[]): { collection: string; field: string }[] {
  return collections.flatMap(({ name, fields }) => {
    const known = db.getCollection(name);
    return fields.flatMap((one) => {
      const type = known?.getField(one.name)?.type as string | undefined; // NocoBase declares it as any
      return type === undefined || type === one.type ? [] : [{ collection: name, field: one.name }];
    });
  });
}

/**
 * Adds collections and fields through NocoBase's collection manager, so that they belong to the administrators, and brings what
 * fields say of themselves (title, choices) up to date. Never: removes a field or changes its type, since values are in it. What is there
 * already stays, so that it can be done again.
 *
 * @throws conflict `pack.fieldRetyped`
 */
export async function installCollections(db: Database, collections: readonly PackedCollection[]): Promise<void> {
  const [retyped] = retypedFields(db, collections);
  if (retyped) throw conflict('pack.fieldRetyped', retyped);
  for (const one of collections) await createCollection(db, one);
  for (const { name, fields } of collections) {
    const here = new Map((await packedCollection(db, name))?.fields.map((one) => [one.name, one]));
    // NocoBase looks at the table for each field that is saved: those that say the same are left alone
    const changed = fields.filter((one) => !isSame(asJson(here.get(one.name)), asJson(one)));
    for (const one of changed) await keepField(db, name, one, here.has(one.name));
  }
}

const ASSOCIATIONS = new Set(['belongsTo', 'hasMany', 'hasOne', 'belongsToMany', 'belongsToArray']);

async function createCollection(db: Database, { fields, ...options }: PackedCollection): Promise<void> {
  if (db.hasCollection(options.name)) return;
  const columns = fields.filter(({ type }) => !ASSOCIATIONS.has(type));
  // without a context the collection manager only stores the description and makes no table
  await db.getRepository('collections').create({ values: { ...options, fields: columns }, context: {} });
}

async function keepField(db: Database, collectionName: string, values: PackedField, isKnown: boolean): Promise<void> {
  const fields = db.getRepository('fields');
  if (isKnown) {
    const { uiSchema, description } = values;
    await fields.update({ filter: { collectionName, name: values.name }, values: { uiSchema, description }, context: {} });
    return;
  }
  // one that NocoBase made by itself
  if (db.getCollection(collectionName)?.hasField(values.name)) return;
  await fields.create({ values: { collectionName, ...values }, context: {} });
}

const asJson = (field: PackedField | undefined): Json | undefined => field as unknown as Json | undefined; // plain data of NocoBase
