import type { Desk } from '../../__fixtures__';
import { isSqlite } from '../../store';

/**
 * Does somebody wait who needs no row of the first, or passes by those that it has locked? On SQLite, which has one writer.
 * On PostgreSQL they are done while the first is still held: that they have met is seen from this.
 */
export const waitsAsWriterOnly = ({ db }: Desk): boolean => isSqlite(db);
