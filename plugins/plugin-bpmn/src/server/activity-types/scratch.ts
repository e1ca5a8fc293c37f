import type { Json, Variables } from '@wuxin/bpmn-core';
import type { Locale } from '../runtime/texts';

/** The record of a case that is tried out: in memory only. */
export interface ScratchRecord {
  /** As expressions see it: plain fields, as of a row that was read. */
  plain(): Variables;
  /** Of a sub-table, in the order in which they came. */
  rows(field: string): readonly Variables[];
  /** Ids of files; a form that was handed in counts as having brought one for each of its fields of files. */
  files(field: string): readonly number[];
  write(values: Variables): void;
  addRow(field: string, row: Variables): void;
  replaceRows(field: string, rows: readonly Variables[]): void;
}

/** What an activity of a case that is tried out has instead of the tables. */
export interface ScratchCase {
  /** Null where the process has no records. */
  readonly record: ScratchRecord | null;
  /** The record of the case that called this one. */
  readonly recordOfCaller: ScratchRecord | null;
  /** Who completed the task that led here. */
  readonly actedBy: number | null;
  /** Who completed these elements. */
  doersOf(elementIds: readonly string[], of: 'here' | 'caller'): ReadonlySet<number>;
  /** Why something was decided, for whoever tries the process out. */
  explain(sentence: Readonly<Record<Locale, string>>): void;
  /** Work that cannot be done here: whoever tries the process out says what it gives. */
  ask(work: { readonly tokenId: string; readonly elementId: string }): void;
  /** An expression was evaluated. */
  watch(expression: string, variables: Variables, result: Json): void;
}
