import type { Instant } from '@wuxin/bpmn-core';
import type { DecisionTable } from '@wuxin/decision';

/** A state of a decision table. At most one of a key is active: what the next published version freezes. */
export interface DecisionVersion {
  readonly id: string;
  readonly key: string;
  readonly number: number;
  readonly name: string;
  readonly table: DecisionTable;
  readonly isActive: boolean;
  readonly origin: 'pack' | 'administrator';
  readonly changedAt: Instant;
  /** Null for a pack. */
  readonly changedById: number | null;
  readonly changedByName: string | null;
  readonly reason: string | null;
}

/** By key: what a version of a process freezes. */
export type DecisionSnapshot = Readonly<Record<string, DecisionTable>>;
