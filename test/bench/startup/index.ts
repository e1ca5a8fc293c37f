import { inChild } from '../child';
import { sqliteDatabase, type BenchDatabase } from '../databases';
import { figure, median } from '../figures';
import type { Report } from '../report';
import type { Booted, BootInput } from './child';

/** What our plugin adds to the start of a NocoBase and to its memory. */
export async function benchStartup(isShort: boolean): Promise<Report> {
  const kinds = [
    { name: 'NocoBase', isWithOurs: false, database: sqliteDatabase(), boots: [] as Booted[] },
    { name: 'with plugin-bpmn', isWithOurs: true, database: sqliteDatabase(), boots: [] as Booted[] },
  ];
  try {
    for (const { database, isWithOurs } of kinds) await boot(database, { isWithOurs, isFirst: true });
    // in turn, so that what else the machine does meets both
    for (let run = 0; run < (isShort ? 1 : 7); run += 1) {
      for (const { database, isWithOurs, boots } of kinds) boots.push(await boot(database, { isWithOurs, isFirst: false }));
    }
  } finally {
    kinds.forEach(({ database }) => database.stop());
  }
  const rows = kinds.map(({ name, boots }) => [name, ...figuresOf(boots).map(figure)]);
  const [without = [], withOurs = []] = kinds.map(({ boots }) => figuresOf(boots));
  const added = ['added', ...withOurs.map((value, index) => figure(value - (without[index] ?? Number.NaN)))];
  return {
    name: 'startup',
    title: 'Start and memory',
    command: 'npm run bench -- startup --write',
    intro: `Starting an installed NocoBase with the plugins that ours needs (${'users, workflow, notifications …'}), with and without ours; SQLite, medians of 7 starts in processes of their own.`,
    versions: ['NocoBase 2.2.15'],
    tables: [{ title: 'One start', columns: ['', 'start, ms', 'resident memory, MiB', 'heap, MiB'], rows: [...rows, added] }],
  };
}

const boot = (database: BenchDatabase, input: BootInput): Promise<Booted> =>
  inChild<Booted>('boot', database, input, { WUXIN_WORKER: 'on', NODE_OPTIONS: '--expose-gc' });

const figuresOf = (boots: readonly Booted[]): number[] => [
  median(boots.map(({ startMs }) => startMs)),
  median(boots.map(({ rssMiB }) => rssMiB)),
  median(boots.map(({ heapMiB }) => heapMiB)),
];
