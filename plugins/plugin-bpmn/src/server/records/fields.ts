import type { Collection } from '@nocobase/database';

/** What we ask of a field; NocoBase declares its options as `any`. */
export interface FieldFacts {
  readonly name: string;
  readonly type: string;
  /** Of an association: the collection that it leads to. */
  readonly target?: string;
  /** Of a belongsToMany: the collection of the links. */
  readonly through?: string;
  readonly foreignKey?: string;
  readonly otherKey?: string;
  readonly sourceKey?: string;
  readonly targetKey?: string;
}

export function fieldsOf(collection: Collection): FieldFacts[] {
  return [...collection.fields.values()].map((field: { options: FieldFacts }) => field.options);
}
