/** What the HTTP actions about rules by which records start cases take and give; the conventions are in index.ts. */
import type { StartVariableView } from './administration';
import type { InstanceStatus } from './words';

/** POST bpmnDataStarts:save → { id }; without `id` a new one */
export interface DataStartBody {
  id?: string;
  name: string;
  collection: string;
  event: 'created' | 'updated';
  /** FEEL over `record`; null: always. */
  condition: string | null;
  processKey: string;
  /** Field of the record with the id of a place. */
  placeField: string | null;
  /** A text, or FEEL with `=` over `record`. */
  title: string | null;
  variables: Record<string, string>;
  isEnabled: boolean;
}

/** A start that failed so often that somebody has to look. */
export interface FailedStart {
  jobId: string;
  recordId: string | null;
  code: string | null;
  /** In the reader's language. */
  text: string;
}

/** GET bpmnDataStarts:overview → DataStartRow[] */
export interface DataStartRow extends DataStartBody {
  id: string;
  collectionTitle: string;
  placeFieldTitle: string | null;
  processName: string;
  /** Nothing starts while the process has no published version. */
  isPublished: boolean;
  /** The condition with titles of fields; null where it is not that simple. */
  conditionText: string | null;
  failed: FailedStart[];
}

export interface FieldOption {
  name: string;
  title: string;
}

/** GET bpmnDataStarts:options — what a rule can be made of. */
export interface DataStartOptions {
  collections: { name: string; title: string; fields: FieldOption[] }[];
  processes: { key: string; name: string; recordCollection: string | null; variables: StartVariableView[] }[];
}

/** Where in a rule a problem is. */
export type DataStartPart = { kind: 'condition' } | { kind: 'title' } | { kind: 'variable'; name: string };

/** POST bpmnDataStarts:check → DataStartProblem[], while a rule is written */
export interface DataStartProblem {
  part: DataStartPart;
  /** An error is refused when it is saved; a warning is about a field that the collection does not have. */
  severity: 'error' | 'warning';
  text: string;
}

/** GET bpmnDataStarts:reach?filterByTk — what a removal concerns. */
export interface DataStartReach {
  /** Cases that the rule has started, by status; they go on. */
  started: Partial<Record<InstanceStatus, number>>;
  /** Records whose start has not succeeded yet; it is given up. */
  waiting: number;
}
// POST bpmnDataStarts:remove?filterByTk → { dropped } ; POST bpmnDataStarts:retry?filterByTk → { retried }
