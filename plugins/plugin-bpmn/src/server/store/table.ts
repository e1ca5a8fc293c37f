import type { Database } from '@nocobase/database';
import { literal, Op, QueryTypes, type Model, type ModelStatic, type Transaction, type WhereOptions } from 'sequelize';
import type { Tx } from '../runtime/tx';
import { contains } from './contains';
import { isSqlite } from './dialect';
import { TableSql, type Cell, type ColumnKind, type OrderBy } from './table-sql';
import { changing, type Writes } from './writes';

/** Another table, whatever its rows are. */
type AnyTable = Pick<Table<never>, 'quoted' | 'columnIn'>;

/** Sequelize's own row where no model instance is built. */
export type RawRow = Record<string, unknown>;

export interface SelectOptions {
  readonly order?: readonly OrderBy[];
  readonly limit?: number;
  readonly offset?: number;
  /** Locks the rows until the transaction ends; SQLite, where one writer runs at a time, needs none. */
  readonly forUpdate?: boolean;
  /** Keeps the rows as they are until the transaction ends; others may read and keep them too. */
  readonly forShare?: boolean;
  readonly skipLocked?: boolean;
}

/**
 * One of our tables with multi-row statements and no model instances: a command is a handful of statements, whatever it
 * touches. JSON is stored as text that we write ourselves, so that bytes are the same on every database.
 */
export class Table<Row extends object> {
  private readonly names: (keyof Row & string)[];
  private readonly statements = new WeakMap<Database, { readonly model: ModelStatic<Model>; readonly sql: TableSql }>();

  constructor(
    readonly collection: string,
    private readonly columns: { readonly [Name in keyof Row & string]: ColumnKind },
  ) {
    this.names = Object.keys(columns) as (keyof Row & string)[]; // the object above has exactly these keys
  }

  async select(tx: ReadTx, where: WhereOptions, options: SelectOptions = {}): Promise<Row[]> {
    const rows = await this.read(tx, this.sql(tx.db).select(undefined, where, { ...options, suffix: lockOf(tx, options) }));
    return rows.map((row) => this.decode(row));
  }

  async find(tx: ReadTx, where: WhereOptions, options: SelectOptions = {}): Promise<Row | undefined> {
    return (await this.select(tx, where, { ...options, limit: 1 }))[0];
  }

  /** Some columns only, for lists over rows that carry long texts. */
  async selectColumns<Name extends keyof Row & string>(
    tx: ReadTx,
    names: readonly Name[],
    where: WhereOptions,
    options: Pick<SelectOptions, 'order' | 'limit' | 'offset'> = {},
  ): Promise<Pick<Row, Name>[]> {
    const rows = await this.read(tx, this.sql(tx.db).select(names, where, options));
    return rows.map((row) => this.decodeColumns(row, names));
  }

  /** How many rows there are of each combination of values, in one statement. */
  async countBy<Name extends keyof Row & string>(
    tx: ReadTx,
    names: readonly Name[],
    where: WhereOptions,
  ): Promise<(Pick<Row, Name> & { readonly count: number })[]> {
    const rows = await this.read(tx, this.sql(tx.db).grouped(names, { count: 'COUNT(*)' }, where));
    return rows.map((row) => ({ ...this.decodeColumns(row, names), count: Number(row.count) }));
  }

  /** How many different values another column has in each group. */
  async countDistinctBy<Name extends keyof Row & string>(
    tx: ReadTx,
    names: readonly Name[],
    { distinct, where }: { readonly distinct: keyof Row & string; readonly where: WhereOptions },
  ): Promise<(Pick<Row, Name> & { readonly count: number })[]> {
    const sql = this.sql(tx.db);
    const rows = await this.read(tx, sql.grouped(names, { count: `COUNT(DISTINCT ${sql.field(distinct)})` }, where));
    return rows.map((row) => ({ ...this.decodeColumns(row, names), count: Number(row.count) }));
  }

