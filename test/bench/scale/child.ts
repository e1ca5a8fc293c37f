import type { Database } from '@nocobase/database';
import { completeTask, engineOf, openTasksOf, placesOf, startInstance, type Actor } from '@wuxin/plugin-bpmn';
import type { TestApp, TestUser } from '@wuxin/test';
import { QueryTypes } from 'sequelize';
import { percentile, timed } from '../figures';
import { models } from '../models';
import { startApp } from '../server/app';
import { openHttp, type Http } from '../server/http';
import { publishModel } from '../server/wuxin';
import { forgetJobs, giveBack, lookIdly, takesDue } from './looks';
import { inChild } from '../child';
import type { Audited } from './audit';
import { prepareChains } from './chains';
import { A_TOWN, multiply } from './multiply';
import { historyParts, tableSizes, type HistoryPart, type TableSize } from './sizes';

export interface ScaleInput {
  /** Waiting instances, ascending. */
  readonly sizes: readonly number[];
  readonly samples: number;
  /** The size at which the database is audited. */
  readonly auditedAt: number;
}

interface Timing {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export interface AtSize {
  readonly waiting: number;
  readonly tables: readonly TableSize[];
  readonly historyParts: readonly HistoryPart[];
  readonly audited: Audited | undefined;
  readonly complete: Timing;
  readonly inbox: Timing;
  /** Of a worker while nothing is due, and when it takes a batch of timers that are. */
  readonly idleLook: Timing;
  readonly takeDue: Timing;
  readonly board: Timing;
  readonly boardOfTown: Timing;
  /** What is read from the first row to the last. */
  readonly wholeReads: readonly string[];
}

/** The database of this process, which its own children have too. */
const HERE = { name: 'PostgreSQL', version: '', env: {}, stop: () => undefined };

/** Real cases at several places of a process, from which all others are copied. */
const ORIGINALS = 20;
/** A copy of all originals has 32 open tasks, all of one holder; each holder has two at the first size. */
const COPIES_PER_HOLDER = 2;

export async function scaleInChild({ sizes, samples, auditedAt }: ScaleInput): Promise<readonly AtSize[]> {
  const { test, user, actor } = await startApp();
  const { db } = test;
  const [, approval] = models();
  const key = await publishModel(db, 'scale', { xml: withTimers(approval?.xml ?? '') });
  await originals(db, actor, key);
  await prepareChains(db);
  const http = await openHttp(test, user);
  const asRoot = await openHttp(test, await test.rootUser());
  const asSupervisor = await openHttp(test, await supervisorOf(test));
  const results: AtSize[] = [];
  let copied = 0;
  for (const waiting of sizes) {
    const copies = Math.max(1, waiting / ORIGINALS - 1);
    const others = Math.max(2, Math.ceil(waiting / ORIGINALS / COPIES_PER_HOLDER));
    await multiply(db, { from: copied + 1, to: copies, holders: [user.id, others] });
    copied = copies;
    await db.sequelize.query('VACUUM ANALYZE');
    results.push({
      waiting,
      tables: await tableSizes(db),
      historyParts: await historyParts(db),
      ...(await timesOf({ db, http, asRoot, asSupervisor, actor, samples })),
      audited: waiting === auditedAt ? await inChild<Audited>('audit', HERE, {}) : undefined,
    });
  }
  return results;
}

async function supervisorOf(test: TestApp): Promise<TestUser> {
  await test.db
    .getRepository('roles')
    .create({ values: { name: 'supervisor', title: 'supervisor', snippets: ['pm.wuxin.supervision'] } });
  const user = await test.createUser({ username: 'supervisor', roles: ['supervisor'] });
  const nowhere = { chainOf: async () => [], search: async () => [], find: async () => [], lowestWithin: async () => [] };
  placesOf(test.db).register({ ...nowhere, placesOf: async (_, userId) => (userId === user.id ? [A_TOWN] : []) });
  return user;
}

/** A timer beside the tasks at which most cases wait: what the workers look for has to be found among many. */
function withTimers(xml: string): string {
  const timers = ['A1', 'A4'].map(
    (task) =>
      `<boundaryEvent id="late_${task}" attachedToRef="${task}"><outgoing>f_late_${task}</outgoing><timerEventDefinition><timeDuration>P20D</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow id="f_late_${task}" sourceRef="late_${task}" targetRef="e" />`,
  );
  return xml.replace('</process>', `${timers.join('')}</process>`);
}

/** Every fifth waits at the first task, the others further on; some with three open tasks at once. */
async function originals(db: Database, actor: Actor, processKey: string): Promise<void> {
  const engine = engineOf(db);
  for (let index = 0; index < ORIGINALS; index += 1) {
    const started = await engine.write((tx) => startInstance(tx, actor, { processKey, variables: { amount: 10, again: false } }));
    for (let step = 0; step < index % 5; step += 1) {
      const [task] = await engine.read((tx) => openTasksOf(tx, started.instanceId));
      if (task) await engine.write((tx) => completeTask(tx, actor, task.id, { outcome: 'complete', data: {} }));
    }
  }
  // notifications of these have no counterpart in the copies
  await forgetJobs(db);
}

interface Subjects {
  readonly db: Database;
  readonly http: Http;
  readonly asRoot: Http;
  readonly asSupervisor: Http;
  readonly actor: Actor;
  readonly samples: number;
}

async function timesOf({ db, http, asRoot, asSupervisor, actor, samples }: Subjects) {
  const engine = engineOf(db);
  const tasks = await randomTasks(db, samples + 5);
  const completing = async ({ id, assigneeId }: OpenTask) =>
    engine.write((tx) => completeTask(tx, { ...actor, userId: Number(assigneeId) }, id, { outcome: 'complete', data: {} }));
  for (const task of tasks.slice(0, 5)) await completing(task);
  const complete = await timed(samples, (index) => completing(tasks[index + 5]!));
  const inbox = () => http.get('bpmnTasks:inbox?tab=todo');
  const board = () => asRoot.get('bpmnSupervision:board');
  const boardOfTown = () => asSupervisor.get('bpmnSupervision:board');
  await forgetJobs(db);
  const idleLook = () => lookIdly(db);
  const takeDue = takesDue(db);
  for (const work of [inbox, board, boardOfTown, idleLook, takeDue]) await work();
  const times = {
    complete: timing(complete),
    inbox: timing(await timed(Math.min(samples, 30), inbox)),
    board: timing(await timed(Math.min(samples, 5), board)),
    boardOfTown: timing(await timed(Math.min(samples, 30), boardOfTown)),
    idleLook: timing(await timed(samples, idleLook)),
    takeDue: timing(await timed(Math.min(samples, 30), takeDue)),
    wholeReads: [
      ...(await wholeReads(db, 'inbox', inbox)),
      ...(await wholeReads(db, 'board', board)),
      ...(await wholeReads(db, 'board of a town', boardOfTown)),
      ...(await wholeReads(db, 'look while nothing is due', idleLook)),
      ...(await wholeReads(db, 'due timers', takeDue)),
    ],
  };
  await giveBack(db);
  return times;
}

const timing = (taken: readonly number[]): Timing => ({ p50Ms: percentile(taken, 0.5), p95Ms: percentile(taken, 0.95) });

interface OpenTask {
  readonly id: string;
  readonly assigneeId: string;
}

async function randomTasks(db: Database, count: number): Promise<OpenTask[]> {
  return db.sequelize.query<OpenTask>(
    `SELECT "id", "assigneeId" FROM (SELECT DISTINCT ON ("instanceId") "id", "assigneeId" FROM "bpmnTasks"
       WHERE "status" = 'open' AND "elementId" IN ('A1', 'A4') AND "id" LIKE 'c%' AND random() < :share) s ORDER BY random() LIMIT :count`,
    { replacements: { count, share: await shareFor(db, count * 20) }, type: QueryTypes.SELECT },
  );
}

async function shareFor(db: Database, wanted: number): Promise<number> {
  const [row] = await db.sequelize.query<{ count: string }>(`SELECT count(*) AS count FROM "bpmnTasks" WHERE "status" = 'open'`, {
    type: QueryTypes.SELECT,
  });
  return Math.min(1, wanted / Number(row?.count));
}

/** What a request reads from the first row to the last, of tables that grow with the cases. */
async function wholeReads(db: Database, request: string, work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const { options } = db.sequelize as unknown as { options: { logging: unknown } }; // Sequelize reads it before each statement
  const before = options.logging;
  options.logging = (line: string) => void asked.push(line.replace(/^Executed \([^)]*\): /, ''));
  await work().finally(() => (options.logging = before));
  const found: string[] = [];
  for (const sql of asked.filter((one) => one.startsWith('SELECT'))) {
    const plan = await db.sequelize.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, { type: QueryTypes.SELECT });
    const scans = plan.map(
      (row) =>
        /Seq Scan on "(bpmn(?:Instances|Tasks|TaskCandidates|Subscriptions|Tokens|Jobs|History))"/.exec(row['QUERY PLAN'])?.[1],
    );
    for (const table of scans) if (table !== undefined) found.push(`${request}: all of ${table}`);
  }
  return [...new Set(found)];
}
