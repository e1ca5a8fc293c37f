import type { Json, Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import {
  cancelCalledInstance,
  deliverMessage,
  deliverSignal,
  endWork,
  holdTrigger,
  openInstance,
  refreshCallerDeadline,
  save,
  startCalledInstance,
  startInstance,
} from '../commands';
import { SYSTEM, type Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { placeOf, tables, type JobRecord } from '../store';
import { elementName } from '../versions';
import type { JobHandler } from './handlers';

const variables = z.record(z.string(), z.unknown()).transform((value) => value as Variables); // jobs hold JSON
/** The person behind a job, without rights: those were asked for when the job was made. */
const by = z
  .object({ userId: z.number(), name: z.string(), channel: z.enum(['web', 'phone', 'paper']) })
  .transform((person): Actor => ({ ...person, roles: [], isAdministrator: false }))
  .optional();
const Thrown = z.object({ elementId: z.string(), name: z.string(), correlationKey: z.string().nullish(), variables });
const Broadcast = Thrown.extend({ by: z.record(z.string(), z.unknown()).optional() });
const Ended = z.object({ parentTokenId: z.string(), status: z.string(), variables, errorCode: z.string().optional() });
const Escalated = z.object({ parentTokenId: z.string(), code: z.string(), variables });
const Signal = z.object({ subscriptionId: z.string(), variables, by });
const SignalStart = z.object({ processKey: z.string(), elementId: z.string(), name: z.string(), variables, by });

const inTransaction = (run: (tx: Tx, job: JobRecord) => Promise<unknown>): JobHandler => ({
  kind: 'inTransaction',
  run: async (tx, job) => void (await run(tx, job)),
});

/** Effects of one instance on others. */
export const caseJobs: Readonly<Record<string, JobHandler>> = {
  startChild: inTransaction(startCalledInstance),
  cancelChild: inTransaction(cancelCalledInstance),
  completeCall: inTransaction(completeCall),
  callerDeadline: inTransaction(refreshCallerDeadline),
  escalateCall: inTransaction((tx, job) => {
    const { parentTokenId: tokenId, code: escalationCode, variables: given } = Escalated.parse(job.payload);
    return endWork(tx, SYSTEM, { type: 'throwEscalation', tokenId, escalationCode, variables: given });
  }),
  messageThrown: inTransaction((tx, job) => {
    const { name, correlationKey, variables: given } = Thrown.parse(job.payload);
    return deliverMessage(tx, SYSTEM, { name, correlationKey, variables: given });
  }),
  signalThrown: inTransaction(broadcast),
  deliverSignal: inTransaction((tx, job) => {
    const { subscriptionId, variables: given, by: actor = SYSTEM } = Signal.parse(job.payload);
    return deliverSignal(tx, actor, subscriptionId, given);
  }),
  startBySignal: inTransaction(startBySignal),
};

async function completeCall(tx: Tx, job: JobRecord): Promise<void> {
  const { parentTokenId: tokenId, status, variables: given, errorCode } = Ended.parse(job.payload);
  if (errorCode !== undefined) await endWork(tx, SYSTEM, { type: 'throwError', tokenId, errorCode, variables: given });
  else if (status === 'cancelled') await raiseForCaller(tx, tokenId);
  else await endWork(tx, SYSTEM, { type: 'completeActivity', tokenId, variables: given });
}

/** Whoever cancelled the called instance did not say how the caller goes on: a person decides. Retrying calls anew. */
async function raiseForCaller(tx: Tx, tokenId: string): Promise<void> {
  const token = await tables.tokens.find(tx, { id: tokenId });
  if (!token) return;
  const opened = await openInstance(tx, SYSTEM, token.instanceId, placeOf(token));
  if (opened.instance.endedAt !== null) return;
  const { elementId } = token;
  const name = elementName(opened.version.graph, elementId);
  opened.unit.raise({
    tokenId,
    elementId,
    elementName: name,
    code: 'call.childCancelled',
    data: { source: 'call', elementName: name },
  });
  await save(opened);
}

/** One job for each instance that waits: each is a transaction of its own, none holds up the others. */
async function broadcast(tx: Tx, job: JobRecord): Promise<void> {
  const { name, variables: given, by: person } = Broadcast.parse(job.payload);
  const passedOn = { variables: given, ...(person ? { by: person } : {}) };
  const waiting = await tables.subscriptions.select(tx, { kind: 'signal', name });
  const triggers = await tables.startTriggers.select(tx, { kind: 'signal', name });
  const payloads = [
    ...waiting.map(({ id }) => ({
      kind: 'deliverSignal',
      payload: { subscriptionId: id, ...passedOn } as Record<string, Json>,
      key: id,
    })),
    ...triggers.map(({ id, processKey, elementId }) => ({
      kind: 'startBySignal',
      payload: { processKey, elementId, name, ...passedOn } as Record<string, Json>,
      key: id,
    })),
  ];
  const fresh = { ...job, attempts: 0, leaseOwner: null, leasedUntil: null, lastError: null, dueAt: tx.now, createdAt: tx.now };
  await tables.jobs.insert(
    tx,
    payloads.map(({ kind, payload, key }) => ({
      ...fresh,
      id: engineOf(tx.db).newId(),
      kind,
      payload,
      idempotencyKey: `${job.id}:${key}`,
    })),
  );
}

/** The process may have been published anew since the signal was thrown: then its newest version starts. */
async function startBySignal(tx: Tx, job: JobRecord): Promise<void> {
  const { processKey, elementId, name, variables: given, by: actor = SYSTEM } = SignalStart.parse(job.payload);
  const trigger = await holdTrigger(tx, { kind: 'signal', processKey, elementId, name });
  if (!trigger) return;
  const { versionId, processId } = trigger;
  await startInstance(tx, actor, {
    processKey,
    versionId,
    processId,
    startEventId: elementId,
    variables: given,
    startKey: job.idempotencyKey,
  });
}
