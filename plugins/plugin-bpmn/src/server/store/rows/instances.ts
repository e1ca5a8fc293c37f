import type { Instant, Json, MultiInstanceCounters, SubscriptionKind, TokenKind, TokenStatus, Variables } from '@wuxin/bpmn-core';
import type { InstanceStatus, PlaceRef } from '../../../common/api';

/** What the last completed step changed beside its own form, as it was before: for who takes the step back. */
export interface StepUndo {
  taskId: string;
  variables: Variables;
  /** Fields of the record that activities behind the step wrote. */
  record: Variables;
  /** Rows that they added to sub-tables. */
  rows: { collection: string; id: string }[];
  /** Rows that they changed, in this order, with what their columns held; builds before 26 November 2026 noted none. */
  changedRows?: { collection: string; id: string; before: Variables }[];
}

export interface InstanceRecord {
  id: string;
  revision: number;
  processKey: string;
  processName: string;
  versionId: string;
  versionNumber: number;
  processId: string;
  status: InstanceStatus;
  suspension: { reason: string; since: Instant } | null;
  undo: StepUndo | null;
  nextSequence: number;
  variables: Variables;
  parameters: Variables;
  businessKey: string | null;
  startKey: string | null;
  title: string;
  /** Of a called case that its process names by a rule: its caller's title with the English name of the call. */
  titleEn: string | null;
  recordCollection: string | null;
  recordId: string | null;
  starterId: number | null;
  starterName: string | null;
  placeId: string | null;
  placeName: string | null;
  /** Widest first, the place itself last. */
  placePath: PlaceRef[];
  stage: string | null;
  stageSince: Instant | null;
  dueAt: Instant | null;
  nearAt: Instant | null;
  isDueProvisional: boolean;
  parentInstanceId: string | null;
  parentTokenId: string | null;
  startedAt: Instant;
  endedAt: Instant | null;
  historySequence: number;
  historyHash: string;
}

export interface TokenRecord {
  id: string;
  instanceId: string;
  parentId: string | null;
  plane: string;
  elementId: string;
  kind: TokenKind;
  status: TokenStatus;
  flowId: string | null;
  variables: Variables;
  multiInstance: MultiInstanceCounters | null;
  data: Record<string, Json>;
  enteredAt: Instant;
}

export interface SubscriptionRecord {
  id: string;
  instanceId: string;
  tokenId: string;
  plane: string;
  elementId: string;
  kind: SubscriptionKind;
  name: string | null;
  correlationKey: string | null;
  dueAt: Instant | null;
  data: Record<string, Json>;
  openedAt: Instant;
  leasedUntil: Instant | null;
}

export interface CompensationRecord {
  id: string;
  instanceId: string;
  scopeTokenId: string;
  elementId: string;
  sequence: number;
  variables: Variables;
}

export interface CcRecord {
  instanceId: string;
  userId: number;
  sentById: number | null;
  sentByName: string | null;
  note: string | null;
  sentAt: Instant;
  readAt: Instant | null;
}

export interface IncidentRecord {
  id: string;
  instanceId: string;
  tokenId: string | null;
  jobId: string | null;
  elementId: string;
  elementName: string;
  code: string;
  data: Record<string, Json>;
  status: 'open' | 'resolved';
  raisedAt: Instant;
  resolvedAt: Instant | null;
  resolvedById: number | null;
  resolvedByName: string | null;
  resolution: string | null;
}

/** One way from the widest place down to a place; see {@link placePathId}. */
export interface PlacePathRecord {
  id: string;
  placeId: string;
  path: PlaceRef[];
}
