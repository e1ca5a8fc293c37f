/** What the designer of processes takes and gives; for administrators. */
import type { Problem } from './administration';
import type { PersonRef } from './words';

/** GET bpmnProcesses:draft?filterByTk=<key> */
export interface ProcessDraft {
  processKey: string;
  name: string;
  /** Of the draft, else of the version in force, else of the last one. */
  xml: string;
  /** Names what was opened: a save says what it changes. */
  revision: string;
  draft: { number: number; savedAt: number; savedByName: string | null } | null;
  publishedNumber: number | null;
  /** Cases that go on with older versions when this one is published. */
  running: number;
  unconfirmedParameters: number;
  problems: Problem[];
}

/** POST bpmnProcesses:saveDraft?filterByTk=<key>; refused with `process.draftChanged` after somebody else's save */
export interface SaveProcessDraftBody {
  xml: string;
  revision: string;
}

export interface ProcessDraftSaved {
  revision: string;
  number: number;
  savedAt: number;
  problems: Problem[];
}

/** `data` of the refusal `process.draftChanged`. */
export interface DraftChanged {
  number: number;
  /** Empty where content did. */
  by: string;
  at: number | null;
}

// POST bpmnProcesses:draw { name, recordCollection? } → { processKey }

export interface DesignChoice {
  value: string;
  label: string;
}

/** A field of the record as conditions and rules of people use it. */
export interface DesignField {
  name: string;
  title: string;
  kind: 'text' | 'number' | 'boolean' | 'date' | 'choice' | 'person' | 'other';
  /** Of a choice. */
  options: DesignChoice[];
}

/** GET bpmnProcesses:designOptions?filterByTk=<key>: what can be chosen in the designer of a process. */
export interface DesignOptions {
  /** `choices` is null where the value is written, or picked otherwise. */
  assigneeKinds: { kind: string; title: string; choices: DesignChoice[] | null }[];
  /** People whom the drawing names by id. */
  people: PersonRef[];
  fields: DesignField[];
  processes: DesignChoice[];
  decisions: DesignChoice[];
  parameters: DesignChoice[];
  collections: DesignChoice[];
}
