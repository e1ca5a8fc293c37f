/** What the HTTP actions for administrators and supervisors take and give; the rest, and the conventions, are in index.ts. */
import type { PublishRequestView } from './rights';
import type { DeadlineLevel, DeadlineView, InstanceStatus, PersonRef, PlaceRef, VersionStatus } from './words';

// ------------------------------------------------------------------------------------------------- processes (administrators)

export interface Problem {
  code: string;
  severity: 'error' | 'warning';
  elementId: string | null;
  elementName: string | null;
  /** In the reader's language; names the element. */
  text: string;
}

/** GET bpmnProcesses:overview */
export interface ProcessRow {
  key: string;
  name: string;
  recordCollection: string | null;
  published: { versionId: string; number: number; publishedAt: number } | null;
  draft: { versionId: string; number: number; savedAt: number } | null;
  versions: number;
  running: number;
  ended: number;
  openIncidents: number;
  unconfirmedParameters: number;
  /** Since when a newer version of it waits that a plugin brought; null where none does. */
  shippedSince: number | null;
  /** Such a version that somebody does not want, which is offered no more. */
  shippedDismissed: ShippedDismissed | null;
  /** That somebody asked for the draft to be published. */
  publishRequest: PublishRequestView | null;
}

/** Somebody said that a shipped pack is not wanted; `since`: when it was offered. */
export interface ShippedDismissed {
  since: number;
  by: PersonRef;
  at: number;
  reason: string;
}

export interface VersionRow {
  id: string;
  number: number;
  status: VersionStatus;
  note: string | null;
  publishedAt: number | null;
  running: number;
  ended: number;
}

/** GET bpmnProcesses:versionCases?filterByTk=<key>&number&page: open cases that run on a version, at most 20 a page. */
export interface VersionCases {
  total: number;
  rows: VersionCase[];
}

export interface VersionCase {
  instanceId: string;
  title: string;
  place: PlaceRef | null;
  stageName: string | null;
  startedAt: number;
  deadline: DeadlineView | null;
  status: InstanceStatus;
}

export interface UserTaskView {
  elementId: string;
  name: string;
  formUid: string;
  hasForm: boolean;
  fieldCount: number;
  /** Texts of its form as they are written → in English, where content says them; for English readers only. */
  english: Record<string, string>;
}

/** GET bpmnProcesses:detail?filterByTk=<key> */
export interface ProcessDetail {
  process: ProcessRow;
  versions: VersionRow[];
  /** XML of the draft, or of the published version when there is no draft. */
  xml: string;
  problems: Problem[];
  /** What contradicts itself in the published version with today's values; `problems` are of the version that is shown. */
  contradictions: Problem[];
  userTasks: UserTaskView[];
  templates: TemplateView[];
  parameters: ParameterView[];
  /** The published version is only called by other processes: nobody starts it by itself. */
  isCalledOnly: boolean;
}

// POST bpmnProcesses:deploy { xml, name?, note? } → DeployResult (saved as draft; with errors nothing is saved)
export interface DeployResult {
  processKey: string;
  versionId: string | null;
  problems: Problem[];
}
/** A Word file that documents are made from: of the draft, or of the published version when there is no draft. */
export interface TemplateView {
  key: string;
  name: string;
  savedAt: number;
  /** Missing where content brought it. */
  savedByName: string | null;
  /** An administrator added it here: it can be removed again. What content brought stays. */
  isAdded: boolean;
  problems: Problem[];
}

/** Who may print a document: who takes part in the case, or everybody who sees it. */
export type TemplateReaders = 'participants' | 'case';

/** What is said of a template that is added; names of placeholders as in {@link PlaceholderView}, those of rows with `.` and the column. */
export interface AddedTemplate {
  name: string;
  nameEn?: string;
  readers: TemplateReaders;
  /** Only cases in which this has a value offer the document; missing: every case. */
  onlyWith?: string;
  /** What has to be there before it can be printed. */
  needs: string[];
}

/** What may stand between braces in a template. */
export interface PlaceholderView {
  /** As a clerk writes it: `预算金额`, `三议：党员大会审议`. */
  name: string;
  /** Of rows, what each of them has; null: one value. */
  columns: string[] | null;
}

