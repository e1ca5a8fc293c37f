import { randomBytes } from 'node:crypto';
import type { Instant, Json } from '@wuxin/bpmn-core';
import { SYSTEM, type ActorOrSystem } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { tables, type HistoryPayloadRecord, type HistoryRecord, type InstanceRecord, type Writes } from '../store';
import { digestOf, hashOf } from './chain';

/** Something that happened, before it is numbered and chained. */
export interface HistoryEvent {
  readonly kind: string;
  readonly actor: ActorOrSystem;
  readonly element?: { readonly id: string; readonly name: string };
  readonly tokenId?: string;
  /** Earlier than now when it is entered later. */
  readonly occurredAt?: Instant;
  readonly onBehalfOf?: { readonly id: number; readonly name: string };
  /** Facts without personal values. */
  readonly data?: Record<string, Json>;
  /** Personal values: kept apart, erasable; the row keeps a salted hash. */
  readonly payload?: Record<string, Json>;
}

interface Place {
  readonly tx: Tx;
  readonly writes: Writes;
}

/** Numbers and chains events of one instance, whose row must be locked; moves the head that the row carries. */
export function appendHistory({ tx, writes }: Place, instance: InstanceRecord, events: readonly HistoryEvent[]): void {
  const rows: HistoryRecord[] = [];
  const payloads: HistoryPayloadRecord[] = [];
  for (const event of events) {
    const sequence = instance.historySequence + 1;
    const id = `${instance.id}:h${sequence}`;
    const payload = event.payload && sealed(id, event.payload);
    const row = withHash(id, { ...facts(tx, instance, event), sequence, payloadDigest: payload ? payload.digest : null });
    rows.push(row);
    if (payload) payloads.push(payload.record);
    instance.historySequence = sequence;
    instance.historyHash = row.hash;
  }
  tables.history.laterOn(tx.db, writes).insert(rows);
  tables.historyPayloads.laterOn(tx.db, writes).insert(payloads);
}

function facts(
  tx: Tx,
  instance: InstanceRecord,
  event: HistoryEvent,
): Omit<HistoryRecord, 'id' | 'hash' | 'sequence' | 'payloadDigest'> {
  const person = event.actor === SYSTEM ? null : event.actor;
  return {
    instanceId: instance.id,
    kind: event.kind,
    elementId: event.element?.id ?? null,
    elementName: event.element?.name ?? null,
    tokenId: event.tokenId ?? null,
    occurredAt: event.occurredAt ?? tx.now,
    recordedAt: tx.now,
    actorId: person?.userId ?? null,
    actorName: person?.name ?? null,
    onBehalfOfId: event.onBehalfOf?.id ?? null,
    onBehalfOfName: event.onBehalfOf?.name ?? null,
    channel: person?.channel ?? null,
    data: event.data ?? {},
    previousHash: instance.historyHash,
  };
}

function withHash(id: string, row: Omit<HistoryRecord, 'id' | 'hash'>): HistoryRecord {
  return { ...row, id, hash: hashOf(row) };
}

function sealed(historyId: string, payload: Record<string, Json>) {
  const salt = randomBytes(16).toString('hex');
  return { digest: digestOf(salt, payload), record: { historyId, salt, payload } };
}
