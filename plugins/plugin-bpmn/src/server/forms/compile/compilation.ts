import type { CollectionInfo, CollectionReader, ContractField, FieldSchema, FormNode } from '../../../common/form';
import type { Problems } from '../problems';

/** Where in the form a field stands: on the record itself, or on rows of one of its associations. */
export interface Place {
  collection: CollectionInfo;
  /** Dotted path of the rows with a dot at the end; empty for the record. */
  prefix: string;
  isWritable: boolean;
}

export interface CompiledField {
  field: ContractField;
  schema: FieldSchema;
}

/** What the parts of one compilation share. */
export interface Compilation {
  readonly collections: CollectionReader;
  readonly problems: Problems;
  /** Which path an item of the form stands for: rules name items by uid. */
  readonly pathByUid: Map<string, string>;
  /** Items that are disabled but could be enabled by a rule. */
  readonly lockedPaths: Set<string>;
}

/** Fields of a grid with their own rules, as they are found on the way down. */
export interface RuleScope {
  /** The node that the rules stand in, for messages. */
  node: FormNode;
  rules: unknown;
  assignments: unknown;
  /** Empty for the record's own fields. */
  prefix: string;
}
