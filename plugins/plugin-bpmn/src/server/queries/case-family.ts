import type { Tx } from '../runtime/tx';
import { tables, type InstanceRecord, type ReadTx } from '../store';

/** A case as other plugins see it. */
export type CaseRef = Pick<
  InstanceRecord,
  | 'id'
  | 'title'
  | 'processKey'
  | 'processName'
  | 'recordCollection'
  | 'recordId'
  | 'startedAt'
  | 'endedAt'
  | 'historySequence'
  | 'historyHash'
>;

/** The case that called this one, which itself may not be saved yet. */
export async function callerOf(
  tx: Tx,
  { parentInstanceId }: Pick<InstanceRecord, 'parentInstanceId'>,
): Promise<CaseRef | undefined> {
  return parentInstanceId === null ? undefined : tables.instances.find(tx, { id: parentInstanceId });
}

/** This case and all that it has called, directly or through others, in the order in which they started. One statement for each level. */
export async function caseFamily(tx: Tx, instanceId: string): Promise<readonly CaseRef[]> {
  const found = await tables.instances.select(tx, { id: instanceId });
  for (let level = found.map(({ id }) => id); level.length > 0; ) {
    const called = await tables.instances.select(tx, { parentInstanceId: level });
    found.push(...called);
    level = called.map(({ id }) => id);
  }
  return found.sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}

/** The case that this element of a case has called last. A token is gone once its call is over; the history keeps where it stood. */
export async function lastCalledBy(tx: Tx, instanceId: string, elementId: string): Promise<CaseRef | undefined> {
  const entered = await tables.history.selectColumns(tx, ['tokenId'], { instanceId, elementId, kind: 'elementEntered' });
  const parentTokenId = entered.flatMap(({ tokenId }) => tokenId ?? []);
  if (parentTokenId.length === 0) return undefined;
  const called = await tables.instances.select(tx, { parentInstanceId: instanceId, parentTokenId });
  return called.sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1))[0];
}

/** Who completed steps of a case: the person, or on whose behalf somebody entered it. */
export async function doersOf(tx: Tx, instanceId: string, elementIds: readonly string[]): Promise<ReadonlySet<number>> {
  if (elementIds.length === 0) return new Set();
  const where = { instanceId, elementId: [...elementIds], status: 'completed' };
  const done = await tables.tasks.selectColumns(tx, ['completedById', 'onBehalfOfId'], where);
  return new Set(done.flatMap(({ completedById, onBehalfOfId }) => onBehalfOfId ?? completedById ?? []));
}

/** The hash of a case's history up to one of its rows; undefined when there is no such row. */
export async function historyHashAt(tx: ReadTx, instanceId: string, sequence: number): Promise<string | undefined> {
  const [row] = await tables.history.selectColumns(tx, ['hash'], { instanceId, sequence });
  return row?.hash;
}
