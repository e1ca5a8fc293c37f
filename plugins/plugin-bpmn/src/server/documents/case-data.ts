import { toJson, rowOf, rowsOf } from '../records';
import type { Tx } from '../runtime/tx';
import { tables, type InstanceRecord, type TaskRecord } from '../store';
import { caseFacts, taskFacts } from './facts';
import type { Placeholder, RawRow, RowsPlaceholder } from './placeholders';
import { ROW_NUMBER_KEY } from './record-placeholders';

/**
 * What a case has for these placeholders, and nothing else of it: columns are read by name, as a form does. One statement for the
 * record and one for each kind of rows, however many templates ask.
 */
export async function readCaseData(tx: Tx, instance: InstanceRecord, placeholders: readonly Placeholder[]): Promise<RawRow> {
  const rows = placeholders.filter((placeholder) => placeholder.kind === 'rows');
  const record = await readRecords(tx, instance.recordCollection, placeholders, [instance]);
  return {
    ...(record.get(instance.recordId ?? '') ?? {}),
    ...caseFacts({ instance, now: tx.now }),
    ...(await calledRows(tx, instance, rows)),
    ...(await taskRows(tx, instance, rows)),
  };
}

/** Records of one collection by id, with what is asked of them. */
async function readRecords(
  tx: Tx,
  collection: string | null,
  placeholders: readonly Placeholder[],
  instances: readonly Pick<InstanceRecord, 'recordId'>[],
): Promise<Map<string, RawRow>> {
  const fields = placeholders.flatMap(columnsOf);
  const ids = instances.flatMap(({ recordId }) => recordId ?? []);
  const known = collection === null ? undefined : tx.db.getCollection(collection);
  if (!known || collection === null || fields.length === 0 || ids.length === 0) return new Map();
  const key = known.filterTargetKey as string; // one key: processes have no records with several
  const query = { fields: [...new Set([key, ...fields])] };
  const [only = ''] = ids;
  const found =
    ids.length === 1
      ? [await rowOf(tx, collection, { ...query, filterByTk: only })]
      : await rowsOf(tx, collection, { ...query, filter: { [key]: ids } });
  return new Map(
    found.flatMap((row) =>
      row ? [[String(row.get(key)), numbered(toJson(row.toJSON()) as RawRow, placeholders)] as const] : [],
    ), // a row is an object
  );
}

/** Paths of columns in a record: `place.name`, `steps.due`; facts and rows of other kinds have none. */
function columnsOf(placeholder: Placeholder): string[] {
  if (placeholder.kind === 'rows') {
    if (placeholder.source.kind !== 'subTable') return [];
    const { field } = placeholder.source;
    return ['id', ...placeholder.columns.flatMap(columnsOf)].map((column) => `${field}.${column}`);
  }
  if (placeholder.key.includes('.')) return [];
  return [placeholder.format.as === 'title' ? `${placeholder.key}.${placeholder.format.column}` : placeholder.key];
}

/** Sub-tables in the order in which their rows were written. */
function numbered(record: RawRow, placeholders: readonly Placeholder[]): RawRow {
  const tables = placeholders.filter(({ kind, key }) => kind === 'rows' && Array.isArray(record[key]));
  return { ...record, ...Object.fromEntries(tables.map(({ key }) => [key, withNumbers(inOrder(record[key] as RawRow[]))])) }; // arrays of rows, just seen
}

const inOrder = (rows: readonly RawRow[]) => [...rows].sort((a, b) => Number(a.id) - Number(b.id));
const withNumbers = (rows: readonly RawRow[]): RawRow[] => rows.map((row, index) => ({ ...row, [ROW_NUMBER_KEY]: index + 1 }));

/** Cases that were given up have decided nothing. */
const DECIDED = ['running', 'suspended', 'completed', 'terminated'];

async function calledRows(tx: Tx, { id }: InstanceRecord, rows: readonly RowsPlaceholder[]): Promise<RawRow> {
  const asked = rows.filter(({ source }) => source.kind === 'called');
  if (asked.length === 0) return {};
  const order = [
    ['startedAt', 'ASC'],
    ['id', 'ASC'],
  ] as const;
  const called = await tables.instances.select(tx, { parentInstanceId: id, status: DECIDED }, { order: order.map(([column, way]) => [column, way]) }); // prettier-ignore
  const elementOf = await callingElements(tx, id, called);
  const found: Record<string, RawRow[]> = {};
  const byCollection = new Map<string | null, RowsPlaceholder[]>();
  for (const one of asked) {
    const collection = one.source.kind === 'called' ? one.source.collection : null;
    byCollection.set(collection, [...(byCollection.get(collection) ?? []), one]);
  }
  for (const [collection, placeholders] of byCollection) {
    const own = called.filter(({ recordCollection }) => recordCollection === collection);
    const records = await readRecords(tx, collection, placeholders.flatMap(({ columns }) => columns), own); // prettier-ignore
    for (const { key, source } of placeholders) {
      const instances = called.filter((instance) => source.kind === 'called' && elementOf(instance) === source.elementId);
      found[key] = withNumbers(
        instances.map((instance) => ({
          ...(records.get(instance.recordId ?? '') ?? {}),
          ...caseFacts({ instance, now: tx.now }),
        })),
      );
    }
  }
  return found;
}

/** A token is gone once its call is over; the history keeps where it stood. */
async function callingElements(tx: Tx, instanceId: string, called: readonly InstanceRecord[]) {
  const tokenId = called.flatMap(({ parentTokenId }) => parentTokenId ?? []);
  const where = { instanceId, tokenId, kind: 'elementEntered' };
  const entered = tokenId.length > 0 ? await tables.history.selectColumns(tx, ['tokenId', 'elementId'], where) : [];
  const elements = new Map(entered.map((row) => [row.tokenId, row.elementId]));
  return ({ parentTokenId }: InstanceRecord) => elements.get(parentTokenId);
}

async function taskRows(tx: Tx, { id }: InstanceRecord, rows: readonly RowsPlaceholder[]): Promise<RawRow> {
  const elementId = rows.flatMap(({ source }) => (source.kind === 'task' ? [source.elementId] : []));
  if (elementId.length === 0) return {};
  const where = { instanceId: id, elementId, status: 'completed' };
  const done = await tables.tasks.select(tx, where, { order: [['closedAt', 'ASC']] });
  const of = (element: string): TaskRecord[] => done.filter((task) => task.elementId === element);
  return Object.fromEntries(
    rows.flatMap(({ key, source }) => (source.kind === 'task' ? [[key, withNumbers(of(source.elementId).map(taskFacts))]] : [])),
  );
}
