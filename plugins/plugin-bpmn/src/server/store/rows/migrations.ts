import type { Instant, Json, MigrationMapping } from '@wuxin/bpmn-core';

/** Why a case of a migration stays where it is: a code, where, and facts; no personal values. */
export interface MigrationFault {
  code: string;
  /** Of the version that the case has; of the other one where the code says so. */
  elementId: string | null;
  data: Record<string, Json>;
}

export interface MigrationRecord {
  id: string;
  processKey: string;
  fromVersionId: string;
  fromNumber: number;
  toVersionId: string;
  toNumber: number;
  mapping: MigrationMapping;
  deadlines: 'kept' | 'recomputed';
  reason: string;
  status: 'running' | 'stopped' | 'completed';
  total: number;
  startedAt: Instant;
  startedById: number;
  startedByName: string;
  endedAt: Instant | null;
}

export interface MigrationCaseRecord {
  /** Migration and case. */
  id: string;
  migrationId: string;
  instanceId: string;
  status: 'waiting' | 'migrated' | 'refused';
  reasons: MigrationFault[];
  doneAt: Instant | null;
}
