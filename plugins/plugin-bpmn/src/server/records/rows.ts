import type { Filter, Model } from '@nocobase/database';
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
  return rows as Model[]; // without `raw` a repository gives models
}

export async function rowOf(tx: ReadTx, collection: string, query: RowQuery): Promise<Model | null> {
  const row: unknown = await tx.db.getRepository(collection).findOne({ ...query, transaction: tx.transaction });
  return (row as Model | null | undefined) ?? null; // without `raw` a repository gives a model
}
