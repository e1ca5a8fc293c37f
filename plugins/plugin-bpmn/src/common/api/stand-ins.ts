/** What the HTTP actions about stand-ins (代理) take and give; the conventions are in index.ts. */
import type { PersonRef } from './words';

/** GET bpmnStandIns:list — `all` is for administrators. */
export interface StandInListQuery {
  scope?: 'own' | 'all';
  /** `open`: now or coming; `past`: over, ended early or cancelled. */
  period?: 'open' | 'past';
  page?: number;
  pageSize?: number;
}

export type StandInState = 'coming' | 'current' | 'over' | 'endedEarly' | 'cancelled';

export interface StandInRow {
  id: string;
  /** Is it the reader's own, and which way? */
  relation: 'given' | 'received' | 'other';
  absent: PersonRef;
  standIn: PersonRef;
  /** Local dates, both included. */
  fromOn: string;
  untilOn: string;
  /** Null: every process. */
  processes: { key: string; name: string }[] | null;
  reason: string;
  createdBy: PersonRef;
  createdAt: number;
  state: StandInState;
  revoked: { by: PersonRef; at: number; reason: string } | null;
  /** Open tasks of the absent person that it covers now; null when it is over, and for a stand-in whose time has not come. */
  openTasks: number | null;
  mayRevoke: boolean;
}

export interface StandInList {
  rows: StandInRow[];
  total: number;
  /** The reader may see everybody's and act for others. */
  mayAdminister: boolean;
}

/** GET bpmnStandIns:reach?absentId — what a stand-in would see now: of the reader, or, for administrators, of somebody else. */
export interface StandInReach {
  processes: { key: string; name: string; openTasks: number }[];
}

/** POST bpmnStandIns:create → the stand-in */
export interface NewStandInBody {
  /** Missing: the reader. Somebody else: administrators only. */
  absentId?: number;
  standInId: number;
  fromOn: string;
  untilOn: string;
  /** Missing or null: every process. */
  processKeys?: string[] | null;
  reason: string;
}

// POST bpmnStandIns:revoke?filterByTk { reason } → nothing