// GET  bpmnProcesses:placeholders?filterByTk=<key> → PlaceholderView[]
// GET  bpmnProcesses:template?filterByTk=<key>&template → the Word file
// POST bpmnProcesses:addTemplate?filterByTk=<key>&name&nameEn&readers&onlyWith&needs (one a line), multipart field `file` → TemplateSaved (in the draft)
// POST bpmnProcesses:removeTemplate?filterByTk=<key> { template } → TemplateSaved (in the draft; only one that was added)
// POST bpmnProcesses:replaceTemplate?filterByTk=<key>&template, multipart field `file` → TemplateSaved (in the draft)
export interface TemplateSaved {
  versionId: string;
}

// POST bpmnProcesses:publish?filterByTk=<key> { note?, despiteTests? } → { versionId, number }; refused with `tryOut.testsDiffer`, whose
//   `tests` say where kept tests differ, until `despiteTests` says why it is published all the same
// POST bpmnProcesses:retire?filterByTk=<key> { reason }
// POST bpmnProcesses:rollBack?filterByTk=<key> { number, reason } → { versionId, number }: an earlier version is published again
// GET  bpmnProcesses:startable → StartableProcess[]
// GET  bpmnProcesses:startPlaces?filterByTk=<key>&search → LevelledPlace[], at most 50

/** What is asked of whoever starts a case; sent as `variables` of the start, dates as `2026-11-25`. */
export interface StartVariableView {
  name: string;
  label: string;
  type: 'text' | 'number' | 'boolean' | 'date';
  isRequired: boolean;
}

export interface StartableProcess {
  key: string;
  name: string;
  /** Its cases cannot do without a place: whoever starts one chooses it. */
  needsPlace: boolean;
  /** Where the reader works and may start it. There may be others: `startPlaces`. */
  places: PlaceRef[];
  /** The only place at which the reader may start it. */
  onlyPlaceId: string | null;
  variables: StartVariableView[];
  unconfirmedParameters: ParameterView[];
}

// ----------------------------------------------------------------------------------------------------------- parameters

/** A value that a parameter can have, in the reader's language. */
export interface ParameterOption {
  value: string;
  label: string;
}

export interface ParameterView {
  key: string;
  name: string;
  value: unknown;
  unit: string | null;
  /** All values that it can have; missing where its kind and unit say that. */
  options?: ParameterOption[];
  /** A number, or a fraction such as `2/3`. */
  floor: number | string | null;
  ceiling: number | string | null;
  limitKind: 'statutory' | 'policy' | null;
  /** Within statutory limits: beyond it somebody one level above must approve; missing where there is none. */
  policyFloor?: number | string;
  policyCeiling?: number | string;
  source: string;
  certainty: 'found' | 'known' | 'unsure';
  isConfirmed: boolean;
  /** `demonstration` in demonstration data, shown as 演示确认; real packs have none. */
  mark: string | null;
}

/** A parameter with the value that a case started with. GET bpmnInstances:parameters?filterByTk → CaseParameter[] */
export interface CaseParameter extends ParameterView {
  /** What holds now at the place of the case. */
  readonly valueInForce: unknown;
}

/** POST bpmnInstances:correctParameters?filterByTk */
export interface CorrectParametersBody {
  readonly reason: string;
  /** By key. */
  readonly parameters: Record<string, unknown>;
}
// their actions: api-parameters.ts

// ---------------------------------------------------------------------------------------------------------- supervision

/** GET bpmnSupervision:board */
export interface BoardQuery {
  placeId?: string;
  processKey?: string;
  level?: DeadlineLevel;
  stage?: string;
  page?: number;
  pageSize?: number;
}

export interface BoardRow {
  instanceId: string;
  title: string;
  place: PlaceRef | null;
  processKey: string;
  processName: string;
  stageKey: string | null;
  stageName: string | null;
  stageSince: number | null;
  holders: string[];
  deadline: DeadlineView | null;
  /** How often and how long clocks of its tasks stood still; null: never. */
  stops: { count: number; milliseconds: number } | null;
  hasIncident: boolean;
  status: InstanceStatus;
}

export interface Board {
  rows: BoardRow[];
  total: number;
  /** Counts over everything that the filter shows, not only this page. */
  counts: Record<DeadlineLevel, number>;
  byPlaceAndStage: {
    place: PlaceRef | null;
    processKey: string;
    processName: string;
    stageKey?: string | null;
    stageName: string | null;
    onTime: number;
    near: number;
    overdue: number;
  }[];
  places: PlaceRef[];
  processes: { key: string; name: string }[];
}
