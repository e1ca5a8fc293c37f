import type { WhereOptions } from 'sequelize';
import type { DeadlineLevel, PlaceRef } from '../../common/api';
import { tables, type InstanceRecord } from '../store';
import { levelScope } from './deadline-view';
import { placeInProcess } from './inbox';
import type { Reader } from './reader';

type Where = Pick<InstanceRecord, 'placeId' | 'processKey' | 'stage'>;

/** Open cases of one place, process and stage, counted by the database; one of them stands for what all of them are called. */
export interface CaseGroup extends Where {
  readonly counts: Readonly<Record<DeadlineLevel, number>>;
  readonly sample: string;
}

/** One statement, answered from an index alone, however many cases there are. */
export async function groupsOf({ tx }: Reader, scope: WhereOptions): Promise<CaseGroup[]> {
  const counts = { near: levelScope('near', tx.now), overdue: levelScope('overdue', tx.now) };
  const rows = await tables.instances.groupBy(tx, ['placeId', 'processKey', 'stage'], scope, { counts, sample: 'id' });
  return rows.map(({ placeId, processKey, stage, sample, count, near, overdue }) => ({
    ...{ placeId, processKey, stage, sample },
    counts: { onTime: count - near - overdue, near, overdue },
  }));
}

/** What the places, processes and stages of groups are called. */
export interface GroupNames {
  placeOf(group: Pick<CaseGroup, 'placeId'>): PlaceRef | null;
  stageOf(group: Where): { readonly processName: string; readonly stageName: string | null };
}

const NAMED = ['id', 'placeId', 'placeName', 'processKey', 'processName', 'processId', 'versionId', 'stage'] as const;

export async function namesOf(reader: Reader, groups: readonly CaseGroup[]): Promise<GroupNames> {
  const samples = new Set([...firstBy(groups, placeKey).values(), ...firstBy(groups, stageKey).values()]);
  const ids = [...samples].map(({ sample }) => sample);
  const rows = ids.length > 0 ? await tables.instances.selectColumns(reader.tx, NAMED, { id: ids }) : [];
  const places = new Map(rows.map((row) => [placeKey(row), row.placeName]));
  const stages = new Map<string, Awaited<ReturnType<typeof placeInProcess>>>();
  for (const row of firstBy(rows, stageKey).values()) stages.set(stageKey(row), await placeInProcess(reader, row));
  return {
    placeOf: (group) => (group.placeId === null ? null : { id: group.placeId, name: places.get(placeKey(group)) ?? '' }),
    stageOf: (group) => stages.get(stageKey(group)) ?? { processName: group.processKey, stageName: group.stage },
  };
}

const placeKey = ({ placeId }: Pick<Where, 'placeId'>): string => JSON.stringify(placeId);
const stageKey = ({ processKey, stage }: Where): string => JSON.stringify([processKey, stage]);

function firstBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) if (!found.has(keyOf(item))) found.set(keyOf(item), item);
  return found;
}
