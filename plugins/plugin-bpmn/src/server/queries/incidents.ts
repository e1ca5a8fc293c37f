import type { IncidentRow } from '../../common/api';
import { incidentText } from '../runtime/error-text';
import { tables } from '../store';
import type { Reader } from './reader';

const MAX_SHOWN = 500;

/** Open incidents, oldest first. Index: (status, raisedAt). */
export async function openIncidents({ tx, locale }: Reader): Promise<IncidentRow[]> {
  const incidents = await tables.incidents.select(tx, { status: 'open' }, { order: [['raisedAt', 'ASC']], limit: MAX_SHOWN });
  const ids = [...new Set(incidents.map(({ instanceId }) => instanceId))];
  const instances = new Map((ids.length > 0 ? await tables.instances.select(tx, { id: ids }) : []).map((row) => [row.id, row]));
  const jobIds = incidents.flatMap(({ jobId }) => jobId ?? []);
  const jobs = new Map((jobIds.length > 0 ? await tables.jobs.select(tx, { id: jobIds }) : []).map((row) => [row.id, row]));
  return incidents.map((incident) => ({
    id: incident.id,
    instanceId: incident.instanceId,
    instanceTitle: instances.get(incident.instanceId)?.title ?? '',
    processName: instances.get(incident.instanceId)?.processName ?? '',
    elementId: incident.elementId,
    elementName: incident.elementName,
    code: incident.code,
    text: incidentText(locale, incident.code, incident.data),
    raisedAt: incident.raisedAt,
    attempts: jobs.get(incident.jobId ?? '')?.attempts ?? 0,
  }));
}
