import type { Database, Model } from '@nocobase/database';
import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import type { Json } from '@wuxin/bpmn-core';
import { Op, type Transaction } from 'sequelize';
import { toJson } from '../../records';
import type { ReadTx } from '../../store';
import { workflowsOf } from '../workflow-plugin';
import { CALL_TRIGGER } from './trigger';

const PREFIX = 'bpmn:';

/** What NocoBase keeps unique: one execution for each time that an activity begins (again after an incident: `round`). */
export const eventKeyOf = (tokenId: string, round: number) => `${PREFIX}${tokenId}:${round}`;

/** The token that an execution works for; undefined when it is somebody else's. */
export function tokenOfEvent(eventKey: unknown): string | undefined {
  return typeof eventKey === 'string' && eventKey.startsWith(PREFIX)
    ? eventKey.slice(PREFIX.length, eventKey.lastIndexOf(':'))
    : undefined;
}

export type Execution =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly output: Json }
  | { readonly state: 'failed'; readonly status: StatusName };

type StatusName = 'failed' | 'error' | 'aborted' | 'canceled' | 'rejected' | 'retryNeeded';

const FAILURES: Readonly<Record<number, StatusName>> = {
  [EXECUTION_STATUS.FAILED]: 'failed',
  [EXECUTION_STATUS.ERROR]: 'error',
  [EXECUTION_STATUS.ABORTED]: 'aborted',
  [EXECUTION_STATUS.CANCELED]: 'canceled',
  [EXECUTION_STATUS.REJECTED]: 'rejected',
  [EXECUTION_STATUS.RETRY_NEEDED]: 'retryNeeded',
};

/** The row is read anew each time: an Output node writes it without any event. */
export async function executionOf({ db, transaction }: ReadTx, eventKey: string): Promise<Execution | undefined> {
  const row = (await db.getRepository('executions').findOne({ filter: { eventKey }, transaction })) as Model | null; // typed as any
  if (!row) return undefined;
  const status: unknown = row.get('status');
  if (status === EXECUTION_STATUS.RESOLVED) return { state: 'done', output: toJson(row.get('output')) };
  const failure = typeof status === 'number' ? FAILURES[status] : undefined;
  return failure ? { state: 'failed', status: failure } : { state: 'running' };
}

/** How often the token's work has had a workflow already. */
export async function roundsOf(db: Database, tokenId: string, transaction: Transaction): Promise<number> {
  if (!db.hasCollection('executions')) return 0;
  return db.getModel('executions').count({ where: { eventKey: { [Op.like]: `${PREFIX}${tokenId}:%` } }, transaction });
}

/** @returns false when there is no such workflow; a repeated key starts nothing */
export async function triggerWorkflow(db: Database, key: string, eventKey: string, context: object): Promise<boolean> {
  const plugin = workflowsOf(db);
  const workflow = plugin && [...plugin.enabledCache.values()].find((known) => known.key === key && known.type === CALL_TRIGGER);
  if (!workflow) return false;
  await plugin.trigger(workflow, context, { eventKey });
  return true;
}
