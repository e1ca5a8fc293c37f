import type { Database, Filter, Model } from '@nocobase/database';
import { badInput, forbidden, ownNamesOf, type Reader } from '@wuxin/plugin-bpmn';
import type { Transaction } from 'sequelize';
import type { FillRollBody, RollEntryInput } from '../../common/api';
import { MAX_ENTRIES } from './entries';

/** What of a collection a roll is made of. */
export type RollSource = Omit<FillRollBody, 'unit'>;

/** What no roll shows, whoever asks for it. */
const SECRET_TYPES = new Set(['password', 'token']);

/** Of our own collections nothing is read like this: a roll would show what a desk hides. */
export const isOfPeople = (db: Database, collection: string): boolean =>
  !ownNamesOf(db).has(collection) && db.hasCollection(collection);

/** Whether a collection has this field and a roll may show it. */
export function hasShownField(db: Database, collection: string, field: string): boolean {
  const options = optionsOf(db, collection, field);
  return options !== undefined && !options.hidden && !SECRET_TYPES.has(options.type ?? '');
}

export const fieldsOf = ({ fields }: Pick<RollSource, 'fields'>): string[] =>
  Object.values(fields).filter((field): field is string => field !== undefined);

/** Fields of the collection that a filter of NocoBase asks about, through however many `$and` and `$or`. */
export function filteredFields(filter: unknown): string[] {
  if (Array.isArray(filter)) return filter.flatMap(filteredFields);
  if (filter === null || typeof filter !== 'object') return [];
  return Object.entries(filter).flatMap(([name, value]) =>
    name.startsWith('$') ? filteredFields(value) : [name.split('.')[0] ?? name],
  );
}

interface Reading {
  readonly db: Database;
  readonly transaction?: Transaction;
}

/**
 * Entries out of the rows that this reader may read, and of their fields those alone that a roll is made of.
 *
 * @throws forbidden `ballot.collectionNotReadable`, bad input `ballot.fieldUnknown`, `ballot.rollTooLong`
 */
export async function readEntries(
  { db, transaction }: Reading,
  { rowScope, fieldScope }: Reader,
  { collection, filter, fields }: RollSource,
): Promise<RollEntryInput[]> {
  const scope = isOfPeople(db, collection) ? await rowScope(collection) : null;
  if (scope === null) throw forbidden('ballot.collectionNotReadable', { collection });
  const wanted = fieldsOf({ fields });
  const readable = await fieldScope(collection);
  // what somebody may not read they do not find out by filters either
  for (const field of [...wanted, ...filteredFields(filter)]) {
    const isReadable = hasShownField(db, collection, field) && (readable === null || readable.includes(field));
    if (!isReadable) throw badInput('ballot.fieldUnknown', { collection, field });
  }
  const appends = wanted.filter((name) => optionsOf(db, collection, name)?.target !== undefined);
  const sort = [String(db.getCollection(collection).filterTargetKey)];
  const asked = { filter: { $and: [scope, filter] } as Filter, appends, sort, limit: MAX_ENTRIES + 1, transaction };
  const rows = (await db.getRepository(collection).find(asked)) as Model[]; // untyped in NocoBase
  if (rows.length > MAX_ENTRIES) throw badInput('ballot.rollTooLong', { maximum: MAX_ENTRIES });
  return rows.map((row) => entryOf(row, fields));
}

interface FieldOptions {
  readonly hidden?: boolean;
  readonly type?: string;
  readonly target?: string;
}

const optionsOf = (db: Database, collection: string, name: string) =>
  (db.getCollection(collection).getField(name) as { options: FieldOptions } | undefined)?.options; // untyped in NocoBase

const STANDINGS = ['full', 'probationary', 'placedOnProbation'] as const;

function entryOf(row: Model, fields: FillRollBody['fields']): RollEntryInput {
  const value = (field: string | undefined): unknown => (field === undefined ? undefined : row.get(field));
  const text = (field: string | undefined) => textIn(value(field));
  const account = accountIn(value(fields.user));
  return {
    name: text(fields.name) ?? '',
    userId: account,
    household: text(fields.household),
    representsHousehold: isTrue(value(fields.representsHousehold)),
    isWoman: isTrue(value(fields.isWoman)) || ['女', 'female', 'f'].includes(text(fields.isWoman)?.toLowerCase() ?? ''),
    standing: STANDINGS.find((standing) => standing === text(fields.standing)),
    identity: text(fields.identity),
    area: text(fields.area),
  };
}

const isTrue = (value: unknown): boolean => value === true || value === 1;

function textIn(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'string') return String(value) || undefined;
  // a row of another collection stands for itself by its key
  if (value !== null && typeof value === 'object' && 'id' in value) return textIn(value.id);
  return undefined;
}

function accountIn(value: unknown): number | undefined {
  const id = Number(textIn(value));
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
