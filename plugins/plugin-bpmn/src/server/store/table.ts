import type { Database } from '@nocobase/database';
import {
  fn,
  literal,
  Op,
  where as whereOf,
  type Model,
  type ModelStatic,
  type Order,
  type Transaction,
  type WhereOptions,
} from 'sequelize';
import type { Tx } from '../runtime/tx';
import { contains } from './contains';

export type ColumnKind = 'text' | 'number' | 'boolean' | 'json';
type Cell = string | number | boolean | null;

/** The part of Sequelize's query generator that its types leave out. */
interface QueryGenerator {
  selectQuery(table: unknown, options: { attributes: string[]; where: WhereOptions }, model: unknown): string;
  quoteTable(table: unknown): string;
  getWhereConditions(where: WhereOptions, prefix: string, model: unknown): string;
}

/** Another table, whatever its rows are. */
type AnyTable = Pick<Table<never>, 'nameIn' | 'columnIn'>;

/** Sequelize's own row where no model instance is built. */
export type RawRow = Record<string, unknown>;

export interface SelectOptions {
  readonly order?: Order;
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

  constructor(
    readonly collection: string,
    private readonly columns: { readonly [Name in keyof Row & string]: ColumnKind },
  ) {
    this.names = Object.keys(columns) as (keyof Row & string)[]; // the object above has exactly these keys
  }

  async select(tx: ReadTx, where: WhereOptions, options: SelectOptions = {}): Promise<Row[]> {
    const { forUpdate, forShare, skipLocked, ...rest } = options;
    const mode = forUpdate ? 'UPDATE' : forShare ? 'SHARE' : undefined;
    const lock = mode && tx.transaction && !isSqlite(tx.db) ? { lock: tx.transaction.LOCK[mode], skipLocked } : {};
    const rows = await this.model(tx.db).findAll({
      attributes: this.names,
      where,
      raw: true,
      transaction: tx.transaction,
      ...rest,
      ...lock,
    });
    return (rows as unknown as RawRow[]).map((row) => this.decode(row)); // `raw` gives plain objects
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
    const rows = await this.model(tx.db).findAll({
      attributes: [...names],
      where,
      raw: true,
      transaction: tx.transaction,
      ...options,
    });
    return (rows as unknown as RawRow[]).map((row) => this.decodeColumns(row, names)); // `raw` gives plain objects
  }

  /** How many rows there are of each combination of values, in one statement. */
  async countBy<Name extends keyof Row & string>(
    tx: ReadTx,
    names: readonly Name[],
    where: WhereOptions,
  ): Promise<(Pick<Row, Name> & { readonly count: number })[]> {
    const rows = await this.model(tx.db).findAll({
      attributes: [...names, [fn('COUNT', literal('*')), 'count']],
      where,
      group: [...names],
      raw: true,
      transaction: tx.transaction,
    });
    return (rows as unknown as RawRow[]).map((row) => ({
      ...this.decodeColumns(row, names),
      count: Number(row.count),
    }));
  }

  /** The same with figures of each group: how many of its rows meet a condition, and one of its rows to look at. */
  async groupBy<Name extends keyof Row & string, Figure extends string>(
    tx: ReadTx,
    names: readonly Name[],
    where: WhereOptions,
    { counts, sample }: { readonly counts: Readonly<Record<Figure, WhereOptions>>; readonly sample: keyof Row & string },
  ): Promise<(Pick<Row, Name> & Record<Figure, number> & { readonly count: number; readonly sample: string })[]> {
    const figures = Object.keys(counts) as Figure[]; // the object above has exactly these keys
    const meeting = (figure: Figure) => literal(`CASE WHEN ${this.condition(tx.db, counts[figure])} THEN 1 ELSE 0 END`);
    const rows = await this.model(tx.db).findAll({
      attributes: [
        ...names,
        [fn('COUNT', literal('*')), 'count'],
        [fn('MIN', literal(quote(tx.db, this.field(tx.db, sample)))), 'sample'],
        ...figures.map((figure): [ReturnType<typeof fn>, string] => [fn('SUM', meeting(figure)), figure]),
      ],
      where,
      group: [...names],
      raw: true,
      transaction: tx.transaction,
    });
    return (rows as unknown as RawRow[]).map((row) => ({
      ...this.decodeColumns(row, names),
      count: Number(row.count),
      sample: String(row.sample as string), // ids are text
      ...(Object.fromEntries(figures.map((figure) => [figure, Number(row[figure])])) as Record<Figure, number>), // one each
    }));
  }

  count(tx: ReadTx, where: WhereOptions): Promise<number> {
    return this.model(tx.db).count({ where, transaction: tx.transaction });
  }

  /** Rows that meet all of these. */
  countAll(tx: ReadTx, conditions: readonly WhereOptions[]): Promise<number> {
    return this.count(tx, { [Op.and]: [...conditions] });
  }

  async insert(tx: Tx, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const cells = rows.map((row) => this.encode(tx.db, row));
    await tx.db.sequelize
      .getQueryInterface()
      .bulkInsert(this.model(tx.db).getTableName(), cells, { transaction: tx.transaction });
  }

  /** Rows whose unique key exists already are left out. */
  async insertNew(tx: Tx, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const cells = rows.map((row) => this.encode(tx.db, row));
    const options = { transaction: tx.transaction, ignoreDuplicates: true };
    await tx.db.sequelize.getQueryInterface().bulkInsert(this.model(tx.db).getTableName(), cells, options);
  }

