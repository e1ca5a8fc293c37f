import type { Variables } from '@wuxin/bpmn-core';
import { isAdministrator } from '../assignment';
import { advance, enter } from '../engine';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, forbidden, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { placeOf, tables, visibleVariables, type IncidentRecord } from '../store';
import { correctIn } from './correct-parameters';
import { moveTokens, mustRun, openInstance, save, type OpenedInstance } from './opened-instance';

export interface Retry {
  readonly reason: string;
  /** What the case's variables become before it is tried; the others stay. */
  readonly variables?: Variables;
  /** What parameters become that the case started with. */
  readonly parameters?: Variables;
}

/**
 * Tries again what an incident stopped: the element, the beginning of its work, or the job. Who may: an administrator, with a
 * reason. Given variables are merged and parameters corrected first, to mend what made it fail. The incident is resolved; a new one tells if it fails
 * again. History names what was changed; the values and the reason can be erased from it.
 */
export async function retryIncident(tx: Tx, actor: Actor, incidentId: string, retry: Retry): Promise<void> {
  const { reason, variables = {}, parameters = {} } = retry;
  const { opened, incident } = await openIncident(tx, actor, incidentId);
  const ground = mustBeSaid(reason);
  // what an ended case has left to others to do may still fail and be tried again
  if (!incident.jobId) mustRun(opened);
  await correctIn(opened, actor, { reason: ground, parameters });
  await resolve(tx, actor, incident, 'retried');
  const element = { id: incident.elementId, name: incident.elementName };
  opened.unit.record({
    kind: 'incidentRetried',
    actor,
    element,
    data: { code: incident.code, variables: Object.keys(variables) },
    payload: { reason: ground, variables },
  });
  if (Object.keys(variables).length > 0) await moveTokens(opened, { type: 'setVariables', variables });
  await again(opened, incident);
  await save(opened);
}

/** Closes an incident that was dealt with outside. Who may: an administrator, with a note. Never moves a token. */
export async function resolveIncident(tx: Tx, actor: Actor, incidentId: string, note: string): Promise<void> {
  const { opened, incident } = await openIncident(tx, actor, incidentId);
  const reason = mustBeSaid(note);
  await resolve(tx, actor, incident, 'settled');
  const element = { id: incident.elementId, name: incident.elementName };
  opened.unit.record({ kind: 'incidentResolved', actor, element, data: { code: incident.code }, payload: { reason } });
  await save(opened);
}

function mustBeSaid(reason: string): string {
  if (!reason.trim()) throw badInput('task.reasonMissing');
  return reason.trim();
}

async function again(opened: OpenedInstance, incident: IncidentRecord): Promise<void> {
  const { jobId, tokenId, elementId, data } = incident;
  if (jobId) return runJobAgain(opened, jobId);
  if (!tokenId) return;
  switch (data.source) {
    case 'activity':
      return enterAgain(opened, { tokenId, elementId });
    case 'call':
      // a new token calls anew; the old call has ended
      return moveTokens(opened, { type: 'move', fromTokenIds: [tokenId], toElementId: elementId, variables: {} });
    default:
      return moveTokens(opened, { type: 'retry', tokenId });
  }
}

async function enterAgain(opened: OpenedInstance, work: { tokenId: string; elementId: string }): Promise<void> {
  const variables = visibleVariables(opened.session.reader, work.tokenId);
  for (const command of await enter(opened, { ...work, variables })) await advance(opened, command);
}

/** A service sees the variables as they are now: mending them is why it is tried again. */
async function runJobAgain({ tx, session }: OpenedInstance, jobId: string): Promise<void> {
  const job = await tables.jobs.find(tx, { id: jobId, status: 'failed' });
  if (!job) return;
  const isService = job.kind === 'service' && job.tokenId !== null && session.holdsToken(job.tokenId);
  const payload = isService ? { ...job.payload, variables: visibleVariables(session.reader, String(job.tokenId)) } : job.payload;
  const fresh = { status: 'ready' as const, attempts: 0, dueAt: tx.now, leaseOwner: null, leasedUntil: null };
  await tables.jobs.update(tx, { id: jobId }, { ...fresh, payload });
}

async function openIncident(
  tx: Tx,
  actor: Actor,
  incidentId: string,
): Promise<{ opened: OpenedInstance; incident: IncidentRecord }> {
  if (!isAdministrator(actor)) throw forbidden('incident.administratorsOnly');
  const found = await tables.incidents.find(tx, { id: incidentId });
  if (!found) throw notFound('incident.notFound', { incidentId });
  const token = found.tokenId ? await tables.tokens.find(tx, { id: found.tokenId }) : undefined;
  const opened = await openInstance(tx, actor, found.instanceId, token && placeOf(token));
  const incident = await tables.incidents.find(tx, { id: incidentId });
  if (!incident || incident.status !== 'open') throw conflict('incident.resolvedAlready', { incidentId });
  return { opened, incident };
}

async function resolve(tx: Tx, actor: Actor, incident: IncidentRecord, resolution: 'retried' | 'settled'): Promise<void> {
  const by = { resolvedAt: tx.now, resolvedById: actor.userId, resolvedByName: actor.name };
  await tables.incidents.update(tx, { id: incident.id }, { status: 'resolved', resolution, ...by });
}
