import { fixedFiles, WALL_KINDS, writeWall, type WallPart } from '@wuxin/notice-wall';
import { engineOf, type Tx } from '@wuxin/plugin-bpmn';
import type { Database } from '@nocobase/database';
import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { queueStep, startRebuild, type RebuildStep } from './rebuild-start';
import { digestOf, wallOptions } from './settings';
import { changeWallRow, countOfNotices, entriesAfter, lockWall, noticeIdsAfter, wallSource } from './store';
import { wallHomeOf } from './home';
import { openFolder, writeParts } from './write';

/** So many that a step is short, so few that steps are not many. */
const ENTRIES = 2_000;
const NOTICES = 200;

export const RebuildJob = z.object({
  id: z.string(),
  step: z.discriminatedUnion('stage', [
    z.object({ stage: z.literal('fixed') }),
    z.object({ stage: z.literal('lists'), list: z.string(), sequence: z.number() }),
    z.object({ stage: z.literal('notices'), after: z.string() }),
  ]),
});

/** One step of writing every file anew; the next one is another job, so that changes come between. */
export async function rebuildStep(tx: Tx, { id, step }: z.output<typeof RebuildJob>): Promise<void> {
  const { rebuild } = await lockWall(tx);
  if (rebuild?.id !== id || rebuild.finishedAt !== null) return;
  const { next, notices } = await carryOut(tx, step);
  const written = rebuild.written + notices;
  if (next) {
    await changeWallRow(tx, { rebuild: { ...rebuild, written } });
    return queueStep(tx, id, next);
  }
  const total = await countOfNotices(tx);
  await changeWallRow(tx, {
    rebuild: { ...rebuild, written, notices: total, finishedAt: tx.now },
    writtenDigest: rebuild.digest,
  });
}

async function carryOut(tx: Tx, step: RebuildStep): Promise<{ readonly next: RebuildStep | null; readonly notices: number }> {
  switch (step.stage) {
    case 'fixed': {
      const folder = await openFolder(tx);
      await writeWall(folder, { written: fixedFiles(await wallOptions(tx)), removed: [] });
      await writeParts(tx, await fronts(tx));
      return { next: { stage: 'lists', list: '', sequence: 0 }, notices: 0 };
    }
    case 'lists': {
      const entries = await entriesAfter(tx, step, ENTRIES);
      const pages = entries.map(({ list, page }): WallPart => ({ part: 'list', list, page }));
      const open = entries.map(({ list }): WallPart => ({ part: 'list', list, page: 'front' }));
      await writeParts(tx, withoutDoubles([...open, ...pages]));
      const last = entries.at(-1);
      if (!last) return { next: { stage: 'notices', after: '' }, notices: 0 };
      return { next: { stage: 'lists', list: last.list, sequence: last.sequence }, notices: 0 };
    }
    case 'notices': {
      const ids = await noticeIdsAfter(tx, step.after, NOTICES);
      await writeParts(tx, ids.map((noticeId): WallPart => ({ part: 'notice', noticeId }))); // prettier-ignore
      const last = ids.at(-1);
      return { next: last === undefined ? null : { stage: 'notices', after: last }, notices: ids.length };
    }
  }
}

/** Also of lists that are empty. */
async function fronts(tx: Tx): Promise<WallPart[]> {
  const front = (list: string): WallPart => ({ part: 'list', list, page: 'front' });
  const ofPlaces = (await wallSource(tx).places()).flatMap(({ id }): WallPart[] => [
    { part: 'archive', scope: `c/${id}` },
    front(`c/${id}`),
    ...WALL_KINDS.map((kind) => front(`c/${id}/${kind}`)),
  ]);
  return [{ part: 'front' }, { part: 'archive', scope: 'all' }, front('all'), ...ofPlaces];
}

const withoutDoubles = (parts: readonly WallPart[]): WallPart[] => [
  ...new Map(parts.map((part) => [JSON.stringify(part), part])).values(),
];

/** At every start: a wall that was never written, that lost its folder, or whose pages look otherwise since an upgrade. */
export async function ensureWall(db: Database): Promise<void> {
  const hasFolder = await files.stat(join(wallHomeOf(db).folder, 'index.html')).then(
    () => true,
    () => false,
  );
  await engineOf(db).write(async (tx) => {
    const { rebuild, writtenDigest } = await lockWall(tx);
    const digest = digestOf(await wallOptions(tx));
    const isUnderWay = rebuild !== null && rebuild.finishedAt === null && rebuild.digest === digest;
    if (isUnderWay || (hasFolder && writtenDigest === digest)) return;
    await startRebuild(tx, digest);
  });
}
