import { jobHandlersOf, perDatabase, queueJobs, type Tx } from '@wuxin/plugin-bpmn';
import type { Database } from '@nocobase/database';
import { z } from 'zod';
import type { NoticeRecord } from '../store';

/** What the public wall is for notices. */
export interface Wall {
  /** The address of a notice on the wall, without its host. */
  pathOf(wallToken: string): string;
  /**
   * What may be public of a notice has changed: see `publicNotice`. After the commit, perhaps more than once for one change, never inside a
   * transaction.
   */
  changed(noticeId: string): Promise<void>;
}

const NONE: Wall = { pathOf: (wallToken) => `/wall/n/${wallToken}`, changed: async () => undefined };

class WallRegistry {
  private wall: Wall = NONE;

  register(wall: Wall): void {
    this.wall = wall;
  }

  pathOf(wallToken: string): string {
    return this.wall.pathOf(wallToken);
  }

  changed(noticeId: string): Promise<void> {
    return this.wall.changed(noticeId);
  }
}

/** The wall of an application; until one is registered, nothing is told. */
export const wallOf = perDatabase(() => new WallRegistry());

export const WALL_JOB = 'notice.wall';
const About = z.object({ noticeId: z.string() });

/** Tells the wall once the transaction is done; the same revision is told once, and again on another occasion. */
export const tellWall = (tx: Tx, { id, revision }: Pick<NoticeRecord, 'id' | 'revision'>, occasion = 'notice'): Promise<void> =>
  queueJobs(tx, [
    { kind: WALL_JOB, payload: { noticeId: id }, dueAt: tx.now, idempotencyKey: `${WALL_JOB}:${id}:${occasion}:${revision}` },
  ]);

export function registerWallJob(db: Database): void {
  jobHandlersOf(db).set(WALL_JOB, {
    kind: 'outside',
    run: (job) => wallOf(db).changed(About.parse(job.payload).noticeId),
  });
}
