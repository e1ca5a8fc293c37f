import type { StandInList, StandInListQuery, StandInReach, StandInRow, StandInState } from '../../common/api';
import { groupKeysOf } from '../assignment';
import { forbidden } from '../runtime/errors';
import { localDateOf } from '../runtime/local-date';
import { listStandIns, type StandIn } from '../stand-ins';
import { tables } from '../store';
import { processNames } from './inbox';
import type { Reader } from './reader';
import { ownTasks } from './scopes';

const PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

/** By process key: how many open tasks of one person there are. */
type TaskCounts = ReadonlyMap<string, number>;

/** Stand-ins that the reader gave or was given; for administrators also everybody's. */
export async function standInList(reader: Reader, query: StandInListQuery): Promise<StandInList> {
  const { tx, actor, isAdministrator } = reader;
  if (query.scope === 'all' && !isAdministrator) throw forbidden('standIn.administratorsOnly');
  const limit = Math.min(query.pageSize ?? PAGE_SIZE, MAX_PAGE_SIZE);
  const slice = { limit, offset: ((query.page ?? 1) - 1) * limit };
  const userId = query.scope === 'all' ? null : actor.userId;
  const { rows, total } = await listStandIns(tx, { userId, period: query.period ?? 'open', ...slice });
  const names = await namesByKey(reader);
  const counts = await countsOf(
    reader,
    rows.filter((row) => tellsCount(reader, row)),
  );
  return { rows: rows.map((row) => view(reader, row, { names, counts })), total, mayAdminister: isAdministrator };
}

/** What of a person's work a stand-in would see now, by process. */
export async function standInReach(reader: Reader, absentId = reader.actor.userId): Promise<StandInReach> {
  if (absentId !== reader.actor.userId && !reader.isAdministrator) throw forbidden('standIn.notYours');
  const counts = await tasksByProcess(reader, absentId);
  const names = await namesByKey(reader);
  return { processes: [...names].map(([key, name]) => ({ key, name, openTasks: counts.get(key) ?? 0 })) };
}

interface Facts {
  readonly names: ReadonlyMap<string, string>;
  readonly counts: ReadonlyMap<number, TaskCounts>;
}

function view(reader: Reader, standIn: StandIn, { names, counts }: Facts): StandInRow {
  const { processKeys, ...facts } = standIn;
  const state = stateOf(standIn, localDateOf(reader.tx.now));
  return {
    ...facts,
    relation: relationTo(reader.actor.userId, standIn),
    processes: processKeys?.map((key) => ({ key, name: names.get(key) ?? key })) ?? null,
    state,
    openTasks: tellsCount(reader, standIn) ? covered(counts.get(standIn.absent.id), processKeys) : null,
    mayRevoke: !isPast(state) && (reader.isAdministrator || standIn.absent.id === reader.actor.userId),
  };
}

function relationTo(userId: number, { absent, standIn }: StandIn): StandInRow['relation'] {
  if (absent.id === userId) return 'given';
  return standIn.id === userId ? 'received' : 'other';
}

const isPast = (state: StandInState) => state !== 'coming' && state !== 'current';

function stateOf({ fromOn, untilOn, revoked }: StandIn, today: string): StandInState {
  if (revoked) return localDateOf(revoked.at) < fromOn ? 'cancelled' : 'endedEarly';
  if (untilOn < today) return 'over';
  return fromOn > today ? 'coming' : 'current';
}

/** A stand-in learns of the absent person's work only once they may do it. */
function tellsCount({ tx, actor, isAdministrator }: Reader, standIn: StandIn): boolean {
  const state = stateOf(standIn, localDateOf(tx.now));
  if (isPast(state)) return false;
  return state === 'current' || isAdministrator || standIn.absent.id === actor.userId;
}

function covered(counts: TaskCounts = new Map(), processKeys: readonly string[] | null): number {
  const included = [...counts].filter(([key]) => processKeys?.includes(key) ?? true);
  return included.reduce((sum, [, count]) => sum + count, 0);
}

/** One count for each absent person, however many stand-ins they have. */
async function countsOf(reader: Reader, standIns: readonly StandIn[]): Promise<ReadonlyMap<number, TaskCounts>> {
  const counts = new Map<number, TaskCounts>();
  for (const { absent } of standIns) {
    if (!counts.has(absent.id)) counts.set(absent.id, await tasksByProcess(reader, absent.id));
  }
  return counts;
}

async function tasksByProcess({ tx, actor, keys }: Reader, userId: number): Promise<TaskCounts> {
  const { own } = userId === actor.userId ? keys : await groupKeysOf(tx, userId);
  const rows = await tables.tasks.countBy(tx, ['processKey'], ownTasks(tx.db, userId, own));
  return new Map(rows.map(({ processKey, count }) => [processKey, count]));
}

async function namesByKey(reader: Reader): Promise<ReadonlyMap<string, string>> {
  return new Map((await processNames(reader)).map(({ key, name }) => [key, name]));
}
