import type { Variables } from '@wuxin/bpmn-core';
import { isAdministrator } from '../assignment';
import { advance, enter } from '../engine';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, forbidden, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, visibleVariables, type IncidentRecord } from '../store';
import { advanceContext, moveTokens, mustRun, openInstance, save, type OpenedInstance } from './opened-instance';

/**
 * Tries again what an incident stopped: the element, the beginning of its work, or the job. Who may: an administrator.
 * Given variables are merged first, to mend what made it fail. The incident is resolved; a new one tells if it fails again.
 */
export async function retryIncident(tx: Tx, actor: Actor, incidentId: string, variables: Variables = {}): Promise<void> {
  const { opened, incident } = await openIncident(tx, actor, incidentId);
  mustRun(opened);
  await resolve(tx, actor, incident, 'retried');
  const element = { id: incident.elementId, name: incident.elementName };
  opened.unit.record({
    kind: 'incidentRetried',
    actor,
    element,
    data: { code: incident.code, variables: Object.keys(variables) },
  });
  if (Object.keys(variables).length > 0) await moveTokens(opened, { type: 'setVariables', variables });
  await again(opened, incident);
  await save(opened);
}

/** Closes an incident that was dealt with outside. Who may: an administrator, with a note. Never moves a token. */
export async function resolveIncident(tx: Tx, actor: Actor, incidentId: string, note: string): Promise<void> {
  if (!note?.trim()) throw badInput('task.reasonMissing');
  const { opened, incident } = await openIncident(tx, actor, incidentId);
  await resolve(tx, actor, incident, note);
  const element = { id: incident.elementId, name: incident.elementName };
  opened.unit.record({ kind: 'incidentResolved', actor, element, data: { code: incident.code, note } });
  await save(opened);
}

async function again(opened: OpenedInstance, { tokenId, jobId, elementId, data }: IncidentRecord): Promise<void> {
  const { tx } = opened;
  if (jobId) {
    await tables.jobs.update(
      tx,
      { id: jobId, status: 'failed' },
      { status: 'ready', attempts: 0, dueAt: tx.now, leaseOwner: null, leasedUntil: null },
    );
    return;
  }
  if (!tokenId) return;
  if (data.source !== 'activity') return moveTokens(opened, { type: 'retry', tokenId });
  const context = await advanceContext(opened);
  const variables = visibleVariables(opened.session.reader, tokenId);
  for (const command of await enter(context, { tokenId, elementId, variables })) await advance(context, command);
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
  const opened = await openInstance(tx, actor, found.instanceId, token?.plane);
  const incident = await tables.incidents.find(tx, { id: incidentId });
  if (!incident || incident.status !== 'open') throw conflict('incident.resolvedAlready', { incidentId });
  return { opened, incident };
}

async function resolve(tx: Tx, actor: Actor, incident: IncidentRecord, resolution: string): Promise<void> {
  const by = { resolvedAt: tx.now, resolvedById: actor.userId, resolvedByName: actor.name };
  await tables.incidents.update(tx, { id: incident.id }, { status: 'resolved', resolution, ...by });
}