  /** The same with figures of each group: how many of its rows meet a condition, and one of its rows to look at. */
  async groupBy<Name extends keyof Row & string, Figure extends string>(
    tx: ReadTx,
    names: readonly Name[],
    where: WhereOptions,
    { counts, sample }: { readonly counts: Readonly<Record<Figure, WhereOptions>>; readonly sample: keyof Row & string },
  ): Promise<(Pick<Row, Name> & Record<Figure, number> & { readonly count: number; readonly sample: string })[]> {
    const sql = this.sql(tx.db);
    const figures = Object.keys(counts) as Figure[]; // the object above has exactly these keys
    const sums = figures.map((figure): [string, string] => [
      figure,
      `SUM(CASE WHEN ${sql.condition(counts[figure])} THEN 1 ELSE 0 END)`,
    ]);
    const asked = { count: 'COUNT(*)', sample: `MIN(${sql.field(sample)})`, ...Object.fromEntries(sums) };
    const rows = await this.read(tx, sql.grouped(names, asked, where));
    return rows.map((row) => ({
      ...this.decodeColumns(row, names),
      count: Number(row.count),
      sample: String(row.sample as string), // ids are text
      ...(Object.fromEntries(figures.map((figure) => [figure, Number(row[figure])])) as Record<Figure, number>), // one each
    }));
  }

  async count(tx: ReadTx, where: WhereOptions): Promise<number> {
    const [row] = await this.read(tx, this.sql(tx.db).count(where));
    return Number(row?.count);
  }

  /** Rows that meet all of these. */
  countAll(tx: ReadTx, conditions: readonly WhereOptions[]): Promise<number> {
    return this.count(tx, { [Op.and]: [...conditions] });
  }

  async insert(tx: Tx, rows: readonly Row[]): Promise<void> {
    if (rows.length > 0) await changing(tx, this.sql(tx.db).insert(rows.map((row) => this.encode(row))));
  }

  /** Rows whose unique key exists already are left out. */
  async insertNew(tx: Tx, rows: readonly Row[]): Promise<void> {
    if (rows.length > 0) await changing(tx, this.sql(tx.db).insert(rows.map((row) => this.encode(row)), true)); // prettier-ignore
  }

  async update(tx: Tx, where: WhereOptions, changes: Partial<Row>): Promise<number> {
    const cells = this.encode(changes);
    return Object.keys(cells).length === 0 ? 0 : changing(tx, this.sql(tx.db).update(where, cells));
  }

  delete(tx: Tx, where: WhereOptions): Promise<number> {
    return changing(tx, this.sql(tx.db).delete(where));
  }

  /** The same as {@link insert} and the others, to go out with other writes of a command. */
  laterOn(db: Database, writes: Writes): LaterWrites<Row> {
    const sql = this.sql(db);
    const insert = (rows: readonly Row[], isNewOnly: boolean) =>
      writes.add(rows.length === 0 ? undefined : sql.insert(rows.map((row) => this.encode(row)), isNewOnly)); // prettier-ignore
    return {
      insert: (rows) => insert(rows, false),
      insertNew: (rows) => insert(rows, true),
      update: (where, changes) => writes.add(sql.update(where, this.encode(changes))),
      updateOne: (where, changes, missed) => writes.addForOne(sql.update(where, this.encode(changes)), missed),
      delete: (where) => writes.add(sql.delete(where)),
    };
  }

  /** `SELECT column FROM … WHERE …` as a list to look in, so that two lists stay one statement. */
  among(db: Database, column: keyof Row & string, where: WhereOptions): { [Op.in]: ReturnType<typeof literal> } {
    return { [Op.in]: literal(`(${this.listOf(db, column, where)})`) };
  }

  /** The same list as text, for lists of several tables: see `lists.ts`. */
  listOf(db: Database, column: keyof Row & string, where: WhereOptions): string {
    return this.sql(db).select([column], where, {});
  }

  /** A column as statements over the table name it, for a condition inside another table's list. */
  qualified(db: Database, column: keyof Row & string): string {
    return this.sql(db).qualified(column);
  }

  /** The table as SQL that is written by hand names it. */
  quoted(db: Database): string {
    return this.sql(db).table;
  }

  /** One column of the table under an alias. */
  column(db: Database, alias: string, name: keyof Row & string): string {
    return `${alias}.${this.sql(db).field(name)}`;
  }

  /** All columns of the table under an alias, for statements that read rows of several tables: see {@link pick}. */
  columnsOf(db: Database, alias: string): string {
    return this.sql(db).columnsUnder(alias);
  }

  /** The row that {@link columnsOf} read under an alias. */
  pick(raw: RawRow, alias: string): Row {
    const entries = this.names.map((name) => [name, decodeCell(this.columns[name], raw[`${alias}_${name}`])]);
    return Object.fromEntries(entries) as Row; // every column of Row is in `names`
  }

  /** Rows behind this one in the order of a column: how a table is read in batches, whatever its size. */
  after(column: keyof Row & string, value: string): WhereOptions {
    return { [column]: { [Op.gt]: value } };
  }

