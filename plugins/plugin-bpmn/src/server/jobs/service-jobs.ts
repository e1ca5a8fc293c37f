import type { Database } from '@nocobase/database';
import type { Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { endWork } from '../commands';
import { serviceHandlersOf } from '../engine';
import { SYSTEM } from '../runtime/actor';
import { BpmnError, conflict } from '../runtime/errors';
import { tables, type JobRecord } from '../store';
import { elementOf, loadVersion } from '../versions';
import type { Finish, JobHandler } from './handlers';

const Payload = z.object({
  type: z.string(),
  elementId: z.string(),
  variables: z.record(z.string(), z.unknown()).transform((value) => value as Variables), // jobs hold JSON
});

/** Service tasks: the handler of their type runs outside every transaction, its answer completes the token in one. */
export const serviceJobs = (db: Database): Readonly<Record<string, JobHandler>> => ({
  service: { kind: 'outside', run: (job) => callService(db, job) },
});

async function callService(db: Database, job: JobRecord): Promise<Finish | void> {
  const { type, elementId, variables } = Payload.parse(job.payload);
  const handler = serviceHandlersOf(db).get(type);
  if (!handler) throw new BpmnError('service.noHandler', 500, { type });
  const instance = await tables.instances.find({ db }, { id: job.instanceId });
  if (!instance || instance.endedAt !== null) return undefined;
  if (instance.status === 'suspended') throw conflict('instance.suspended', { instanceId: instance.id });
  const element = elementOf(await loadVersion({ db }, instance.versionId), elementId);
  const { config = {} } = element.settings;
  const answer = await handler({
    instance,
    elementId,
    elementName: element.name ?? elementId,
    config,
    variables,
    idempotencyKey: job.idempotencyKey,
  });
  const tokenId = job.tokenId;
  if (answer.kind === 'waiting' || tokenId === null) return undefined;
  return async (tx) => void (await endWork(tx, SYSTEM, { type: 'completeActivity', tokenId, variables: answer.variables }));
}
