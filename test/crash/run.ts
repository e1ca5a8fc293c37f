import { Chance } from './chance';
import { type Course, coursesOf, progressOf, type Progress } from './checks';
import { Client, NO_SPACE } from './client';
import { ROWS_PER_CASE, unexpectedSteps } from './course';
import { createDatabase, dropDatabase, OwnConnection } from './database';
import { disturb } from './disturb';
import { Effects } from './effects';
import { Host, runHost } from './hosts';
import { type Audit, auditOf, publish, settingsOf } from './parts';
import type { CrashOptions } from './options';
import { Stopwatch, until } from './wait';
import { Work } from './work';

const FINISH_LIMIT_MS = 900_000;
const EFFECTS_PER_CASE = 5;
/** A case and the case that it calls. */
const INSTANCES_PER_CASE = 2;

export interface CrashResult {
  readonly options: CrashOptions;
  /** `dropped` when nothing failed and nobody named it. */
  readonly database: string;
  readonly secondsUntil: Stopwatch['seconds'];
  readonly progress: Progress;
  readonly courses: Record<string, number>;
  readonly effects: Effects['figures'];
  readonly lostAnswers: number;
  readonly serverErrors: Readonly<Record<string, number>>;
  readonly refusedAfterLoss: number;
  readonly hostStarts: number;
  readonly audit: Audit;
  /** Empty when nothing was lost and nothing done twice. */
  readonly faults: readonly string[];
}

/** Two hosts on one database work through the cases while chance disturbs them; afterwards every row is accounted for. */
export async function runCrash(options: CrashOptions, folder: string): Promise<CrashResult> {
  const stopwatch = new Stopwatch();
  const name = options.database ?? `wuxin_crash_${process.pid}`;
  await createDatabase(name);
  const connection = new OwnConnection(name);
  const effects = await Effects.listen();
  const settings = settingsOf({ speed: options.speed, folder, name, effectsUrl: effects.url });
  await runHost('install', settings);
  stopwatch.note('installed');
  const chance = new Chance(options.seed);
  const hosts = [1, 2].map((number) => new Host(number, settings));
  const client = new Client(hosts, chance);
  const work = new Work(client, connection.open);
  let isKept = true;
  try {
    hosts.forEach((host) => host.start());
    await Promise.all(hosts.map((host) => host.untilUp()));
    stopwatch.note('up');
    await publish(client, 'crash');
    const people = work.completeTasks();
    const scene = { hosts, effects, chance, terminateConnections: connection.terminateOthers, isDatabaseUp: connection.isUp };
    await Promise.all(await disturbed(options, work, () => disturb(options.disturbance, scene)));
    stopwatch.note('disturbed');
    const expected = options.instances * INSTANCES_PER_CASE;
    await until('every case has ended', FINISH_LIMIT_MS, async () => {
      const { completed, leftOver } = await progressOf(await connection.open());
      // what was refused never comes to its end: the run is over, and says why
      return work.unexplained.length > 0 || (completed >= expected && leftOver === 0);
    }).catch((error: Error) => work.unexplained.push(error.message));
    work.end();
    await people;
    stopwatch.note('completed');
    const audit = await auditOf(settings);
    stopwatch.note('audited');
    const database = await connection.open();
    const courses = await coursesOf(database);
    const progress = await progressOf(database);
    const figures = { progress, effects: effects.figures, audit };
    const faults = [...work.unexplained, ...faultsOf(options, figures, courses), ...neverFull(options, client)];
    isKept = options.database !== undefined || faults.length > 0;
    return {
      options,
      database: isKept ? name : 'dropped',
      secondsUntil: stopwatch.seconds,
      ...figures,
      courses: countByProcess(courses),
      lostAnswers: client.lostAnswers,
      serverErrors: client.serverErrors,
      refusedAfterLoss: work.refusedAfterLoss,
      hostStarts: hosts.reduce((sum, { starts }) => sum + starts, 0),
      faults,
    };
  } finally {
    work.end();
    hosts.forEach((host) => host.stop());
    effects.close();
    await connection.close();
    if (!isKept) await dropDatabase(name);
  }
}

/** Starts the cases bit by bit, so that there is work at every disturbance. @returns starts that may still be under way */
async function disturbed({ times, instances }: CrashOptions, work: Work, once: () => Promise<void>): Promise<Promise<void>[]> {
  const starts: Promise<void>[] = [];
  for (let time = 1; time <= times; time += 1) {
    while (starts.length < Math.ceil((instances * time) / times)) starts.push(work.startCase(starts.length));
    await once();
  }
  return starts;
}

function countByProcess(courses: readonly { processId: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { processId } of courses) counts[processId] = (counts[processId] ?? 0) + 1;
  return counts;
}

/** Work that no disk refused says nothing about full ones. */
const neverFull = ({ disturbance }: CrashOptions, { serverErrors }: Client): string[] =>
  disturbance === 'disk' && !serverErrors[NO_SPACE] ? ['nobody was refused for want of space'] : [];

function faultsOf(
  { instances }: CrashOptions,
  { progress, effects, audit }: Pick<CrashResult, 'progress' | 'effects' | 'audit'>,
  courses: readonly Course[],
): string[] {
  const expected = instances * INSTANCES_PER_CASE;
  const claims: [boolean, string][] = [
    [progress.instances === expected, `${progress.instances} instances instead of ${expected}`],
    [progress.completed === expected, `${progress.completed} instances completed instead of ${expected}`],
    [progress.leftOver === 0, `${progress.leftOver} rows left over`],
    [effects.effects === instances * EFFECTS_PER_CASE, `${effects.effects} effects instead of ${instances * EFFECTS_PER_CASE}`],
    [effects.withSeveralKeys === 0, `${effects.withSeveralKeys} effects under several keys`],
    [
      audit.historyRows === instances * ROWS_PER_CASE,
      `${audit.historyRows} rows of history instead of ${instances * ROWS_PER_CASE}`,
    ],
    [audit.isWhole, `audit: ${JSON.stringify(audit.firstBroken)}`],
  ];
  return [...claims.flatMap(([holds, fault]) => (holds ? [] : [fault])), ...unexpectedSteps(courses)];
}
