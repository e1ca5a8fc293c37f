import { createHash } from 'node:crypto';
import type { Collection } from '@nocobase/database';
import type { Json, Variables } from '@wuxin/bpmn-core';
import { text, type Reader, type Row } from '../rows';

/** What a record says: its fields, the rows of its sub-tables in the order in which they were entered, and its files. */
export interface RecordContent {
  readonly values: Variables;
  readonly files: readonly ArchivedFile[];
}

/** A file of a record, with its row in `attachments`. */
export interface ArchivedFile {
  readonly field: string;
  readonly name: string;
  readonly row: Variables;
}

interface Asked extends Reader {
  /** Others who would change them wait until the transaction ends. */
  readonly forUpdate?: boolean;
}

/** The contents of records of one collection by their ids, in one statement and one for each kind of rows that they own. */
export async function readContents(
  { db, transaction, forUpdate }: Asked,
  collectionName: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, RecordContent>> {
  const collection = db.getCollection(collectionName) as Collection | undefined; // it may have been removed
  if (!collection || recordIds.length === 0) return new Map();
  const key = collection.filterTargetKey as string; // one key: processes have no records with several
  const where = { [key]: [...recordIds] };
  if (forUpdate && transaction)
    await collection.model.findAll({ attributes: [key], where, raw: true, transaction, lock: transaction.LOCK.UPDATE });
  const appends = fieldsOf(collection).flatMap((field) => (isSubTable(field) || isFiles(field) ? [field.name] : []));
  const rows = (await collection.repository.find({ filter: { [key]: { $in: [...recordIds] } }, appends, transaction })) as Row[]; // typed `any`
  return new Map(rows.map((row) => [text(row, key), contentOf(collection, plainOf(collection, row))]));
}

/**
 * A row with all that was read with it, as JSON. Files are taken column by column: `toJSON` of NocoBase would copy the whole application
 * that hangs on what joins them to their record.
 */
function plainOf(collection: Collection, row: Row): Variables {
  const { dataValues } = row as unknown as { dataValues: Record<string, unknown> }; // of Sequelize, which has no other way to take one out
  const files: Record<string, Json> = {};
  for (const { name } of fieldsOf(collection).filter(isFiles)) {
    files[name] = ((row.get(name) ?? []) as Row[]).map(plainFile); // associated rows
    delete dataValues[name];
  }
  return { ...(JSON.parse(JSON.stringify(row)) as Variables), ...files }; // a row is an object
}

const FILE_COLUMNS = ['id', 'title', 'extname', 'filename', 'size', 'path', 'mimetype', 'storageId', 'url'] as const;

const plainFile = (file: Row): Variables =>
  Object.fromEntries(FILE_COLUMNS.map((name) => [name, (file.get(name) ?? null) as Json])); // columns of text and numbers

interface FieldFacts {
  readonly name: string;
  readonly type: string;
  readonly target?: string;
}

const fieldsOf = (collection: Collection): FieldFacts[] =>
  [...collection.fields.values()].map((field: { options: FieldFacts }) => field.options);
const isSubTable = ({ type }: FieldFacts) => type === 'hasMany';
const isFiles = ({ type, target }: FieldFacts) => type === 'belongsToMany' && target === 'attachments';

/** Keys of rows, and what the platform writes itself: no part of what a record says. */
const NOTED_BY_PLATFORM = new Set(['id', 'createdAt', 'updatedAt', 'createdById', 'updatedById', 'sort']);

function contentOf(collection: Collection, row: Variables): RecordContent {
  const files = fieldsOf(collection).filter(isFiles);
  const tables = fieldsOf(collection).filter(isSubTable);
  const values = {
    ...said(row),
    ...Object.fromEntries(tables.map(({ name }) => [name, inOrder(row[name]).map(said)])),
    ...Object.fromEntries(files.map(({ name }) => [name, inOrder(row[name]).map(fileFacts)])),
  };
  const ofField = (field: string) => inOrder(row[field]).map((file) => ({ field, name: fileName(file), row: file }));
  return { values, files: files.flatMap(({ name }) => ofField(name)) };
}

const said = (row: Variables): Variables =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !NOTED_BY_PLATFORM.has(name)));

/** Associated rows are objects. */
const inOrder = (rows: Json | undefined): readonly Variables[] =>
  ((Array.isArray(rows) ? rows : []) as readonly Variables[]).toSorted((a, b) => Number(a['id']) - Number(b['id']));

const fileName = (file: Variables): string => `${plain(file['title'])}${plain(file['extname'])}`;
const fileFacts = (file: Variables): Variables => ({
  name: fileName(file),
  stored: plain(file['filename']),
  size: file['size'] ?? null,
});
const plain = (value: Json | undefined) => (typeof value === 'string' ? value : '');

/**
 * The digest of a content. What is empty counts as not there, so that a field that administrators add later changes no digest.
 * @param without fields that it leaves out
 */
export function digestOf(values: Variables, canonicalJson: (value: Json) => string, without: readonly string[] = []): string {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !without.includes(name)));
  return sha256(canonicalJson(withoutEmpty(kept)));
}

export const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, item]) => [name, withoutEmpty(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => !isEmpty(item)));
}

const isEmpty = (value: Json): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);
