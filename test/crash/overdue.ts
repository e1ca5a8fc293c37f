import type { Client as Database } from 'pg';
import { Chance } from './chance';
import { progressOf } from './checks';
import { Client } from './client';
import { createDatabase, dropDatabase, OwnConnection } from './database';
import { Host, runHost } from './hosts';
import type { OverdueOptions } from './options';
import { type Audit, auditOf, publish, settingsOf } from './parts';
import { Stopwatch, until } from './wait';

/** As `overdue.bpmn` says. */
const TIMERS_PER_CASE = 10;
const HANDS = 6;
const THREE_HOURS_MS = 3 * 60 * 60 * 1000;
const FINISH_LIMIT_MS = 1_800_000;

interface Fired {
  readonly fired: number;
  /** As many timers as there were. */
  readonly timers: number;
}

export interface OverdueResult {
  readonly options: OverdueOptions;
  readonly secondsUntil: Stopwatch['seconds'];
  readonly completed: number;
  readonly fired: Fired;
  readonly audit: Audit;
  readonly faults: readonly string[];
}

/** Timers wait, the servers die, and two come back when all of them have been due for an hour. */
export async function runOverdue(options: OverdueOptions, folder: string): Promise<OverdueResult> {
  const stopwatch = new Stopwatch();
  const name = options.database ?? `wuxin_overdue_${process.pid}`;
  await createDatabase(name);
  const connection = new OwnConnection(name);
  const cases = Math.ceil(options.timers / TIMERS_PER_CASE);
  const setting = { folder, name, speed: 1 };
  let isKept = true;
  try {
    await runHost('install', settingsOf(setting));
    await during(settingsOf(setting), async (client) => {
      await publish(client, 'overdue');
      await startCases(client, cases);
      stopwatch.note('started');
    });
    await during(settingsOf({ ...setting, aheadMs: THREE_HOURS_MS }), async () => {
      stopwatch.note('back');
      await until('every case has ended', FINISH_LIMIT_MS, async () => {
        const { completed, leftOver } = await progressOf(await connection.open());
        return completed >= cases && leftOver === 0;
      });
      stopwatch.note('drained');
    });
    const database = await connection.open();
    const [{ completed }, fired] = [await progressOf(database), await firedIn(database)];
    const audit = await auditOf(settingsOf(setting));
    stopwatch.note('audited');
    const figures = { completed, fired, audit };
    const faults = faultsOf(cases, figures);
    isKept = options.database !== undefined || faults.length > 0;
    return { options, secondsUntil: stopwatch.seconds, ...figures, faults };
  } finally {
    await connection.close();
    if (!isKept) await dropDatabase(name);
  }
}

/** Two servers, until the work with them is done. */
async function during(settings: ReturnType<typeof settingsOf>, work: (client: Client) => Promise<void>): Promise<void> {
  const hosts = [1, 2].map((number) => new Host(number, settings));
  try {
    hosts.forEach((host) => host.start());
    await Promise.all(hosts.map((host) => host.untilUp()));
    await work(new Client(hosts, new Chance(1)));
  } finally {
    hosts.forEach((host) => host.stop());
  }
}

async function startCases(client: Client, cases: number): Promise<void> {
  let next = 0;
  const hand = async () => {
    while (next < cases) {
      const body = { processKey: 'overdue', businessKey: `case-${next++}`, isIdempotent: true };
      const { status, code } = await client.post('bpmnInstances:start', body);
      if (status !== 200) throw new Error(`start: ${status} ${code}`);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

async function firedIn(database: Database): Promise<Fired> {
  const { rows } = await database.query<Fired>(
    `SELECT COUNT(*)::int AS fired, COUNT(DISTINCT "tokenId")::int AS timers FROM "bpmnHistory" WHERE "kind" = 'timerFired'`,
  );
  return rows[0] ?? { fired: 0, timers: 0 };
}

function faultsOf(cases: number, { completed, fired, audit }: Pick<OverdueResult, 'completed' | 'fired' | 'audit'>): string[] {
  const timers = cases * TIMERS_PER_CASE;
  const claims: [boolean, string][] = [
    [completed === cases, `${completed} cases completed instead of ${cases}`],
    [fired.timers === timers, `${fired.timers} timers fired instead of ${timers}`],
    [fired.fired === timers, `timers fired ${fired.fired} times instead of ${timers}`],
    [audit.isWhole, `audit: ${JSON.stringify(audit.firstBroken)}`],
  ];
  return claims.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}
