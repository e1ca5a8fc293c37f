import { z } from 'zod';
import { SYSTEM } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import type { JobRecord } from '../store';
import { openInstance, save } from './opened-instance';

const Told = z.object({ callerId: z.string() });

/**
 * A case that somebody called is due at another time: its caller becomes as late as the most urgent of what it waits for, and
 * tells its own caller when that changed something. From: running, suspended; a caller that has ended has no deadline any more.
 * It moves no token and writes no history.
 */
export async function refreshCallerDeadline(tx: Tx, job: JobRecord): Promise<void> {
  const { callerId } = Told.parse(job.payload);
  const opened = await openInstance(tx, SYSTEM, callerId);
  if (opened.instance.endedAt !== null) return;
  opened.unit.noteCalledDeadline();
  await save(opened);
}
