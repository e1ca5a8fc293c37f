import type { Database } from '@nocobase/database';
import { Utils, type Model, type ModelStatic, type WhereOptions } from 'sequelize';

export type ColumnKind = 'text' | 'number' | 'boolean' | 'json';
export type Cell = string | number | boolean | null;

/** Ascending or descending by a column, or by an expression that a {@link Table} has made. */
export type OrderBy = readonly [column: string | SqlText, direction: 'ASC' | 'DESC'];

/** SQL as it is; Sequelize's `literal` is one. */
export interface SqlText {
  readonly val: unknown;
}

export interface SelectParts {
  readonly order?: readonly OrderBy[];
  readonly limit?: number;
  readonly offset?: number;
  /** What follows everything else, such as a lock. */
  readonly suffix?: string;
}

/** The part of Sequelize's query generator that its types leave out. */
interface QueryGenerator {
  quoteTable(table: unknown): string;
  getWhereConditions(where: WhereOptions, prefix: string, model: unknown): string;
}

/** Left out of Sequelize's types: attribute names of a condition become column names. */
const { mapWhereFieldNames } = Utils as unknown as {
  mapWhereFieldNames(this: void, where: WhereOptions, model: unknown): WhereOptions;
};

/**
 * Statements over one table as text. Names are quoted once; what is left for each statement are its values. Sequelize's own way
 * (models, hooks, bound values) costs several times what the database needs.
 */
export class TableSql {
  readonly table: string;
  private readonly fields: ReadonlyMap<string, string>;
  private readonly alias: string;
  private readonly allColumns: string;
  private readonly underAliases = new Map<string, string>();

  constructor(
    private readonly db: Database,
    private readonly model: ModelStatic<Model>,
    private readonly kinds: Readonly<Record<string, ColumnKind>>,
  ) {
    const attributes = model.getAttributes();
    this.table = this.generator.quoteTable(model.getTableName());
    this.alias = this.quote(model.name);
    this.fields = new Map(Object.keys(kinds).map((name) => [name, this.quote(attributes[name]?.field ?? name)]));
    this.allColumns = this.columns(Object.keys(kinds));
  }

  /** A column, quoted: NocoBase may be told to write snake_case columns. */
  field(name: string): string {
    return this.fields.get(name) ?? this.quote(this.model.getAttributes()[name]?.field ?? name);
  }

  /** A column as statements of {@link select} and the others name it. */
  qualified(name: string): string {
    return `${this.alias}.${this.field(name)}`;
  }

  /** All columns under an alias of the table, each named after both. */
  columnsUnder(alias: string): string {
    const known = this.underAliases.get(alias);
    if (known !== undefined) return known;
    const columns = [...this.fields].map(([name, field]) => `${alias}.${field} AS ${this.quote(`${alias}_${name}`)}`).join(', ');
    this.underAliases.set(alias, columns);
    return columns;
  }

  /** @param names undefined: all */
  select(names: readonly string[] | undefined, where: WhereOptions, parts: SelectParts): string {
    const columns = names ? this.columns(names) : this.allColumns;
    return `SELECT ${columns} FROM ${this.table} AS ${this.alias}${this.where(where)}${this.ending(parts)}`;
  }

  /** One row for each combination of values, with figures (SQL by name) of its rows; `having` leaves groups out. */
  grouped(names: readonly string[], figures: Readonly<Record<string, string>>, where: WhereOptions, having = ''): string {
    const asked = Object.entries(figures).map(([name, sql]) => `${sql} AS ${this.quote(name)}`);
    const by = names.map((name) => this.field(name)).join(', ');
    const columns = [this.columns(names), ...asked].join(', ');
    return `SELECT ${columns} FROM ${this.table} AS ${this.alias}${this.where(where)} GROUP BY ${by}${having && ` HAVING ${having}`}`;
  }

  count(where: WhereOptions): string {
    return `SELECT COUNT(*) AS "count" FROM ${this.table} AS ${this.alias}${this.where(where)}`;
  }

