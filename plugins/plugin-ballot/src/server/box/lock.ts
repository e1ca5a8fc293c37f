import type { Tx } from '@wuxin/plugin-bpmn';
import { readUnlogged } from '../store';

/** Tells our locks from those of others on the same server; any number does. */
const LOCKS_OF_BOXES = 20_734_811;

const lockIn = async (tx: Tx, how: '' | '_shared', meetingId: string): Promise<void> => {
  if (tx.db.sequelize.getDialect() !== 'postgres') return; // SQLite has one writer at a time
  await readUnlogged(tx, `SELECT pg_advisory_xact_lock${how}($1::int, hashtext($2))`, [LOCKS_OF_BOXES, meetingId]);
};

/**
 * Held by a ballot while it is cast; many at a time. It lies in memory: a lock on a row, of the slip or of the motion, would leave the number of the
 * voter's transaction in the table.
 */
export const shareBoxes = (tx: Tx, meetingId: string): Promise<void> => lockIn(tx, '_shared', meetingId);

/** Held by what ends or changes who may cast: it waits for ballots that are under way, and later ones find what it has written. */
export const holdBoxes = (tx: Tx, meetingId: string): Promise<void> => lockIn(tx, '', meetingId);
