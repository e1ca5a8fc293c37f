import type { Database } from '@nocobase/database';
import { perDatabase } from '../runtime/per-database';
import { tables } from '../store';

class RecordCollections {
  private names: ReadonlySet<string> = new Set();

  get known(): ReadonlySet<string> {
    return this.names;
  }

  async refresh(db: Database): Promise<void> {
    const processes = await tables.processes.select({ db }, {});
    this.names = new Set(processes.flatMap(({ recordCollection }) => recordCollection ?? []));
  }

  add(name: string | null): void {
    if (name) this.names = new Set([...this.names, name]);
  }
}

const collections = perDatabase(() => new RecordCollections());

/** Which collections hold records of instances: kept in memory, because every write of NocoBase asks. */
export const recordCollectionsOf = (db: Database) => () => collections(db).known;
export const refreshRecordCollections = (db: Database) => collections(db).refresh(db);
export const addRecordCollection = (db: Database, name: string | null) => collections(db).add(name);
