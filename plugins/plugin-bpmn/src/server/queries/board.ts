import { Op, type WhereOptions } from 'sequelize';
import type { Board, BoardRow, DeadlineLevel, PlaceRef } from '../../common/api';
import { forbidden } from '../runtime/errors';
import { tables, type InstanceRecord } from '../store';
import { casesBelow, troubledCases } from './cases-below';
import { deadlineView, levelScope } from './deadline-view';
import { holdersByCase } from './holders';
import { placeInProcess, processNames } from './inbox';
import type { Reader } from './reader';
import { atPlaces } from './scopes';

export interface BoardQuery {
  readonly placeId?: string;
  readonly processKey?: string;
  readonly level?: DeadlineLevel;
  readonly stage?: string;
  readonly page?: number;
  readonly pageSize?: number;
}

/** Open cases of the places that a supervisor is in charge of; administrators see all. No order that ranks anybody. */
export async function board(reader: Reader, query: BoardQuery): Promise<Board> {
  const { tx } = reader;
  if (!reader.isAdministrator && reader.supervisedPlaceIds.length === 0) throw forbidden('supervision.noPlaces');
  const scope = { [Op.and]: [openCases(reader), filterOf(reader, query)] };
  const where = { [Op.and]: [scope, levelScope(query.level, tx.now)] };
  const pageSize = Math.min(query.pageSize ?? 20, 100);
  const order: [string, string][] = [
    ['placeName', 'ASC'],
    ['processKey', 'ASC'],
    ['startedAt', 'ASC'],
    ['id', 'ASC'],
  ];
  const page = await tables.instances.select(tx, where, { order, limit: pageSize, offset: ((query.page ?? 1) - 1) * pageSize });
  const groups = await groupsOf(reader, scope);
  return {
    rows: await boardRows(reader, page),
    total: await tables.instances.count(tx, where),
    counts: totals(groups),
    byPlaceAndStage: await byPlaceAndStage(reader, groups),
    places: await placesWithCases(reader),
    processes: await processNames(reader),
  };
}

function openCases(reader: Reader): WhereOptions {
  const open = { status: ['running', 'suspended'], parentInstanceId: null };
  return reader.isAdministrator ? open : { ...open, [Op.or]: atPlaces(reader.tx.db, reader.supervisedPlaceIds) };
}

function filterOf({ tx }: Reader, { placeId, processKey, stage }: BoardQuery): WhereOptions {
  const below = placeId ? atPlaces(tx.db, [placeId]) : [];
  return { ...(processKey ? { processKey } : {}), ...(stage ? { stage } : {}), ...(below.length > 0 ? { [Op.and]: below } : {}) };
}

async function boardRows(reader: Reader, page: readonly InstanceRecord[]): Promise<BoardRow[]> {
  const { tx } = reader;
  const below = await casesBelow(
    tx,
    page.map(({ id }) => id),
  );
  const holders = await holdersByCase(reader, below);
  const troubled = await troubledCases(tx, below);
  return Promise.all(
    page.map(async (instance) => ({
      instanceId: instance.id,
      title: instance.title,
      place: placeOf(instance),
      processKey: instance.processKey,
      ...(await placeInProcess(reader, instance)),
      stageKey: instance.stage,
      stageSince: instance.stageSince,
      holders: [...(holders.get(instance.id) ?? [])],
      deadline: deadlineView(instance, tx.now, reader.locale),
      hasIncident: troubled.has(instance.id),
      status: instance.status,
    })),
  );
}

const placeOf = ({ placeId, placeName }: Pick<InstanceRecord, 'placeId' | 'placeName'>): PlaceRef | null =>
  placeId === null ? null : { id: placeId, name: placeName ?? '' };

const LEVELS: readonly DeadlineLevel[] = ['onTime', 'near', 'overdue'];
const GROUPED = ['placeId', 'placeName', 'processKey', 'processName', 'processId', 'versionId', 'stage'] as const;
type Group = Pick<InstanceRecord, (typeof GROUPED)[number]> & { readonly level: DeadlineLevel; readonly count: number };

/** The database counts: one statement for each level, however many cases there are. */
async function groupsOf({ tx }: Reader, scope: WhereOptions): Promise<Group[]> {
  const groups: Group[] = [];
  for (const level of LEVELS) {
    const where = { [Op.and]: [scope, levelScope(level, tx.now)] };
    groups.push(...(await tables.instances.countBy(tx, GROUPED, where)).map((group) => ({ ...group, level })));
  }
  return groups;
}

function totals(groups: readonly Group[]): Record<DeadlineLevel, number> {
  const counts = { onTime: 0, near: 0, overdue: 0 };
  groups.forEach(({ level, count }) => (counts[level] += count));
  return counts;
}

async function byPlaceAndStage(reader: Reader, groups: readonly Group[]): Promise<Board['byPlaceAndStage']> {
  const rows = new Map<string, Board['byPlaceAndStage'][number]>();
  for (const group of groups) {
    const { processKey, stage: stageKey } = group;
    const key = JSON.stringify([group.placeId, processKey, stageKey]);
    const names = await placeInProcess(reader, group);
    const empty = { place: placeOf(group), processKey, stageKey, ...names, onTime: 0, near: 0, overdue: 0 };
    const row = rows.get(key) ?? empty;
    row[group.level] += group.count;
    rows.set(key, row);
  }
  return [...rows.values()].sort(byNames);
}

/** As the list of cases: by place and process, no order that ranks anybody. */
function byNames(a: Board['byPlaceAndStage'][number], b: Board['byPlaceAndStage'][number]): number {
  const nameOf = ({ place, processKey, stageKey }: typeof a) => [place?.name ?? '', processKey, stageKey ?? ''].join(' ');
  return nameOf(a) < nameOf(b) ? -1 : 1;
}

async function placesWithCases(reader: Reader): Promise<PlaceRef[]> {
  const rows = await tables.instances.countBy(reader.tx, ['placeId', 'placeName'], openCases(reader));
  const places = rows.map(placeOf).filter((place) => place !== null);
  return places.sort((a, b) => (a.name < b.name ? -1 : 1));
}
