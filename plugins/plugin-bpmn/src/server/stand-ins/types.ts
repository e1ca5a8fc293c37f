import type { Instant } from '@wuxin/bpmn-core';
import type { PersonRef } from '../../common/api';

/** `standIn` acts for `absent` on every day from `fromOn` to `untilOn` (local dates, both included). */
export interface StandIn {
  readonly id: string;
  readonly absent: PersonRef;
  readonly standIn: PersonRef;
  readonly fromOn: string;
  readonly untilOn: string;
  /** Null: every process. */
  readonly processKeys: readonly string[] | null;
  readonly reason: string;
  readonly createdBy: PersonRef;
  readonly createdAt: Instant;
  readonly revoked: { readonly by: PersonRef; readonly at: Instant; readonly reason: string } | null;
}

export interface NewStandIn {
  readonly absentId: number;
  readonly standInId: number;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly processKeys?: readonly string[] | null;
  readonly reason: string;
}