  /** Values of these columns that more than one row has. */
  async repeated<Name extends keyof Row & string>(tx: ReadTx, names: readonly Name[]): Promise<Pick<Row, Name>[]> {
    const given = Object.fromEntries(names.map((name) => [name, { [Op.ne]: null }]));
    const rows = await this.read(tx, this.sql(tx.db).grouped(names, {}, given, 'COUNT(*) > 1'));
    return rows.map((row) => this.decodeColumns(row, names));
  }

  /** Rows whose column names a row of another table that is not there. */
  without(db: Database, column: keyof Row & string, owner: { readonly table: AnyTable; readonly column: string }): WhereOptions {
    const own = this.qualified(db, column);
    const owned = `SELECT 1 FROM ${owner.table.quoted(db)} AS "owner" WHERE "owner".${owner.table.columnIn(db, owner.column)} = ${own}`;
    return { [Op.and]: [{ [column]: { [Op.ne]: null } }, literal(`NOT EXISTS (${owned})`)] };
  }

  /** What the database calls a column of this table, quoted. */
  columnIn(db: Database, column: string): string {
    return this.sql(db).field(column);
  }

  /** Rows whose column holds this text somewhere. */
  containing(db: Database, column: keyof Row & string, text: string): WhereOptions {
    return contains(db, this.model(db).getAttributes()[column]?.field ?? column, text);
  }

  /** Ascending with missing values last, which databases otherwise place as each likes. */
  ascending(db: Database, column: keyof Row & string): [ReturnType<typeof literal>, 'ASC'][] {
    const field = this.sql(db).field(column);
    return [
      [literal(`CASE WHEN ${field} IS NULL THEN 1 ELSE 0 END`), 'ASC'],
      [literal(field), 'ASC'],
    ];
  }

  private model(db: Database): ModelStatic<Model> {
    return db.getCollection(this.collection).model as unknown as ModelStatic<Model>; // NocoBase's model class is a Sequelize model
  }

  /** Statements over the table in one database; put together anew when NocoBase has defined the table anew. */
  private sql(db: Database): TableSql {
    const model = this.model(db);
    const known = this.statements.get(db);
    if (known?.model === model) return known.sql;
    const sql = new TableSql(db, model, this.columns);
    this.statements.set(db, { model, sql });
    return sql;
  }

  private async read({ db, transaction }: ReadTx, sql: string): Promise<RawRow[]> {
    return db.sequelize.query<RawRow>(sql, { type: QueryTypes.SELECT, raw: true, transaction });
  }

  private encode(row: Partial<Row>): Record<string, Cell> {
    const cells: Record<string, Cell> = {};
    for (const name of this.names) if (row[name] !== undefined) cells[name] = encodeCell(this.columns[name], row[name]);
    return cells;
  }

  private decode(raw: RawRow): Row {
    return this.decodeColumns(raw, this.names) as Row; // every column of Row is in `names`
  }

  private decodeColumns<Name extends keyof Row & string>(raw: RawRow, names: readonly Name[]): Pick<Row, Name> {
    const row: Record<string, unknown> = {};
    for (const name of names) row[name] = decodeCell(this.columns[name], raw[name]);
    return row as Pick<Row, Name>; // each column is decoded by its kind
  }
}

/** Writes that wait for others of the same command: see {@link Table.laterOn}. */
export interface LaterWrites<Row> {
  insert(rows: readonly Row[]): void;
  insertNew(rows: readonly Row[]): void;
  update(where: WhereOptions, changes: Partial<Row>): void;
  /** Throws `missed` when it comes to the database and changes no row, or several. */
  updateOne(where: WhereOptions, changes: Partial<Row>, missed: () => Error): void;
  delete(where: WhereOptions): void;
}

function lockOf(tx: ReadTx, { forUpdate, forShare, skipLocked }: SelectOptions): string {
  const mode = forUpdate ? 'UPDATE' : forShare ? 'SHARE' : undefined;
  if (!mode || !tx.transaction || isSqlite(tx.db)) return '';
  return ` FOR ${mode}${skipLocked ? ' SKIP LOCKED' : ''}`;
}

/** Reads may go without a transaction. */
export interface ReadTx {
  readonly db: Database;
  readonly transaction?: Transaction;
}

function encodeCell(kind: ColumnKind, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return kind === 'json' ? JSON.stringify(value) : (value as Cell); // Row types give text, number and boolean columns those types
}

function decodeCell(kind: ColumnKind, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'text':
      return String(value as string | number | Date); // what drivers give for text
    case 'number':
      return Number(value);
    case 'boolean':
      return value === true || value === 1 || value === 't';
    case 'json':
      return JSON.parse(value as string);
  }
}
