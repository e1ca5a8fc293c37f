import { Op, type WhereOptions } from 'sequelize';
import { ofCases, tables, type HistoryRecord, type InstanceRecord, type OrderBy } from '../../store';
import type { Reader } from '../reader';

const RECENT_IN_MS = 90 * 24 * 60 * 60 * 1000;

const CASE = [
  'id',
  'title',
  'titleEn',
  'processKey',
  'processName',
  'processId',
  'versionId',
  'status',
  'stage',
  'placeId',
  'placeName',
  'parentInstanceId',
  'endedAt',
  'historySequence',
] as const;
export type DecidedCase = Pick<InstanceRecord, (typeof CASE)[number]>;

const EVENT = ['id', 'instanceId', 'sequence', 'elementId', 'elementName', 'recordedAt', 'data'] as const;
export type DecidedEvent = Pick<HistoryRecord, (typeof EVENT)[number]>;

const newestFirst = (column: string): OrderBy[] => [
  [column, 'DESC'],
  ['id', 'DESC'],
];

/** Without called cases that went with their caller or were left by it: nobody decided them. Index: `bpmn_instances_ended`. */
export function endedCases({ tx }: Reader, visible: WhereOptions, limit: number): Promise<DecidedCase[]> {
  const recent = { endedAt: { [Op.gt]: tx.now - RECENT_IN_MS } };
  // as a negation: SQLite would follow the indexes of an OR to all cases that ever ended
  const decided = { [Op.not]: { status: 'cancelled', parentInstanceId: { [Op.ne]: null } } };
  const where = { [Op.and]: [recent, decided, visible] };
  return tables.instances.selectColumns(tx, CASE, where, { order: newestFirst('endedAt'), limit });
}

/** What activities decided, such as votes. Index: `bpmn_history_decided`. */
export function decidedEvents({ tx }: Reader, visible: WhereOptions, limit: number): Promise<DecidedEvent[]> {
  const recent = { kind: 'activityDecided', recordedAt: { [Op.gt]: tx.now - RECENT_IN_MS } };
  const where = { [Op.and]: [recent, ofCases(tx.db, visible)] };
  return tables.history.selectColumns(tx, EVENT, where, { order: newestFirst('recordedAt'), limit });
}

/** The cases of events by id, of which some are known. */
export async function casesOf(
  { tx }: Reader,
  events: readonly DecidedEvent[],
  known: readonly DecidedCase[],
): Promise<ReadonlyMap<string, DecidedCase>> {
  const cases = new Map(known.map((instance) => [instance.id, instance]));
  const missing = [...new Set(events.map(({ instanceId }) => instanceId))].filter((id) => !cases.has(id));
  const found = missing.length > 0 ? await tables.instances.selectColumns(tx, CASE, { id: missing }) : [];
  for (const instance of found) cases.set(instance.id, instance);
  return cases;
}
