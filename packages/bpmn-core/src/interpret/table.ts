import type { RowChanges } from '../contract';

interface Source<Row> {
  /** The row as the host holds it; may throw the host's own "not loaded". */
  load(id: string): Row | undefined;
  loadGroup(groupId: string): readonly Row[];
  groupOf(row: Row): string | null;
  /** Groups that began in this command have no rows at the host: it is not asked. */
  isNewGroup(groupId: string): boolean;
}

/**
 * The rows of one kind during one command: the host's rows, read when needed, under the changes made so far. Every change
 * can be taken back, so that a step that fails half-way leaves nothing behind.
 */
export class Table<Row extends { readonly id: string }> {
  private readonly stored = new Map<string, Row>();
  private readonly current = new Map<string, Row | null>();
  private readonly insertedByGroup = new Map<string, Set<string>>();
  private readonly undo: (() => void)[] = [];

  constructor(private readonly source: Source<Row>) {}

  get(id: string): Row | undefined {
    const known = this.current.get(id);
    if (known !== undefined) return known ?? undefined;
    const row = this.source.load(id);
    if (row) this.remember(row);
    return row;
  }

  /** In order of creation, whatever order the host has. */
  inGroup(groupId: string): readonly Row[] {
    const rows: Row[] = [];
    for (const row of this.source.isNewGroup(groupId) ? [] : this.source.loadGroup(groupId)) {
      this.remember(row);
      const now = this.current.get(row.id);
      if (now) rows.push(now);
    }
    for (const id of this.insertedByGroup.get(groupId) ?? []) {
      const row = this.current.get(id);
      if (row) rows.push(row);
    }
    return rows.sort((a, b) => sequenceOf(a.id) - sequenceOf(b.id));
  }

  /**
   * Whether a row of a group is so now. Rows that this command knows are asked here; of the others the host looks for one, however many there are.
   *
   * @param findStored a row of the group that is so at the host and is none of these
   */
  someInGroup(
    groupId: string,
    isMeant: (row: Row) => boolean,
    findStored: (except: ReadonlySet<string>) => Row | undefined,
  ): boolean {
    for (const row of this.current.values()) if (row && this.source.groupOf(row) === groupId && isMeant(row)) return true;
    return !this.source.isNewGroup(groupId) && findStored(new Set(this.current.keys())) !== undefined;
  }

  /** Takes in rows that came from the host by another way; returns them as they are now. */
  adopt(rows: readonly Row[]): readonly Row[] {
    for (const row of rows) this.remember(row);
    return rows.flatMap((row) => this.current.get(row.id) ?? []);
  }

  isInserted(id: string): boolean {
    return this.current.has(id) && !this.stored.has(id);
  }

  /** Rows of this command that the host does not have yet. */
  inserted(): readonly Row[] {
    return [...this.current.values()].filter((row) => row !== null).filter((row) => !this.stored.has(row.id));
  }

  insert(row: Row): void {
    const group = this.groupFor(row);
    group.add(row.id);
    this.write(row.id, row, () => group.delete(row.id));
  }

  update(row: Row): void {
    this.write(row.id, row);
  }

  delete(id: string): void {
    this.write(id, null);
  }

  /** A point to come back to with {@link rollback}. */
  mark(): number {
    return this.undo.length;
  }

  rollback(mark: number): void {
    while (this.undo.length > mark) this.undo.pop()?.();
  }

  /** What differs from the host's rows, in order of creation; a row that came and went in one command does not show. */
  changes(): RowChanges<Row> {
    const inserted: Row[] = [];
    const updated: Row[] = [];
    const deletedIds: string[] = [];
    const rows = [...this.current].sort(([a], [b]) => sequenceOf(a) - sequenceOf(b));
    for (const [id, row] of rows) {
      const before = this.stored.get(id);
      if (!before && row) inserted.push(row);
      else if (before && !row) deletedIds.push(id);
      else if (before && row && before !== row && JSON.stringify(before) !== JSON.stringify(row)) updated.push(row);
    }
    return { inserted, updated, deletedIds };
  }

  private remember(row: Row): void {
    if (this.current.has(row.id)) return;
    this.stored.set(row.id, row);
    this.current.set(row.id, row);
  }

  private write(id: string, row: Row | null, alsoUndo?: () => void): void {
    const before = this.current.get(id);
    this.current.set(id, row);
    this.undo.push(() => {
      if (before === undefined) this.current.delete(id);
      else this.current.set(id, before);
      alsoUndo?.();
    });
  }

  private groupFor(row: Row): Set<string> {
    const groupId = this.source.groupOf(row) ?? '';
    const group = this.insertedByGroup.get(groupId) ?? new Set();
    this.insertedByGroup.set(groupId, group);
    return group;
  }
}

function sequenceOf(id: string): number {
  return Number(id.slice(id.lastIndexOf(':') + 1));
}
