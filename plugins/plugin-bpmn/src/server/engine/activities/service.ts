import type { Json, Variables } from '@wuxin/bpmn-core';
import { perDatabase } from '../../runtime/per-database';
import type { InstanceRecord } from '../../store';
import type { ActivityType } from '../../activity-types';

/** What the handler of an outside service gets; it may run more than once for one `idempotencyKey`, never for two. */
export interface ServiceCall {
  readonly instance: Pick<
    InstanceRecord,
    'id' | 'title' | 'processKey' | 'businessKey' | 'recordCollection' | 'recordId' | 'placeId'
  >;
  readonly elementId: string;
  readonly elementName: string;
  readonly config: Readonly<Record<string, string>>;
  readonly variables: Variables;
  readonly idempotencyKey: string;
}

/** `waiting`: the answer comes later and completes the token by itself. */
export type ServiceAnswer = { readonly kind: 'done'; readonly variables: Variables } | { readonly kind: 'waiting' };
export type ServiceHandler = (call: ServiceCall) => Promise<ServiceAnswer>;

/** Handlers of service tasks whose work is done after the commit, outside every transaction. */
export const serviceHandlersOf = perDatabase(() => new Map<string, ServiceHandler>());

/** An activity type whose work is a job: leased, retried with back-off, at the end an incident. */
export function serviceType(type: string, validate?: ActivityType['validate']): ActivityType {
  return {
    type,
    validate,
    async enter({ unit, element, tokenId, tx, variables }) {
      const payload: Record<string, Json> = { type, elementId: element.id, variables };
      const maxAttempts = element.settings.retries ?? DEFAULT_ATTEMPTS;
      unit.queue({
        kind: 'service',
        tokenId,
        taskId: null,
        payload,
        dueAt: tx.now,
        maxAttempts,
        idempotencyKey: `service:${tokenId}`,
      });
      return { kind: 'waiting' };
    },
  };
}

const DEFAULT_ATTEMPTS = 5;
