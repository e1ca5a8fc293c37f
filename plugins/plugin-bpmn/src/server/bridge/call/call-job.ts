import type { Database } from '@nocobase/database';
import type { Json, Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import type { Finish, JobHandler } from '../../jobs';
import { engineOf } from '../../runtime/engine';
import { BpmnError, conflict } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';
import { tables, type InstanceRecord, type JobRecord } from '../../store';
import { eventKeyOf, executionOf, triggerWorkflow } from './executions-store';
import { completeWork, failWork } from './settle';

export const CALL_JOB = 'callWorkflow';

const CallJob = z.object({
  elementId: z.string(),
  workflow: z.string(),
  round: z.number(),
  /** How often it was looked whether the workflow has ended. */
  look: z.number(),
  variables: z.record(z.string(), z.unknown()).transform((value) => value as Variables), // jobs hold JSON
});
export type Call = z.output<typeof CallJob>;

export function newCallJob(tokenId: string, call: Call, dueAt: number) {
  const payload: Record<string, Json> = { ...call };
  const idempotencyKey = `${CALL_JOB}:${tokenId}:${call.round}:${call.look}`;
  return { kind: CALL_JOB, tokenId, taskId: null, payload, dueAt, maxAttempts: 8, idempotencyKey };
}

/**
 * Starts the workflow of a service task and looks, in a chain of jobs, until it has ended. The execution's row is the truth:
 * it is found by its event key, so neither a lost event of NocoBase's nor a crash of ours starts it twice or forgets it.
 */
export const callJob = (db: Database): JobHandler => ({ kind: 'outside', run: (job) => lookAt(db, job) });

async function lookAt(db: Database, job: JobRecord): Promise<Finish | void> {
  const call = CallJob.parse(job.payload);
  const tokenId = job.tokenId;
  const instance = job.instanceId ? await tables.instances.find({ db }, { id: job.instanceId }) : undefined;
  if (!tokenId || !instance || instance.endedAt !== null) return undefined;
  if (instance.status === 'suspended') throw conflict('instance.suspended', { instanceId: instance.id });
  const eventKey = eventKeyOf(tokenId, call.round);
  const isStarted = (await executionOf({ db }, eventKey)) !== undefined || (await start(db, call, eventKey, instance));
  if (!isStarted) return (tx) => failWork(tx, tokenId, call, { code: 'workflow.notFound', data: { workflow: call.workflow } });
  return (tx) => settle(tx, tokenId, call, eventKey);
}

async function start(db: Database, call: Call, eventKey: string, instance: InstanceRecord): Promise<boolean> {
  const { id, title, processKey, businessKey, placeId, placeName, recordCollection, recordId, starterId } = instance;
  const about = { id, title, processKey, businessKey, placeId, placeName, recordCollection, recordId, starterId };
  const isKnown = await triggerWorkflow(db, call.workflow, eventKey, { variables: call.variables, instance: about });
  if (isKnown) await appear(db, eventKey);
  return isKnown;
}

/** NocoBase writes the row of an event a moment after it was triggered, from memory; the event may get lost before. */
async function appear(db: Database, eventKey: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await executionOf({ db }, eventKey)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new BpmnError('workflow.notStarted', 500);
}

async function settle(tx: Tx, tokenId: string, call: Call, eventKey: string): Promise<void> {
  const execution = await executionOf(tx, eventKey);
  switch (execution?.state) {
    case undefined:
      throw new BpmnError('workflow.notStarted', 500);
    case 'running':
      return lookAgain(tx, tokenId, call);
    case 'done':
      return completeWork(tx, tokenId, call, execution.output);
    case 'failed':
      return failWork(tx, tokenId, call, {
        code: 'workflow.failed',
        data: { workflow: call.workflow, status: execution.status },
      });
  }
}

const FIRST_LOOK_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/** The end of the workflow makes the next look due at once (see poke.ts); this pause is for when that is lost. */
async function lookAgain(tx: Tx, tokenId: string, call: Call): Promise<void> {
  const token = await tables.tokens.find(tx, { id: tokenId });
  if (!token) return;
  const pause = Math.min(FIRST_LOOK_MS * 2 ** call.look, LONGEST_PAUSE_MS);
  const fresh = { status: 'ready', attempts: 0, leaseOwner: null, leasedUntil: null, lastError: null } as const;
  const next = newCallJob(tokenId, { ...call, look: call.look + 1 }, tx.now + pause);
  await tables.jobs.insert(tx, [
    { ...next, ...fresh, id: engineOf(tx.db).newId(), instanceId: token.instanceId, createdAt: tx.now },
  ]);
}
