import type { Database } from '@nocobase/database';
import { QueryTypes } from 'sequelize';
import type { Tx } from '../runtime/tx';
import { isSqlite } from './dialect';

interface Write {
  readonly sql: string;
  /** It must change exactly one row, else this is thrown. */
  readonly missed?: () => Error;
}

/**
 * Statements of one command that change rows and that nothing waits for. They go out in order, on PostgreSQL in one message: a
 * command waits for the database once instead of once for each table.
 */
export class Writes {
  private readonly gathered: Write[] = [];

  /** @param sql undefined: nothing is to be written */
  add(sql: string | undefined): void {
    if (sql !== undefined) this.gathered.push({ sql });
  }

  /** A statement that finds its row or the command has lost a race. */
  addForOne(sql: string, missed: () => Error): void {
    this.gathered.push({ sql, missed });
  }

  async send(tx: Tx): Promise<void> {
    const writes = this.gathered.splice(0);
    if (writes.length === 0) return;
    if (isSqlite(tx.db)) for (const { sql, missed } of writes) throwIfMissed(await changing(tx, sql), missed);
    else await sendTogether(tx, writes);
  }
}

/** Changes rows and says how many. */
export async function changing({ db, transaction }: ChangeTx, sql: string): Promise<number> {
  return db.sequelize.query(sql, { type: QueryTypes.BULKUPDATE, raw: true, transaction } as { type: QueryTypes.BULKUPDATE }); // its types know no `raw` here
}

type ChangeTx = Pick<Tx, 'transaction'> & { readonly db: Database };

function throwIfMissed(changed: number, missed: Write['missed']): void {
  if (missed && changed !== 1) throw missed();
}

/** Sequelize adds up the rows that several statements change; those that must change one say so by a row each. */
async function sendTogether({ db, transaction }: Tx, writes: readonly Write[]): Promise<void> {
  const sql = writes
    .map((write, index) => (write.missed ? `${write.sql} RETURNING ${index} AS "written"` : write.sql))
    .join(';\n');
  const [rows] = (await db.sequelize.query(sql, { type: QueryTypes.RAW, raw: true, transaction })) as [
    { written: number }[],
    unknown,
  ]; // rows of all statements
  writes.forEach(({ missed }, index) => throwIfMissed(rows.filter(({ written }) => written === index).length, missed));
}
