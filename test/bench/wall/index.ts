import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  memoryWall,
  noticePath,
  parseWallOptions,
  planChange,
  rebuildWall,
  renderParts,
  writeWall,
  type MemoryWall,
  type WallOptions,
} from '@wuxin/notice-wall';
import { figure, percentile } from '../figures';
import type { Report } from '../report';
import { benchId, benchNotice } from './notices';
import { readWall } from './readers';

const CHANGES = 100;
const PLAIN = parseWallOptions({ title: '公示栏', address: 'https://wall.example.org', searchAt: '/api/wall/search' });
const WITH_SEARCH = parseWallOptions({ title: '公示栏', address: 'https://wall.example.org', searchShards: 256 });

/** The wall as a folder: what readers wait for, and what one more notice costs. */
export async function benchWall(isShort: boolean): Promise<Report> {
  const sizes = isShort ? [100, 300] : [1_000, 10_000, 100_000];
  const pages = isShort ? 100 : 6_000;
  const folder = await files.mkdtemp(join(tmpdir(), 'wuxin-wall-'));
  try {
    const plain = await growing(PLAIN, folder, sizes);
    const wanted = randomPages(sizes.at(-1) ?? 0, pages);
    const readings = await readWall(folder, wanted);
    const searching = await growing(WITH_SEARCH, await files.mkdtemp(join(folder, 'search-')), sizes.slice(0, -1));
    const { requests, failed, p50, p95, p99, most, isCold } = readings;
    const rows = [[count(sizes.at(-1) ?? 0), count(requests), count(failed), ...[p50, p95, p99, most].map(figure)]];
    return {
      name: 'wall',
      title: 'Public wall',
      command: 'npm run bench -- wall --write',
      intro: `Notices of 60 communities, each with text and a table of twelve rows, as files on this machine's disk; lists in memory. Readers, server and disk share the machine.`,
      versions: [],
      tables: [
        { title: 'One more notice: planned, rendered, written', columns: CHANGE_COLUMNS, rows: [...plain, ...searching] },
        {
          title: '200 requests a second over random notices',
          columns: ['notices', 'requests', 'failed', 'p50 ms', 'p95', 'p99', 'most'],
          rows,
          notes: [
            `Each page is asked for once, of a plain Node server that was just started and keeps nothing; a request is measured from when it was due. ${
              isCold
                ? 'The operating system was asked to forget the files before.'
                : 'What the operating system still had of the files is not known.'
            }`,
          ],
        },
      ],
    };
  } finally {
    await files.rm(folder, { recursive: true, force: true });
  }
}

const CHANGE_COLUMNS = [
  'notices',
  'search lists',
  'files written',
  'most',
  'p50 ms',
  'p95',
  'most',
  'whole wall, s',
  'files of the wall',
];

/** A row for each size: the whole wall is written, then more notices come one by one. */
async function growing(options: WallOptions, folder: string, sizes: readonly number[]): Promise<string[][]> {
  const wall = memoryWall();
  const rows: string[][] = [];
  let published = 0;
  for (const size of sizes) {
    for (; published < size - CHANGES; published += 1)
      wall.save(await planChange(options, wall, { kind: 'publish', notice: benchNotice(published) }));
    const whole = await writeWhole(options, wall, folder);
    const times: number[] = [];
    const written: number[] = [];
    for (; published < size; published += 1) {
      const begun = performance.now();
      written.push(await publish(options, wall, folder, published));
      times.push(performance.now() - begun);
    }
    rows.push([
      count(size),
      options.searchShards === null ? 'none' : String(options.searchShards),
      ...[percentile(written, 0.5), percentile(written, 1)].map(count),
      ...[0.5, 0.95, 1].map((share) => figure(percentile(times, share))),
      figure(whole.seconds),
      count(whole.files),
    ]);
  }
  return rows;
}

async function publish(options: WallOptions, wall: MemoryWall, path: string, index: number): Promise<number> {
  const plan = await planChange(options, wall, { kind: 'publish', notice: benchNotice(index) });
  wall.save(plan);
  const changes = await renderParts(options, wall, plan.touched);
  await writeWall({ files, path }, changes);
  return changes.written.length;
}

async function writeWhole(options: WallOptions, wall: MemoryWall, path: string): Promise<{ seconds: number; files: number }> {
  const begun = performance.now();
  let written = 0;
  for await (const changes of rebuildWall(options, wall)) {
    await writeWall({ files, path }, changes);
    written += changes.written.length;
  }
  return { seconds: (performance.now() - begun) / 1_000, files: written };
}

/** Without repetition, and the same in every run. */
function randomPages(notices: number, pages: number): string[] {
  const step = Math.floor(notices * 0.618) | 1;
  return Array.from({ length: Math.min(pages, notices) }, (_, index) => noticePath(benchId((index * step) % notices)));
}

const count = (value: number): string => value.toLocaleString('en-US');
