/** What the HTTP actions about decision tables (决策表) take and give; the conventions are in index.ts. For administrators. */
import type { DecisionTable } from '@wuxin/decision';
import type { ParameterView } from './administration';
import type { PersonRef } from './words';

/** A process whose published version froze the table. */
export interface DecisionUse {
  processKey: string;
  processName: string;
  versionNumber: number;
  /** Does it have the table that holds now? */
  isCurrent: boolean;
  /** A draft waits: publishing it takes the table that holds then. */
  hasDraft: boolean;
  /** Open cases: they keep the table that they started with. */
  runningCases: number;
}

/** GET bpmnDecisions:overview → DecisionRow[] */
export interface DecisionRow {
  key: string;
  name: string;
  number: number;
  hitPolicy: DecisionTable['hitPolicy'];
  rules: number;
  origin: 'pack' | 'administrator';
  changedAt: number;
  changedBy: PersonRef | null;
  usedBy: DecisionUse[];
}

export interface DecisionVersionView {
  number: number;
  origin: 'pack' | 'administrator';
  /** What the next publishing takes. A newer one of the pack that is not active is an offer. */
  isActive: boolean;
  changedAt: number;
  changedBy: PersonRef | null;
  reason: string | null;
}

/** GET bpmnDecisions:detail?filterByTk&number — without a number the table that holds now. */
export interface DecisionDetail {
  key: string;
  /** Of the table that is shown. */
  number: number;
  isActive: boolean;
  table: DecisionTable;
  /** A change starts from here. */
  newestNumber: number;
  /** Newest first. */
  versions: DecisionVersionView[];
  usedBy: DecisionUse[];
}

export interface DecisionProblemView {
  code: string;
  severity: 'error' | 'warning';
  /** In the reader's language. */
  text: string;
  /** The rule it is about, and the cell where it is about one; heads of inputs have no rule. */
  ruleId: string | null;
  cell: { part: 'input' | 'output' | 'when' | 'then'; column: number } | null;
}

/** GET bpmnDecisions:file?filterByTk: the table that holds now as a file of DMN 1.3. */
export interface DecisionFile {
  name: string;
  xml: string;
}

/** POST bpmnDecisions:readFile { xml }: the tables of a DMN file, and the names of its decisions that are something else; nothing is kept. */
export interface DecisionFileTables {
  tables: DecisionTable[];
  others: string[];
}

// POST bpmnDecisions:check { table } → DecisionProblemView[]
// POST bpmnDecisions:change?filterByTk { table, reason, fromNumber } → warnings
// POST bpmnProcesses:renew?filterByTk=<process> { note? } → { versionId, number }: published again with the tables that hold now

/** POST bpmnDecisions:try — one value for each input; parameters as they hold at the place. */
export interface DecisionTrialBody {
  table: unknown;
  values: unknown[];
  placeId?: string | null;
}

export interface DecisionTrial {
  hits: {
    ruleId: string;
    /** The tests that were passed, without the cells that accept everything. */
    conditions: { label: string; test: string }[];
    results: { label: string; value: unknown }[];
    note: string | null;
  }[];
  /** One an output, as a test of the table says it; null when there is no decision. */
  results: unknown[] | null;
  /** The decision in one sentence; null when there is none. */
  sentence: string | null;
  /** Why there is no decision. */
  problem: DecisionProblemView | null;
  parameters: Pick<ParameterView, 'key' | 'name' | 'value' | 'unit' | 'options'>[];
}
