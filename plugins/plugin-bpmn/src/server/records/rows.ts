import { type Filter, Model } from '@nocobase/database';
import type { ReadTx } from '../store';

/** Options of NocoBase's repositories that we use for reading other collections. */
export interface RowQuery {
  readonly filter?: Filter;
  readonly filterByTk?: string | number;
  readonly fields?: string[];
  readonly appends?: string[];
  readonly sort?: string[];
  readonly limit?: number;
}

/** Rows of an ordinary collection; NocoBase declares what it gives as `any`. */
export async function rowsOf(tx: ReadTx, collection: string, query: RowQuery): Promise<Model[]> {
  const rows: unknown = await tx.db.getRepository(collection).find({ ...query, transaction: tx.transaction });
  return (rows as Model[]).map(withoutQuery); // without `raw` a repository gives models
}

export async function rowOf(tx: ReadTx, collection: string, query: RowQuery): Promise<Model | null> {
  const row: unknown = await tx.db.getRepository(collection).findOne({ ...query, transaction: tx.transaction });
  return row ? withoutQuery(row as Model) : null; // without `raw` a repository gives a model
}

/**
 * NocoBase leaves the query that loaded an associated row in it, and with it the transaction and through that the whole
 * application; `toJSON` copies all that an associated row holds. In a running server that copy fails.
 */
function withoutQuery(row: Model): Model {
  for (const value of Object.values(row.dataValues as Record<string, unknown>)) {
    for (const associated of [value].flat()) {
      if (!(associated instanceof Model)) continue;
      const holder = associated as unknown as { _options: Record<string, unknown> }; // of sequelize, not declared
      const { include: _include, includeMap: _map, includeNames: _names, ...options } = holder._options;
      holder._options = options;
      withoutQuery(associated);
    }
  }
  return row;
}
