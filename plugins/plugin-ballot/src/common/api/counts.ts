import type { CountsInput, Mismatch } from '@wuxin/ballot-core';
import type { Answer, PersonRef } from './words';

/** POST ballotMotions:count?filterByTk=id — what one teller counted of hands or paper. Two tellers count by themselves and see the other's only once both did. */
export interface CountBody {
  counts: CountsInput;
}

export interface CountSheet {
  attempt: number;
  teller: PersonRef;
  /** Null while the other one of the same attempt is not in, for everybody but whoever counted. */
  counts: CountsInput | null;
  at: number;
  /** Where both differ: then both count again. */
  mismatches: Mismatch[];
}

/** POST ballotMotions:answer?filterByTk=id — one name of a roll-call, as the clerk hears it; again before closing corrects it. */
export interface RollCallBody {
  entryId: string;
  answer: Answer;
}

export interface RollCallRow {
  entryId: string;
  name: string;
  answer: Answer | null;
}
