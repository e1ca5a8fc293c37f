import type { PersonRef } from './words';

/** One row of a journal as people read it. */
export interface JournalLine {
  sequence: number;
  kind: string;
  text: string;
  /** Null: the system, or somebody without an account. */
  by: PersonRef | null;
  at: number;
}
