import type { Instant, Json } from '@wuxin/bpmn-core';
import type { Channel } from '../../../common/api';

export interface JobRecord {
  id: string;
  kind: string;
  instanceId: string | null;
  tokenId: string | null;
  taskId: string | null;
  payload: Record<string, Json>;
  status: 'ready' | 'failed';
  dueAt: Instant;
  attempts: number;
  maxAttempts: number;
  leaseOwner: string | null;
  leasedUntil: Instant | null;
  idempotencyKey: string;
  lastError: string | null;
  createdAt: Instant;
}

export interface HistoryRecord {
  id: string;
  instanceId: string;
  sequence: number;
  kind: string;
  elementId: string | null;
  elementName: string | null;
  tokenId: string | null;
  occurredAt: Instant;
  recordedAt: Instant;
  actorId: number | null;
  actorName: string | null;
  onBehalfOfId: number | null;
  onBehalfOfName: string | null;
  channel: Channel | null;
  data: Record<string, Json>;
  payloadDigest: string | null;
  previousHash: string;
  hash: string;
}

export interface HistoryPayloadRecord {
  historyId: string;
  salt: string;
  payload: Record<string, Json>;
}
