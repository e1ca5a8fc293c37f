import { resolve } from 'node:path';
import { inChild } from '../child';
import { sqliteDatabase, type BenchDatabase } from '../databases';
import { figure, median } from '../figures';
import type { Report } from '../report';
import type { Booted, BootInput } from './child';

/** What our plugins add to the start of a NocoBase and to its memory. */
export async function benchStartup(isShort: boolean): Promise<Report> {
  const kinds = KINDS.map((kind) => ({ ...kind, database: sqliteDatabase(), boots: [] as Booted[] }));
  try {
    for (const { database, plugins } of kinds) await boot(database, { plugins, isFirst: true });
    // in turn, so that what else the machine does meets all
    for (let run = 0; run < (isShort ? 1 : 7); run += 1) {
      for (const { database, plugins, boots } of kinds) boots.push(await boot(database, { plugins, isFirst: false }));
    }
  } finally {
    kinds.forEach(({ database }) => database.stop());
  }
  const figures = kinds.map(({ boots }) => figuresOf(boots));
  const rows = kinds.map(({ name }, index) => [name, ...(figures[index] ?? []).map(figure)]);
  const added = kinds.flatMap(({ adds }, index) => (adds ? [[adds, ...differences(figures[index], figures[index - 1])]] : []));
  return {
    name: 'startup',
    title: 'Start and memory',
    command: 'npm run bench -- startup --write',
    intro: `Starting an installed NocoBase with the plugins that ours need (users, workflow, notifications, menu …), with and without ours; SQLite, medians of 7 starts
in processes of their own. plugin-community installs the procedures when it is installed, not at a start; it has no demonstration here.`,
    versions: ['NocoBase 2.2.15'],
    tables: [{ title: 'One start', columns: ['', 'start, ms', 'resident memory, MiB', 'heap, MiB'], rows: [...rows, ...added] }],
  };
}

/** Each with the plugins of those before it. */
const KINDS = [
  { name: 'NocoBase', adds: undefined, plugins: [] },
  { name: 'with plugin-bpmn', adds: 'plugin-bpmn adds', plugins: ['@wuxin/plugin-bpmn'] },
  { name: 'with plugin-ballot', adds: 'plugin-ballot adds', plugins: ['@wuxin/plugin-bpmn', '@wuxin/plugin-ballot'] },
  {
    name: 'with plugin-notice',
    adds: 'plugin-notice adds',
    plugins: ['@wuxin/plugin-bpmn', '@wuxin/plugin-ballot', '@wuxin/plugin-notice'],
  },
  {
    name: 'with all four',
    adds: 'plugin-community adds',
    plugins: ['@wuxin/plugin-bpmn', '@wuxin/plugin-ballot', '@wuxin/plugin-notice', '@wuxin/plugin-community'],
  },
] as const;

const differences = (values: readonly number[] = [], before: readonly number[] = []): string[] =>
  values.map((value, index) => figure(value - (before[index] ?? Number.NaN)));

const boot = (database: BenchDatabase, input: BootInput): Promise<Booted> =>
  inChild<Booted>('boot', database, input, {
    WUXIN_WORKER: 'on',
    WUXIN_DEMO: 'off',
    WUXIN_CONTENT_PATH: resolve('workflows'),
    NODE_OPTIONS: '--expose-gc',
  });

const figuresOf = (boots: readonly Booted[]): number[] => [
  median(boots.map(({ startMs }) => startMs)),
  median(boots.map(({ rssMiB }) => rssMiB)),
  median(boots.map(({ heapMiB }) => heapMiB)),
];