  async update(tx: Tx, where: WhereOptions, changes: Partial<Row>): Promise<number> {
    const cells = this.encode(tx.db, changes);
    if (Object.keys(cells).length === 0) return 0;
    const [affected] = await this.model(tx.db).update(this.encodeByAttribute(changes), {
      where,
      transaction: tx.transaction,
      hooks: false,
      validate: false,
      silent: true,
    });
    return affected;
  }

  async delete(tx: Tx, where: WhereOptions): Promise<number> {
    return this.model(tx.db).destroy({ where, transaction: tx.transaction, hooks: false });
  }

  /** `SELECT column FROM … WHERE …` as a list to look in, so that two lists stay one statement. */
  among(db: Database, column: keyof Row & string, where: WhereOptions): { [Op.in]: ReturnType<typeof literal> } {
    const model = this.model(db);
    const options = { attributes: [this.field(db, column)], where };
    const sql = generatorOf(db).selectQuery(model.getTableName(), options, model);
    return { [Op.in]: literal(`(${sql.replace(/;$/, '')})`) };
  }

  /** The table as SQL that is written by hand names it. */
  quoted(db: Database): string {
    return generatorOf(db).quoteTable(this.model(db).getTableName());
  }

  /** One column of the table under an alias. */
  column(db: Database, alias: string, name: keyof Row & string): string {
    return `${alias}.${quote(db, this.field(db, name))}`;
  }

  /** All columns of the table under an alias, for statements that read rows of several tables: see {@link pick}. */
  columnsOf(db: Database, alias: string): string {
    return this.names.map((name) => `${this.column(db, alias, name)} AS ${quote(db, `${alias}_${name}`)}`).join(', ');
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
    const rows = await this.model(tx.db).findAll({
      attributes: [...names],
      where: Object.fromEntries(names.map((name) => [name, { [Op.ne]: null }])),
      group: [...names],
      having: whereOf(fn('COUNT', literal('*')), Op.gt, 1),
      raw: true,
      transaction: tx.transaction,
    });
    return (rows as unknown as RawRow[]).map((row) => this.decodeColumns(row, names)); // `raw` gives plain objects
  }

  /** Rows whose column names a row of another table that is not there. */
  without(db: Database, column: keyof Row & string, owner: { readonly table: AnyTable; readonly column: string }): WhereOptions {
    const queries = db.sequelize.getQueryInterface();
    const named = (name: string) => queries.quoteIdentifier(name);
    const { table } = owner;
    const name = queries.queryGenerator as QueryGenerator;
    const own = `${named(this.model(db).name)}.${named(this.field(db, column))}`;
    const owned = `SELECT 1 FROM ${name.quoteTable(table.nameIn(db))} AS "owner" WHERE "owner".${named(table.columnIn(db, owner.column))} = ${own}`;
    return { [Op.and]: [{ [column]: { [Op.ne]: null } }, literal(`NOT EXISTS (${owned})`)] };
  }

  /** What the database calls this table. */
  nameIn(db: Database): unknown {
    return this.model(db).getTableName();
  }

  /** What the database calls a column of this table: NocoBase may be told to write snake_case columns. */
  columnIn(db: Database, column: string): string {
    return this.model(db).getAttributes()[column]?.field ?? column;
  }

  /** Rows whose column holds this text somewhere. */
  containing(db: Database, column: keyof Row & string, text: string): WhereOptions {
    return contains(db, this.field(db, column), text);
  }

  /** Ascending with missing values last, which databases otherwise place as each likes. */
  ascending(db: Database, column: keyof Row & string): [ReturnType<typeof literal>, 'ASC'][] {
    const field = quote(db, this.field(db, column));
    return [
      [literal(`CASE WHEN ${field} IS NULL THEN 1 ELSE 0 END`), 'ASC'],
      [literal(field), 'ASC'],
    ];
  }

  private condition(db: Database, where: WhereOptions): string {
    const model = this.model(db);
    return generatorOf(db).getWhereConditions(where, model.name, model);
  }

  private field(db: Database, column: keyof Row & string): string {
    return this.columnIn(db, column);
  }

  private model(db: Database): ModelStatic<Model> {
    return db.getCollection(this.collection).model as unknown as ModelStatic<Model>; // NocoBase's model class is a Sequelize model
  }

  private encodeByAttribute(row: Partial<Row>): Record<string, Cell> {
    return Object.fromEntries(
      this.names.filter((name) => row[name] !== undefined).map((name) => [name, encodeCell(this.columns[name], row[name])]),
    );
  }

  /** By database column: NocoBase may be told to write snake_case columns. */
  private encode(db: Database, row: Partial<Row>): Record<string, Cell> {
    const attributes = this.model(db).getAttributes();
    const byAttribute = Object.entries(this.encodeByAttribute(row));
    return Object.fromEntries(byAttribute.map(([name, value]) => [attributes[name]?.field ?? name, value]));
  }

  private decode(raw: RawRow): Row {
    return this.decodeColumns(raw, this.names) as Row; // every column of Row is in `names`
  }

  private decodeColumns<Name extends keyof Row & string>(raw: RawRow, names: readonly Name[]): Pick<Row, Name> {
    const entries = names.map((name) => [name, decodeCell(this.columns[name], raw[name])]);
    return Object.fromEntries(entries) as Pick<Row, Name>; // each column is decoded by its kind
  }
}

/** Reads may go without a transaction. */
export interface ReadTx {
  readonly db: Database;
  readonly transaction?: Transaction;
}

const generatorOf = (db: Database) => db.sequelize.getQueryInterface().queryGenerator as QueryGenerator;

const quote = (db: Database, name: string): string => db.sequelize.getQueryInterface().quoteIdentifier(name);

export const isSqlite = (db: Database): boolean => db.sequelize.getDialect() === 'sqlite';

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
