import type { ChainedRow } from '@wuxin/plugin-bpmn';

/** What was done to a notice, an objection or a collection: a chain for each. */
export interface JournalRecord extends ChainedRow {
  readonly subjectId: string;
}
