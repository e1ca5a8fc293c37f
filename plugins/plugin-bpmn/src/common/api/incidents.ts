/** What the HTTP actions about incidents (异常) take and give; the conventions are in index.ts. */
import type { CaseParameter, StartVariableView } from './administration';

export interface IncidentRow {
  id: string;
  instanceId: string;
  instanceTitle: string;
  processName: string;
  elementId: string;
  elementName: string;
  code: string;
  text: string;
  raisedAt: number;
  attempts: number;
}

/** What a retry does again: the element's own step, the beginning of its work, the call of another process, or a job. */
export type RetriedPart = 'element' | 'activity' | 'call' | 'job';

export interface IncidentVariable {
  readonly name: string;
  /** What the process calls it, where it does. */
  readonly label: string | null;
  /** Null also where the case has no value. */
  readonly value: unknown;
  /** As the process declares it. */
  readonly type: StartVariableView['type'] | null;
  /** The expressions of the element read it. */
  readonly isRead: boolean;
  /** One branch of the case has a value of its own, which comes first there: setting the case's changes nothing. */
  readonly isHidden: boolean;
}

/** GET bpmnIncidents:detail?filterByTk */
export interface IncidentDetail extends IncidentRow {
  readonly again: RetriedPart;
  /** FEEL that the element evaluates when it is tried again. */
  readonly expressions: readonly string[];
  /** They also read fields of the record, which a retry cannot mend. */
  readonly readsRecord: boolean;
  /** What the case started with; the expressions read some of them. */
  readonly parameters: readonly (CaseParameter & { readonly isRead: boolean })[];
  /** Those that are read first; in each part by name. */
  readonly variables: readonly IncidentVariable[];
}

/** POST bpmnIncidents:retry?filterByTk */
export interface RetryBody {
  readonly reason: string;
  /** What variables become before it is tried again. */
  readonly variables?: Record<string, unknown>;
  /** What parameters become that the case started with, by key. */
  readonly parameters?: Record<string, unknown>;
}
// GET bpmnIncidents:open?processKey&instanceId → IncidentRow[] ; POST bpmnIncidents:resolve?filterByTk { note }
