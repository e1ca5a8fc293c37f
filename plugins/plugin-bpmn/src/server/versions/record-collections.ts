import type { Database } from '@nocobase/database';
import { perDatabase } from '../runtime/per-database';
import { tables } from '../store';

class RecordCollections {
  private names: ReadonlySet<string> = new Set();
  /** Tells the other nodes. */
  announce: (name: string) => void = () => undefined;

  get known(): ReadonlySet<string> {
    return this.names;
  }

  async refresh(db: Database): Promise<void> {
    const processes = await tables.processes.select({ db }, {});
    this.names = new Set(processes.flatMap(({ recordCollection }) => recordCollection ?? []));
  }

  add(name: string | null): void {
    if (!name || this.names.has(name)) return;
    this.learn(name);
    this.announce(name);
  }

  learn(name: string): void {
    this.names = new Set([...this.names, name]);
  }
}

const collections = perDatabase(() => new RecordCollections());

/** Which collections hold records of instances: kept in memory, because every write of NocoBase asks. */
export const recordCollectionsOf = (db: Database) => () => collections(db).known;
export const refreshRecordCollections = (db: Database) => collections(db).refresh(db);
export const addRecordCollection = (db: Database, name: string | null) => collections(db).add(name);

/** What another node has added. */
export const learnRecordCollection = (db: Database, name: string) => collections(db).learn(name);
/** `announce` is called for each that this node adds. */
export const announceRecordCollections = (db: Database, announce: (name: string) => void) => {
  collections(db).announce = announce;
};
