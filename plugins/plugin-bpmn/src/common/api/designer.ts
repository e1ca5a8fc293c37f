/** What the designer of processes takes and gives; for administrators. */
import type { Problem } from './administration';
import type { FormContract, FormNode } from '../form';
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
}

/** GET bpmnProcesses:draftProblems?filterByTk=<key>: what a check says of it; asked for beside it, since a drawing is there before its check. */
export interface DraftProblems {
  /** Of what was checked. */
  revision: string;
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
  /** What a service task can do. */
  activityTypes: DesignChoice[];
  parameters: DesignChoice[];
  collections: DesignChoice[];
  /** For the rules that are run while somebody draws. */
  facts: DrawingFacts;
}

/** What the rules of a check look up around a drawing. */
export interface DrawingFacts {
  recordCollection: string | null;
  /** Of that collection; null where there is none, or it is not known. */
  fields: string[] | null;
  /** Ids of elements that have a form. */
  forms: string[];
  parameters: { key: string; name: string; isConfirmed: boolean }[];
  decisions: string[];
  processes: { key: string; name: string; isPublished: boolean }[];
}

// GET bpmnProcesses:check?filterByTk=<key> → Problem[]: of the draft, with its forms and templates, as publishing would find them

// POST bpmnProcesses:importDrawing { xml } → { processKey }: a file of another program becomes a draft, whatever is wrong with it
// POST bpmnProcesses:copyForm?filterByTk=<key> { elementId, from } → the draft form of a task becomes a copy of another task's

/** POST bpmnProcesses:addField?filterByTk=<key>: a new field of the record collection */
export interface NewRecordField {
  title: string;
  kind: 'text' | 'longText' | 'number' | 'date' | 'boolean' | 'choice' | 'person' | 'files';
  /** Of a choice: what can be chosen, as people read it. */
  options?: string[];
}

export interface RecordFieldAdded {
  name: string;
}

/** GET bpmnProcesses:previewForm?filterByTk=<key>&elementId: the draft form as whoever does the task will see it. */
export interface FormPreview {
  /** Null where it cannot be published, or there is none. */
  form: { tree: FormNode; contract: FormContract } | null;
  problems: string[];
  /** Texts of the form as they are written → in English, for English readers. */
  english: Record<string, string>;
}
