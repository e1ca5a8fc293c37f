import type { Collection } from '@nocobase/database';
import type { Json, Variables } from '@wuxin/bpmn-core';
import type { ContractField, FormContract } from '../../common/form';
import type { ScratchRecord } from '../activity-types';
import { fieldsOf, toJson } from '../records';

type Row = Record<string, Json>;

/** Stands for the file that a form would have brought. */
export const PRETENDED_FILE = -1;

/** How a chosen row is called, for the forms that show it later. */
export type TitleOf = (target: string, key: Json) => string;

/** A record as it was at a moment. */
export interface RecordBefore {
  readonly columns: Readonly<Record<string, Json>>;
  readonly associations: Readonly<Record<string, Json>>;
}

/** The record of a case that is tried out. Rows have keys of their own, so that later forms find them again. */
export class MemoryRecord implements ScratchRecord {
  private columns: Row;
  /** As a read for a form gives them: rows with their keys. */
  private associations: Row = {};

  constructor(
    private readonly collection: Collection,
    private readonly nextKey: () => number,
  ) {
    this.columns = { ...emptyRow(collection), [collection.filterTargetKey as string]: nextKey() }; // one key: processes have no records with several
  }

  get id(): string {
    return textOfKey(this.columns[this.collection.filterTargetKey as string]); // see the constructor
  }

  plain(): Variables {
    return this.columns;
  }

  /** With what it owns and points at. */
  whole(): Record<string, Json> {
    return { ...this.columns, ...this.associations };
  }

  remember(): RecordBefore {
    return { columns: { ...this.columns }, associations: { ...this.associations } };
  }

  putBack({ columns, associations }: RecordBefore): void {
    this.columns = { ...columns };
    this.associations = { ...associations };
  }

  rows(field: string): readonly Variables[] {
    return rowsIn(this.associations[field]);
  }

  files(field: string): readonly number[] {
    return rowsIn(this.associations[field]).map((row) => Number(row.id));
  }

  write(values: Variables): void {
    for (const [name, value] of Object.entries(values)) this.writeField(name, value);
  }

  addRow(field: string, row: Variables): void {
    this.associations[field] = [...this.rows(field), this.ownedRow(field, row)];
  }

  replaceRows(field: string, rows: readonly Variables[]): void {
    this.associations[field] = rows.map((row) => this.ownedRow(field, row));
  }

  /** Takes what a form was allowed to write. */
  accept(contract: Pick<FormContract, 'fields'>, values: Row, titleOf: TitleOf): void {
    const taken = this.read(this.collection, contract.fields, values, this.whole(), titleOf);
    Object.assign(this.columns, taken.columns);
    Object.assign(this.associations, taken.associations);
  }

  private writeField(name: string, value: Json): void {
    const field = fieldsOf(this.collection).find((one) => one.name === name);
    if (field?.type === 'belongsToMany') this.associations[name] = keysIn(value).map((id) => ({ id }));
    else if (field?.type === 'belongsTo' && field.foreignKey) this.columns[field.foreignKey] = value;
    else this.columns[name] = value;
  }

  private ownedRow(field: string, row: Variables): Row {
    const target = fieldsOf(this.collection).find(({ name }) => name === field)?.target;
    const owned = target === undefined ? undefined : (this.collection.db.getCollection(target) as Collection | undefined); // it may be gone
    return { ...(owned ? emptyRow(owned) : {}), id: this.nextKey(), ...row };
  }

  private read(collection: Collection, fields: readonly ContractField[], values: Row, before: Row, titleOf: TitleOf) {
    const columns: Row = {};
    const associations: Row = {};
    for (const field of fields) {
      if (!Object.hasOwn(values, field.name) || field.kind === 'shown') continue;
      const value = values[field.name] ?? null;
      switch (field.kind) {
        case 'value':
          columns[field.name] = value;
          break;
        case 'files':
          associations[field.name] = keysIn(value).map((id) => pretended(field.keyField, id));
          break;
        case 'pick': {
          const chosen = keysIn(value).map((key) => ({ [field.keyField]: key, [field.titleField]: titleOf(field.target, key) }));
          associations[field.name] = field.isMany ? chosen : (chosen[0] ?? null);
          const foreignKey = fieldsOf(collection).find(({ name }) => name === field.name)?.foreignKey;
          if (!field.isMany && foreignKey) columns[foreignKey] = value;
          break;
        }
        case 'rows': {
          const owned = collection.db.getCollection(targetOf(collection, field.name)) as Collection | undefined; // it may be gone
          const known = new Map(rowsIn(before[field.name]).map((row) => [textOfKey(row[field.keyField]), row]));
          const rows = rowsIn(value).map((sent) => {
            const old = known.get(textOfKey(sent[field.keyField])) ?? {};
            const inner = owned ? this.read(owned, field.columns, sent, old, titleOf) : { columns: sent, associations: {} };
            const key = old[field.keyField] ?? this.nextKey();
            return { ...(owned ? emptyRow(owned) : {}), ...old, ...inner.columns, ...inner.associations, [field.keyField]: key };
          });
          associations[field.name] = field.isMany ? rows : (rows[0] ?? null);
        }
      }
    }
    return { columns, associations };
  }
}

const targetOf = (collection: Collection, name: string): string =>
  fieldsOf(collection).find((field) => field.name === name)?.target ?? '';

const pretended = (keyField: string, key: Json): Row => ({
  [keyField]: key,
  title: '—',
  filename: '—',
  url: '',
  mimetype: '',
  size: 0,
});

/** Every column, as a new row would have it. */
function emptyRow({ model }: Collection): Row {
  const nothing = Object.fromEntries(Object.keys(model.getAttributes()).map((name): [string, Json] => [name, null]));
  return { ...nothing, ...(toJson(model.build({}).get({ plain: true })) as Row) }; // a row is an object
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Keys come as numbers or as text. */
export const textOfKey = (key: Json | undefined): string =>
  typeof key === 'string' || typeof key === 'number' ? String(key) : '';

function keysIn(value: Json): Json[] {
  if (isList(value)) return value.filter((key) => key !== null);
  return value === null ? [] : [value];
}

function rowsIn(value: Json | undefined): Row[] {
  const list = isList(value ?? null) ? (value as readonly Json[]) : [value ?? null]; // see isList
  return list.filter((row): row is Row => typeof row === 'object' && row !== null && !isList(row));
}
