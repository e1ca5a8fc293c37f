import { Op, type WhereOptions } from 'sequelize';
import type { Board, BoardRow, DeadlineLevel, PlaceRef } from '../../common/api';
import { forbidden } from '../runtime/errors';
import { tables, type InstanceRecord } from '../store';
import { deadlineView, levelScope } from './deadline-view';
import { holdersByInstance } from './holders';
import { stageNameOf } from './inbox';
import type { Reader } from './reader';
import { supervised } from './scopes';

export interface BoardQuery {
  readonly placeId?: string;
  readonly processKey?: string;
  readonly level?: DeadlineLevel;
  readonly stage?: string;
  readonly page?: number;
  readonly pageSize?: number;
}

/** More open cases than one supervisor's table counts one by one. */
const MAX_COUNTED = 5_000;

/** Open cases of the places that a supervisor is in charge of; administrators see all. No order that ranks anybody. */
export async function board(reader: Reader, query: BoardQuery): Promise<Board> {
  const { tx } = reader;
  if (!reader.isAdministrator && reader.supervisedPlaceIds.length === 0) throw forbidden('supervision.noPlaces');
  const scope = { [Op.and]: [openCases(reader), filterOf(query)] };
  const where = { [Op.and]: [scope, levelScope(query.level, tx.now)] };
  const pageSize = Math.min(query.pageSize ?? 20, 100);
  const order: [string, string][] = [
    ['placeName', 'ASC'],
    ['processKey', 'ASC'],
    ['startedAt', 'ASC'],
    ['id', 'ASC'],
  ];
  const page = await tables.instances.select(tx, where, { order, limit: pageSize, offset: ((query.page ?? 1) - 1) * pageSize });
  const all = await tables.instances.select(tx, scope, { order, limit: MAX_COUNTED });
  return {
    rows: await boardRows(reader, page),
    total: await tables.instances.count(tx, where),
    counts: levelsOf(reader, all),
    byPlaceAndStage: await byPlaceAndStage(reader, all),
    places: await placesWithCases(reader),
    processes: (await tables.processes.select(tx, {}, { order: [['key', 'ASC']] })).map(({ key, name }) => ({ key, name })),
  };
}

function openCases(reader: Reader): WhereOptions {
  const open = { status: ['running', 'suspended'], parentInstanceId: null };
  return reader.isAdministrator ? open : { ...open, [Op.or]: supervised(reader) };
}

function filterOf({ placeId, processKey, stage }: BoardQuery): WhereOptions {
  const below = placeId ? supervised({ supervisedPlaceIds: [placeId] }) : [];
  return { ...(processKey ? { processKey } : {}), ...(stage ? { stage } : {}), ...(below.length > 0 ? { [Op.and]: below } : {}) };
}

async function boardRows(reader: Reader, page: readonly InstanceRecord[]): Promise<BoardRow[]> {
  const { tx } = reader;
  const ids = page.map(({ id }) => id);
  const tasks = ids.length > 0 ? await tables.tasks.select(tx, { instanceId: ids, status: 'open' }) : [];
  const troubled = ids.length > 0 ? await tables.incidents.select(tx, { instanceId: ids, status: 'open' }) : [];
  const holders = await holdersByInstance(reader, tasks);
  return Promise.all(
    page.map(async (instance) => ({
      instanceId: instance.id,
      title: instance.title,
      place: placeOf(instance),
      processKey: instance.processKey,
      processName: instance.processName,
      stageKey: instance.stage,
      stageName: await stageNameOf(reader, instance, instance.stage),
      stageSince: instance.stageSince,
      holders: [...(holders.get(instance.id) ?? [])],
      deadline: deadlineView(instance, tx.now, reader.locale),
      hasIncident: troubled.some(({ instanceId }) => instanceId === instance.id),
      status: instance.status,
    })),
  );
}

const placeOf = ({ placeId, placeName }: InstanceRecord): PlaceRef | null =>
  placeId === null ? null : { id: placeId, name: placeName ?? '' };

function levelOfInstance({ tx, locale }: Reader, instance: InstanceRecord): DeadlineLevel {
  return deadlineView(instance, tx.now, locale)?.level ?? 'onTime';
}

function levelsOf(reader: Reader, instances: readonly InstanceRecord[]): Record<DeadlineLevel, number> {
  const counts = { onTime: 0, near: 0, overdue: 0 };
  instances.forEach((instance) => (counts[levelOfInstance(reader, instance)] += 1));
  return counts;
}

async function byPlaceAndStage(reader: Reader, instances: readonly InstanceRecord[]): Promise<Board['byPlaceAndStage']> {
  const groups = new Map<string, Board['byPlaceAndStage'][number]>();
  for (const instance of instances) {
    const stageName = await stageNameOf(reader, instance, instance.stage);
    const { processKey, processName } = instance;
    const key = JSON.stringify([instance.placeId, processKey, instance.stage]);
    const group = groups.get(key) ?? {
      place: placeOf(instance),
      processKey,
      processName,
      stageName,
      onTime: 0,
      near: 0,
      overdue: 0,
    };
    group[levelOfInstance(reader, instance)] += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function placesWithCases(reader: Reader): Promise<PlaceRef[]> {
  const rows = await tables.instances.select(reader.tx, openCases(reader), { order: [['placeName', 'ASC']], limit: MAX_COUNTED });
  const byId = new Map(rows.map((row) => [row.placeId, placeOf(row)]));
  return [...byId.values()].filter((place) => place !== null);
}
