import { Op, type WhereOptions } from 'sequelize';
import type { Board, BoardRow, DeadlineLevel, PlaceRef } from '../../common/api';
import { forbidden } from '../runtime/errors';
import { casesWithin, tables, type InstanceRecord, type OrderBy } from '../store';
import { caseTitleIn } from '../versions';
import { groupsOf, namesOf, type CaseGroup, type GroupNames } from './board-groups';
import { partsOfPage, type PagePart, type Stretch } from './board-page';
import { casesBelow, troubledCases } from './cases-below';
import { type CaseClock, caseClocks, orStopped } from './case-clocks';
import { deadlineView, levelScope } from './deadline-view';
import { holdersByCase } from './holders';
import { placeInProcess, processNames } from './inbox';
import type { Reader } from './reader';

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
  if (!reader.isAdministrator && reader.supervisedPlaceIds.length === 0) throw forbidden('supervision.noPlaces');
  const open = await openCases(reader);
  const filters = await filtersOf(reader, query);
  const groups = await groupsOf(reader, { [Op.and]: [open, ...filters] });
  const names = await namesOf(reader, groups);
  const stretches = stretchesOf(groups, names, query.level);
  const pageSize = Math.min(query.pageSize ?? 20, 100);
  const parts = partsOfPage(stretches, { offset: ((query.page ?? 1) - 1) * pageSize, limit: pageSize });
  return {
    rows: await boardRows(reader, await casesOf(reader, { stretches, parts, scope: [open, ...filters], level: query.level })),
    total: stretches.reduce((sum, { count }) => sum + count, 0),
    counts: totals(groups),
    byPlaceAndStage: cellsOf(groups, names),
    places: filters.length === 0 ? placesOf(groups, names) : await allPlaces(reader, open),
    processes: await processNames(reader),
  };
}

/** Open cases that the board shows to this reader. */
export async function openCases(reader: Reader): Promise<WhereOptions> {
  const open = { status: ['running', 'suspended'], parentInstanceId: null };
  if (reader.isAdministrator) return open;
  return { [Op.and]: [open, await casesWithin(reader.tx, reader.supervisedPlaceIds)] };
}

async function filtersOf({ tx }: Reader, { placeId, processKey, stage }: BoardQuery): Promise<WhereOptions[]> {
  return [
    ...(placeId ? [await casesWithin(tx, [placeId])] : []),
    ...(processKey ? [{ processKey }] : []),
    ...(stage ? [{ stage }] : []),
  ];
}

/** The order of the list: by place and process, then by age. */
function stretchesOf(groups: readonly CaseGroup[], names: GroupNames, level: DeadlineLevel | undefined): Stretch[] {
  const counts = new Map<string, Stretch & { readonly placeName: string | null }>();
  for (const group of groups) {
    const { placeId, processKey } = group;
    const key = JSON.stringify([placeId, processKey]);
    const known = counts.get(key) ?? { placeId, processKey, count: 0, placeName: names.placeOf(group)?.name ?? null };
    counts.set(key, { ...known, count: known.count + (level ? group.counts[level] : sumOf(group)) });
  }
  return inOrder([...counts.values()], (stretch) => stretch);
}

const sumOf = ({ counts: { onTime, near, overdue } }: CaseGroup): number => onTime + near + overdue;

type Listed = { readonly placeName: string | null; readonly placeId: string | null; readonly processKey: string };

/** By place and process; cases of no place come last. Each is named once, since there may be thousands. */
function inOrder<Item>(items: readonly Item[], listed: (item: Item) => Listed): Item[] {
  const keyOf = ({ placeName, placeId, processKey }: Listed) =>
    JSON.stringify([placeId === null ? 1 : 0, placeName, placeId, processKey]);
  const keyed = items.map((item) => ({ item, key: keyOf(listed(item)) }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ item }) => item);
}

interface Page {
  readonly stretches: readonly Stretch[];
  readonly parts: readonly PagePart[];
  readonly scope: readonly WhereOptions[];
  readonly level: DeadlineLevel | undefined;
}

async function casesOf({ tx }: Reader, { stretches, parts, scope, level }: Page): Promise<InstanceRecord[]> {
  const order: OrderBy[] = [
    ['startedAt', 'ASC'],
    ['id', 'ASC'],
  ];
  const cases: InstanceRecord[] = [];
  for (const part of parts) {
    const among = part.stretches.map(({ placeId, processKey }) => ({ placeId, processKey }));
    const where = { [Op.and]: [...scope, levelScope(level, tx.now), among.length === 1 ? among[0] : { [Op.or]: among }] };
    cases.push(...(await tables.instances.select(tx, where, { order, limit: part.limit, offset: part.offset })));
  }
  const places = new Map(stretches.map(({ placeId, processKey }, index) => [JSON.stringify([placeId, processKey]), index]));
  const indexOf = ({ placeId, processKey }: InstanceRecord) => places.get(JSON.stringify([placeId, processKey])) ?? 0;
  return cases.sort((one, other) => indexOf(one) - indexOf(other));
}

async function boardRows(reader: Reader, page: readonly InstanceRecord[]): Promise<BoardRow[]> {
  const { tx } = reader;
  const below = await casesBelow(
    tx,
    page.map(({ id }) => id),
  );
  const holders = await holdersByCase(reader, below);
  const troubled = await troubledCases(tx, below);
  const clocks = await caseClocks(tx, below);
  return Promise.all(
    page.map(async (instance) => ({
      instanceId: instance.id,
      title: caseTitleIn(reader.locale, instance),
      place: placeOf(instance),
      processKey: instance.processKey,
      ...(await placeInProcess(reader, instance)),
      stageKey: instance.stage,
      stageSince: instance.stageSince,
      holders: [...(holders.get(instance.id) ?? [])],
      deadline: orStopped(deadlineView(instance, tx.now, reader.locale), clocks.get(instance.id)),
      stops: stopsIn(clocks.get(instance.id)),
      hasIncident: troubled.has(instance.id),
      status: instance.status,
    })),
  );
}

const stopsIn = (clock: CaseClock | undefined): BoardRow['stops'] =>
  clock ? { count: clock.count, milliseconds: clock.milliseconds } : null;

const placeOf = ({ placeId, placeName }: Pick<InstanceRecord, 'placeId' | 'placeName'>): PlaceRef | null =>
  placeId === null ? null : { id: placeId, name: placeName ?? '' };

function totals(groups: readonly CaseGroup[]): Record<DeadlineLevel, number> {
  const counts = { onTime: 0, near: 0, overdue: 0 };
  for (const level of ['onTime', 'near', 'overdue'] as const) groups.forEach((group) => (counts[level] += group.counts[level]));
  return counts;
}

function cellsOf(groups: readonly CaseGroup[], names: GroupNames): Board['byPlaceAndStage'] {
  const listed = groups.map((group) => ({ group, place: names.placeOf(group) }));
  const sorted = inOrder(listed, ({ group, place }) => ({ ...group, placeName: place?.name ?? null }));
  return sorted.map(({ group, place }) => {
    const { processKey, stage: stageKey } = group;
    return { place, processKey, stageKey, ...names.stageOf(group), ...group.counts };
  });
}

function placesOf(groups: readonly CaseGroup[], names: GroupNames): PlaceRef[] {
  const places = new Map(groups.map((group) => [group.placeId, names.placeOf(group)]));
  return [...places.values()].filter((place) => place !== null).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every place with an open case, whatever the board is filtered by. */
async function allPlaces(reader: Reader, open: WhereOptions): Promise<PlaceRef[]> {
  const groups = await groupsOf(reader, open);
  return placesOf(groups, await namesOf(reader, groups));
}
