import type { LaterWrites } from './table';

/** Rows of one table in memory, which remembers what has to be written. */
export class RowSet<Row extends { id: string }> {
  private readonly rows = new Map<string, Row>();
  private readonly inserted = new Set<string>();
  private readonly updated = new Set<string>();
  private readonly deleted = new Set<string>();

  /** Rows that are known already (changed in this command, or deleted by it) keep what they are here. */
  load(rows: readonly Row[]): void {
    for (const row of rows) if (!this.rows.has(row.id) && !this.deleted.has(row.id)) this.rows.set(row.id, row);
  }

  get(id: string): Row | undefined {
    return this.rows.get(id);
  }

  isGone(id: string): boolean {
    return this.deleted.has(id);
  }

  values(): Iterable<Row> {
    return this.rows.values();
  }

  insert(row: Row): void {
    this.rows.set(row.id, row);
    this.inserted.add(row.id);
  }

  replace(row: Row): void {
    this.rows.set(row.id, row);
    if (!this.inserted.has(row.id)) this.updated.add(row.id);
  }

  remove(id: string): void {
    this.rows.delete(id);
    this.updated.delete(id);
    // what came and went inside one command never reaches the database
    if (!this.inserted.delete(id)) this.deleted.add(id);
  }

  isNew(id: string): boolean {
    return this.inserted.has(id);
  }

  /** @param gone what to throw when a row is not there any more: it was held under a lock */
  flush(later: LaterWrites<Row>, gone: () => Error): void {
    for (const id of this.updated) {
      const { id: _, ...changes } = this.known(id);
      later.update({ id }, changes as unknown as Partial<Row>); // all columns but the key
    }
    this.writeComingAndGoing(later, gone);
    this.deleted.clear();
    this.updated.clear();
    this.inserted.clear();
  }

  /** A step that leaves one element for the next ends one row and begins one: the row moves on, in one statement. */
  private writeComingAndGoing(later: LaterWrites<Row>, gone: () => Error): void {
    const coming = [...this.inserted].map((id) => this.known(id));
    const [next, ...others] = coming;
    const [leaving, ...alsoLeaving] = this.deleted;
    if (next && leaving && others.length === 0 && alsoLeaving.length === 0) {
      later.updateOne({ id: leaving }, next, gone);
      return;
    }
    if (this.deleted.size > 0) later.delete({ id: [...this.deleted] });
    later.insert(coming);
  }

  private known(id: string): Row {
    const row = this.rows.get(id);
    if (!row) throw new Error(`row ${id} is marked as changed but not held`);
    return row;
  }
}
