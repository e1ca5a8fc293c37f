import { inChild } from '../child';
import { postgresDatabase, sqliteDatabase, type BenchDatabase } from '../databases';
import { figure } from '../figures';
import type { Report, Table } from '../report';
import type { ServerInput, ServerResult } from './child';
import type { Measured } from './subject';

/** The plugin inside NocoBase, against bpmn-engine with its state in the same database and NocoBase's own workflow. */
export async function benchServer(isShort: boolean): Promise<Report> {
  const databases = [sqliteDatabase(), await postgresDatabase()].filter((database) => database !== undefined);
  const results: { database: BenchDatabase; result: ServerResult }[] = [];
  try {
    for (const database of databases) {
      const input: ServerInput = { isShort };
      results.push({ database, result: await inChild<ServerResult>('server', database, input, { WUXIN_WORKER: 'on' }) });
    }
  } finally {
    databases.forEach((database) => database.stop());
  }
  return {
    name: 'server',
    title: 'Server',
    command: 'npm run bench -- server --write',
    intro: INTRO,
    versions: [...databases.map(({ version }) => version), 'NocoBase 2.2.15', 'bpmn-engine 25.0.1'],
    tables: [commands(results), overHttp(results), loads(results), openTokens(results)],
  };
}

const INTRO = `One NocoBase process, with the worker that sends notifications on, as in production. Each case is begun and every user task completed
until it has ended; the median and the 95th percentile are of single completions. _ms an instance_ is its beginning and its completions by themselves; _instances/s_
is those that were begun and ended, divided by all the time that went by: looking for the next task, which a client does between two completions, is in it.`;

type Results = readonly { database: BenchDatabase; result: ServerResult }[];

const speed = ({ p50Ms, p95Ms }: Measured): string[] => [figure(p50Ms), figure(p95Ms)];

const wholeSpeed = (measured: Measured): string[] => [
  ...speed(measured),
  figure(measured.msPerInstance),
  figure(measured.instancesPerSecond),
];

const commands = (results: Results): Table => ({
  title: 'Commands alone, ms to complete a task',
  columns: [
    'database',
    'model',
    'tasks',
    'Wuxin p50',
    'p95',
    'ms an instance',
    'instances/s',
    'bpmn-engine p50',
    'p95',
    'ms an instance',
    'instances/s',
    'ratio of p50',
  ],
  rows: results.flatMap(({ database, result }) =>
    Object.entries(result.commands).map(([model, { wuxin, bpmnEngine }]) => [
      database.name,
      model,
      String(wuxin.completions),
      ...wholeSpeed(wuxin),
      ...wholeSpeed(bpmnEngine),
      figure(bpmnEngine.p50Ms / wuxin.p50Ms),
    ]),
  ),
  notes: [
    `Wuxin's completion does in its transaction: rights, the task's closing, the next task with its candidates, the job of the notification, a hash-chained
history. bpmn-engine's loads the state from a table of this one purpose under a row lock, completes, and saves it: no task list, no history, no rights, no
notification. Both use NocoBase's Sequelize and its pool. Its driver knows by itself what waits, so nothing is looked for between two of its completions; ours asks the
database for the open tasks.`,
  ],
});

const overHttp = (results: Results): Table => ({
  title: 'Five tasks in a row over HTTP, ms to complete a task',
  columns: [
    'database',
    'Wuxin p50',
    'p95',
    'ms an instance',
    'instances/s',
    'NocoBase workflow p50',
    'p95',
    'ms an instance',
    'instances/s',
    'ratio of p50',
  ],
  rows: results.map(({ database, result: { http } }) => [
    database.name,
    ...wholeSpeed(http.wuxin),
    ...wholeSpeed(http.workflow),
    figure(http.workflow.p50Ms / http.wuxin.p50Ms),
  ]),
  notes: [
    `NocoBase's equivalent is a workflow of five manual nodes with a form of no fields. It answers before the next task is there and goes on in the background, so
its time ends when the next task's row is written; ours is there when the request is answered. It keeps no history and no deadlines, has no candidates, and
loses the step when the process dies between the answer and the next task. Its next task is asked for until it can be done, which its instances/s include.`,
  ],
});

const loads = (results: Results): Table => ({
  title: 'Instances of five tasks a second, and the event loop',
  columns: ['database', 'at a time', 'instances/s', 'tasks/s', 'event loop away, p99 ms', 'longest ms'],
  rows: results.flatMap(({ database, result: { commands: byModel, parallel } }) => {
    const alone = Object.values(byModel)[0]?.wuxin;
    return [...(alone ? [loadRow(database.name, '1', alone)] : []), loadRow(database.name, '4', parallel)];
  }),
});

function loadRow(database: string, atATime: string, measured: Measured): string[] {
  const tasksPerSecond = measured.instancesPerSecond * 5;
  return [database, atATime, ...[measured.instancesPerSecond, tasksPerSecond, measured.lagP99Ms, measured.lagMaxMs].map(figure)];
}

const openTokens = (results: Results): Table => ({
  title: 'One more vote while others are open, ms',
  columns: ['database', 'open', 'p50', 'p95', 'times the p50 of the first', 'at once p50', 'p95'],
  rows: results.flatMap(({ database, result }) =>
    result.openTokens.map(({ open, settled, atOnce }) => [
      database.name,
      open.toLocaleString('en-US'),
      ...speed(settled),
      figure(settled.p50Ms / (result.openTokens[0]?.settled.p50Ms ?? Number.NaN)),
      ...speed(atOnce),
    ]),
  ),
  notes: [
    `The vote is one of the first 15, which are looked up once before them. _At once_: while the messages to those who are asked still go out, which the same process does in the background; the other
figures are from after that.`,
  ],
});
