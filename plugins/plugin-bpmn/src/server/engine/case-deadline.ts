import type { Tx } from '../runtime/tx';
import type { Due, InstanceRecord, JobRecord } from '../store';

/** Which of the two is due first; what has no deadline is never the more urgent one. */
export function earlier(first: Due | undefined, second: Due | undefined): Due | undefined {
  const due = [first, second].filter((one) => one !== undefined).filter(({ dueAt }) => dueAt !== null);
  return due.sort((a, b) => Number(a.dueAt) - Number(b.dueAt))[0];
}

/** @returns whether the instance is due at another time than before */
export function takeDeadline(instance: InstanceRecord, urgent: Due | undefined): boolean {
  const { dueAt, nearAt, isDueProvisional } = urgent ?? { dueAt: null, nearAt: null, isDueProvisional: false };
  const isSame = instance.dueAt === dueAt && instance.nearAt === nearAt && instance.isDueProvisional === isDueProvisional;
  Object.assign(instance, { dueAt, nearAt, isDueProvisional } satisfies Due);
  return !isSame;
}

/**
 * Tells the caller of a case that the case is due at another time. After the commit: a command locks a case before those that it
 * called, so it must not reach for its caller. Each change is a job of its own: one that runs already may have read the old value.
 */
export function callerDeadlineJob(
  tx: Tx,
  callerId: string,
  id: string,
): Pick<JobRecord, 'kind' | 'tokenId' | 'taskId' | 'payload' | 'dueAt' | 'maxAttempts' | 'idempotencyKey'> {
  const idempotencyKey = `callerDeadline:${id}`;
  return {
    kind: 'callerDeadline',
    tokenId: null,
    taskId: null,
    payload: { callerId },
    dueAt: tx.now,
    maxAttempts: 8,
    idempotencyKey,
  };
}
