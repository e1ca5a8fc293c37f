import type { Database, Filter, Model } from '@nocobase/database';
import { badInput, forbidden, ownNamesOf, type Request } from '@wuxin/plugin-bpmn';
import type { FillRollBody, RollEntryInput } from '../../common/api';
import { whoOf } from '../rights';
import { refillRoll } from './draft';
import { MAX_ENTRIES } from './entries';

/** What no roll shows, whoever asks for it. */
const SECRET_TYPES = new Set(['password', 'token']);

/**
 * Entries out of a collection. Whoever fills it gets the rows that their roles let them read and no others; they are read before the
 * command begins, so that a long list holds nobody up.
 *
 * @throws forbidden `ballot.collectionNotReadable`, bad input `ballot.collectionUnknown`, `ballot.fieldUnknown`
 */
export async function fillRoll(request: Request, meetingId: string, body: FillRollBody): Promise<{ entries: number }> {
  const { engine } = request;
  const { db } = engine;
  const { collection, filter, fields, unit } = body;
  const scope = ownNamesOf(db).has(collection) || !db.hasCollection(collection) ? null : await request.rowScope(collection);
  if (scope === null) throw forbidden('ballot.collectionNotReadable', { collection });
  const wanted = Object.values(fields).filter((field): field is string => field !== undefined);
  const readable = await request.fieldScope(collection);
  for (const field of wanted) assertField(db, { collection, field, readable });
  const rows: Model[] = await readRows(db, collection, { $and: [scope, filter] }, wanted);
  if (rows.length > MAX_ENTRIES) throw badInput('ballot.rollTooLong', { maximum: MAX_ENTRIES });
  const entries = rows.map((row) => entryOf(row, fields));
  const source = { kind: 'collection', collection, filter: JSON.parse(JSON.stringify(filter)) as never, fields: { ...fields } };
  return engine.write((tx) => refillRoll(tx, whoOf(request), meetingId, { unit, entries, source }));
}

async function readRows(db: Database, collection: string, filter: Filter, wanted: readonly string[]): Promise<Model[]> {
  const appends = wanted.filter((name) => optionsOf(db, collection, name)?.target !== undefined);
  const sort = [String(db.getCollection(collection).filterTargetKey)];
  return (await db.getRepository(collection).find({ filter, appends, sort, limit: MAX_ENTRIES + 1 })) as Model[]; // untyped in NocoBase
}

interface Wanted {
  readonly collection: string;
  readonly field: string;
  /** Null: all. */
  readonly readable: readonly string[] | null;
}

function assertField(db: Database, { collection, field, readable }: Wanted): void {
  const options = optionsOf(db, collection, field);
  const isShown = options && !options.hidden && !SECRET_TYPES.has(options.type ?? '');
  if (!isShown || (readable && !readable.includes(field))) throw badInput('ballot.fieldUnknown', { collection, field });
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
