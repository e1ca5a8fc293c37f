import { inChild } from '../child';
import { postgresDatabase } from '../databases';
import { figure } from '../figures';
import type { Report, Table } from '../report';
import type { AtSize, ScaleInput } from './child';
import type { TableSize } from './sizes';

/** As many cases as what they take, and an audit of them, are printed for. */
const DETAILS_AT = 100_000;

/** What a million waiting cases change for those who work on one of them. */
export async function benchScale(isShort: boolean): Promise<Report> {
  const database = await postgresDatabase();
  if (!database) throw new Error('this benchmark needs PostgreSQL: its programs, or DB_* that name a database');
  const input: ScaleInput = isShort
    ? { sizes: [40, 200], samples: 3, auditedAt: 200 }
    : { sizes: [1_000, DETAILS_AT, 1_000_000], samples: 200, auditedAt: DETAILS_AT };
  try {
    const results = await inChild<readonly AtSize[]>('scale', database, input, { WUXIN_WORKER: 'off' });
    return {
      name: 'scale',
      title: 'Many waiting cases',
      command: 'npm run bench -- scale --write',
      intro: INTRO,
      versions: [database.version, 'NocoBase 2.2.15'],
      tables: [
        {
          title: 'By the number of waiting cases',
          columns: [
            'waiting',
            'complete p50 ms',
            'p95',
            'times the first',
            'inbox p50',
            'p95',
            'look p50',
            'p95',
            'due timers p50',
            'p95',
            'board of all p50',
            'of a town',
            'bytes a case',
            'rows a case',
          ],
          rows: results.map((at) => rowOf(at, results[0])),
          notes: [
            `Read as a whole at the last size: ${results.at(-1)?.wholeReads.join('; ') || 'no table that grows with the cases'}.`,
          ],
        },
        ...results.filter(({ audited }) => audited !== undefined).flatMap(detailsOf),
      ],
    };
  } finally {
    database.stop();
  }
}

const INTRO = `Cases of the model with 15 activities wait at its first five places. Twenty are made by the commands; their rows are then copied by multi-row SQL under
other ids, among a thousand communities and among holders of 32 to 96 open tasks each. Completions are of random cases (command alone, no worker); inbox and
board are whole requests over HTTP, the inbox of such a holder with all its counts, the board of an administrator, who sees every case, and that of a
supervisor of one of 40 towns. _Look_ is what a worker asks every second, of timers, start timers and jobs, in its two transactions while nothing is due;
_due timers_ is how it takes 25 of those that are due when there are many, with the leases that it writes. Both are the worker's own code.`;

function detailsOf({ waiting, tables, historyParts, audited }: AtSize): Table[] {
  return [
    {
      title: `What one of ${waiting.toLocaleString('en-US')} waiting cases takes on the disk`,
      columns: ['table', 'bytes', 'indexes, bytes', 'rows'],
      rows: tables
        .filter((table) => bytesOf(table) / waiting >= 1)
        .map(({ name, ...size }) => [
          `\`${name}\``,
          ...[size.tableBytes, size.indexBytes].map((bytes) => whole(bytes / waiting)),
          figure(size.rows / waiting),
        ]),
      notes: ['The cases have completed two tasks each on average. Tables that take less than a byte a case are left out.'],
    },
    {
      title: 'What a row of history takes',
      columns: ['column or index', 'bytes'],
      rows: historyParts
        .filter(({ bytesPerRow }) => bytesPerRow >= 1)
        .map(({ name, bytesPerRow }) => [`\`${name}\``, whole(bytesPerRow)]),
      notes: ['A row has 28 bytes besides, for its header and its pointer.'],
    },
    {
      title: `An audit of ${waiting.toLocaleString('en-US')} cases`,
      columns: ['cases', 'rows of history', 'seconds', 'resident memory before, MiB', 'at most'],
      rows: audited
        ? [
            [
              whole(audited.cases),
              whole(audited.historyRows),
              figure(audited.seconds),
              figure(audited.beforeMiB),
              figure(audited.mostMiB),
            ],
          ]
        : [],
      notes: [
        `What \`npm run audit -- verify\` runs, in a process of its own. The copies' histories are hashed as the commands would have, and it finds them whole; Node lets garbage lie
as long as there is memory.`,
      ],
    },
  ];
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const bytesOf = ({ tableBytes, indexBytes }: TableSize): number => tableBytes + indexBytes;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function rowOf(at: AtSize, first: AtSize | undefined): string[] {
  const ratio = at.complete.p50Ms / (first?.complete.p50Ms ?? Number.NaN);
  const times = [
    at.complete.p50Ms,
    at.complete.p95Ms,
    ratio,
    at.inbox.p50Ms,
    at.inbox.p95Ms,
    at.idleLook.p50Ms,
    at.idleLook.p95Ms,
    at.takeDue.p50Ms,
    at.takeDue.p95Ms,
    at.board.p50Ms,
    at.boardOfTown.p50Ms,
  ];
  const bytes = sum(at.tables.map(bytesOf)) / at.waiting;
  const rows = sum(at.tables.map((table) => table.rows)) / at.waiting;
  return [at.waiting.toLocaleString('en-US'), ...times.map(figure), figure(bytes), figure(rows)];
}
