/** What differs between two versions of a process; for administrators. */

export type ComparedPart =
  | 'name'
  | 'kind'
  | 'people'
  | 'exceptions'
  | 'cc'
  | 'outcomes'
  | 'deadline'
  | 'stage'
  | 'form'
  | 'loop'
  | 'returnTo'
  | 'condition'
  | 'way'
  | 'defaultFlow'
  | 'called'
  | 'decision'
  | 'event'
  | 'mappings'
  | 'work'
  | 'record'
  | 'stages';

export interface PartDifference {
  part: ComparedPart;
  /** In words where there are some; null: none, or nothing that fits into a line. */
  before: string | null;
  after: string | null;
}

export interface Difference {
  kind: 'added' | 'removed' | 'changed';
  elementId: string;
  elementName: string;
  /** Of what was changed. */
  parts: PartDifference[];
}

export interface ComparedVersion {
  number: number;
  xml: string;
  isDraft: boolean;
}

/** GET bpmnProcesses:compare?filterByTk=<key>&from&to, both numbers of versions */
export interface VersionComparison {
  processName: string;
  from: ComparedVersion;
  to: ComparedVersion;
  differences: Difference[];
}