  /** Rows whose unique key is there already are left out where `isNewOnly`. */
  insert(rows: readonly Readonly<Record<string, Cell>>[], isNewOnly = false): string {
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const values = rows.map((row) => `(${names.map((name) => this.value(row[name] ?? null)).join(',')})`);
    const columns = names.map((name) => this.field(name)).join(',');
    return `INSERT INTO ${this.table} (${columns}) VALUES ${values.join(',')}${isNewOnly ? ' ON CONFLICT DO NOTHING' : ''}`;
  }

  update(where: WhereOptions, changes: Readonly<Record<string, Cell>>): string {
    const sets = Object.entries(changes).map(([name, value]) => `${this.field(name)}=${this.value(value)}`);
    return `UPDATE ${this.table} AS ${this.alias} SET ${sets.join(',')}${this.where(where)}`;
  }

  delete(where: WhereOptions): string {
    return `DELETE FROM ${this.table} AS ${this.alias}${this.where(where)}`;
  }

  /** A condition without its WHERE; empty when everything meets it. */
  condition(where: WhereOptions): string {
    return this.plainCondition(where) ?? this.generator.getWhereConditions(this.named(where), this.model.name, this.model);
  }

  private where(where: WhereOptions): string {
    const condition = this.condition(where);
    return condition === '' ? '' : ` WHERE ${condition}`;
  }

  private named(where: WhereOptions): WhereOptions {
    return this.db.options.underscored ? mapWhereFieldNames(where, this.model) : where;
  }

  /** Nearly all conditions of commands: columns that equal a value, are one of some, or are missing. */
  private plainCondition(where: WhereOptions): string | undefined {
    if (Object.getPrototypeOf(where) !== Object.prototype || Object.getOwnPropertySymbols(where).length > 0) return undefined;
    const terms: string[] = [];
    for (const [name, value] of Object.entries(where)) {
      const term = this.plainTerm(name, value);
      if (term === undefined) return undefined;
      terms.push(term);
    }
    return terms.join(' AND ');
  }

  private plainTerm(name: string, value: unknown): string | undefined {
    const kind = this.kinds[name];
    if (kind === undefined || kind === 'json') return undefined;
    const column = this.qualified(name);
    if (value === null) return `${column} IS NULL`;
    if (isPlain(value)) return `${column} = ${this.compared(kind, value)}`;
    if (!Array.isArray(value) || !value.every(isPlain)) return undefined;
    return `${column} IN (${value.length === 0 ? 'NULL' : value.map((one) => this.compared(kind, one)).join(', ')})`;
  }

  /** Text columns are compared with text, whatever was given. */
  private compared(kind: ColumnKind, value: string | number | boolean): string {
    return this.value(kind === 'text' ? String(value) : value);
  }

  private value(cell: Cell): string {
    if (typeof cell === 'number' && Number.isFinite(cell)) return String(cell);
    return cell === null ? 'NULL' : this.db.sequelize.escape(cell as string); // booleans too: each database has its own
  }

  private ending({ order = [], limit, offset, suffix = '' }: SelectParts): string {
    const by = order.map(([column, direction]) => `${this.ordered(column)} ${direction}`).join(', ');
    const sorted = by === '' ? '' : ` ORDER BY ${by}`;
    const cut = limit === undefined ? '' : ` LIMIT ${limit}${offset ? ` OFFSET ${offset}` : ''}`;
    return `${sorted}${cut}${suffix}`;
  }

  private ordered(column: string | SqlText): string {
    return typeof column === 'string' ? this.qualified(column) : String(column.val as string); // text that a table made
  }

  private columns(names: readonly string[]): string {
    return names
      .map((name) => {
        const asked = this.quote(name);
        const field = this.field(name);
        return field === asked ? field : `${field} AS ${asked}`;
      })
      .join(', ');
  }

  private quote(name: string): string {
    return this.db.sequelize.getQueryInterface().quoteIdentifier(name);
  }

  private get generator(): QueryGenerator {
    return this.db.sequelize.getQueryInterface().queryGenerator as QueryGenerator;
  }
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
