import type { Json } from '@wuxin/bpmn-core';
import type { FormContract } from '../../common/form';
import { recordAsOf } from '../forms';
import { tables, type HistoryRecord, type TaskRecord } from '../store';
import type { Reader } from './reader';

type Values = Readonly<Record<string, Json>>;

interface Closed {
  readonly task: TaskRecord;
  readonly contract: FormContract;
  /** As it is now. */
  readonly record: Values;
  /** Of the case, in order. */
  readonly history: readonly HistoryRecord[];
}

/**
 * What the form of a closed task said when it was closed: later rounds write into the same record, and every round counts.
 * `isErased` when what was sent with this task has been erased from the history.
 */
export async function recordAsClosed(
  { tx }: Reader,
  { task, contract, record, history }: Closed,
): Promise<{ readonly record: Record<string, Json>; readonly isErased: boolean }> {
  const sent = history.filter(({ kind, payloadDigest }) => kind === 'taskCompleted' && payloadDigest !== null);
  const own = sent.find(({ data }) => data.taskId === task.id);
  const payloads = await tables.historyPayloads.select(tx, { historyId: sent.map(({ id }) => id) });
  const values = new Map<string, Values>(payloads.map(({ historyId, payload }) => [historyId, valuesIn(payload)]));
  const isUntil = (row: HistoryRecord) => (own ? row.sequence <= own.sequence : row.recordedAt <= (task.closedAt ?? 0));
  const of = (rows: readonly HistoryRecord[]) =>
    rows.map(({ id }) => values.get(id)).filter((found): found is Values => found !== undefined);
  const submissions = { until: of(sent.filter(isUntil)), after: of(sent.filter((row) => !isUntil(row))) };
  return { record: recordAsOf(contract, record, submissions), isErased: own !== undefined && !values.has(own.id) };
}

/** Nothing where a task was closed with an opinion alone. */
function valuesIn({ values }: Values): Values {
  return typeof values === 'object' && values !== null && !Array.isArray(values) ? (values as Values) : {}; // an object of JSON
}
