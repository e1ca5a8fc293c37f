/** What the HTTP action of the home page gives; the conventions are in index.ts. */
import type { IncidentRow } from './incidents';
import type { InboxRow } from './tasks';
import type { DeadlineLevel, InstanceStatus, PlaceRef } from './words';

/**
 * GET bpmnHome:overview — what the reader has to do, where what they take part in stands, and what was decided. A part that they
 * have no right to is null or empty; nobody chooses a kind of user. Nothing in it is ordered by how well somebody does.
 */
export interface Home {
  /** The most urgent first. */
  todo: { rows: HomeTask[]; counts: Record<DeadlineLevel, number> };
  /** Open cases that the reader started or did something in. */
  cases: { rows: InboxRow[]; total: number };
  /** Open cases of the places that the reader supervises, by procedure; null for who supervises none. */
  supervision: HomeProcedure[] | null;
  /** What waits for an administrator; empty for others. */
  duties: HomeDuty[];
  /** Open incidents, the oldest first; empty for who may not mend them. */
  incidents: IncidentRow[];
  /** The newest first. */
  decided: HomeDecision[];
  /** The reader may start a case of some process. */
  mayStart: boolean;
}

export interface HomeTask extends InboxRow {
  /** The reader has kept something and not submitted it yet. */
  hasDraft: boolean;
}

export interface HomeProcedure {
  processKey: string;
  processName: string;
  counts: Record<DeadlineLevel, number>;
}

export interface HomeDuty {
  kind: 'incidents' | 'unconfirmedParameters' | 'proposals' | 'processDrafts';
  count: number;
}

/** Something that was decided in a case that the reader may open. */
export interface HomeDecision {
  instanceId: string;
  title: string;
  processName: string;
  place: PlaceRef | null;
  at: number;
  result:
    | { kind: 'activity'; elementName: string; sentence: string }
    /** `name`: of the end that the case came to, where it has one. */
    | { kind: 'end'; status: InstanceStatus; name: string | null };
}
