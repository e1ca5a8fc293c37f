import { jobHandlersOf } from '@wuxin/plugin-bpmn';
import { noticePath, type WallPart } from '@wuxin/notice-wall';
import type { Application } from '@nocobase/server';
import { z } from 'zod';
import { wallOf } from '../publication';
import { wallChanged, WRITE_JOB } from './change';
import { registerWallDoor } from './door';
import { wallHomeOf } from './home';
import { ensureWall, RebuildJob, rebuildStep } from './rebuild';
import { REBUILD_JOB } from './rebuild-start';
import { lockWall } from './store';
import { writeParts } from './write';

const part: z.ZodType<WallPart> = z.discriminatedUnion('part', [
  z.object({ part: z.literal('front') }),
  z.object({ part: z.literal('archive'), scope: z.string() }),
  z.object({ part: z.literal('list'), list: z.string(), page: z.union([z.number(), z.literal('front')]) }),
  z.object({ part: z.literal('notice'), noticeId: z.string() }),
]);
const WriteJob = z.object({ parts: z.array(part) });

/** The public wall: told of notices, written by jobs, served before everything else. */
export function registerWall(app: Application): void {
  const { db } = app;
  const home = wallHomeOf(db);
  home.name = app.name;
  wallOf(db).register({
    pathOf: (token) => `${home.path}${noticePath(token)}`,
    changed: (noticeId) => wallChanged(db, noticeId),
  });
  jobHandlersOf(db).set(WRITE_JOB, {
    kind: 'inTransaction',
    async run(tx, { payload }) {
      await lockWall(tx);
      await writeParts(tx, WriteJob.parse(payload).parts);
    },
  });
  jobHandlersOf(db).set(REBUILD_JOB, {
    kind: 'inTransaction',
    run: (tx, { payload }) => rebuildStep(tx, RebuildJob.parse(payload)),
  });
  registerWallDoor(app);
  // NocoBase waits for what a listener returns, though its types do not say so; a wall that cannot be looked at does not keep it from starting
  const look = () => ensureWall(db).catch((error: unknown) => app.log.error('wuxin: the wall was not looked at', { error }));
  app.on('afterStart', look as () => void);
}
