import type { IncidentRow } from '../../common/api';
import { tables, type IncidentRecord, type InstanceRecord } from '../store';
import { loadVersion, processNameIn } from '../versions';
import { incidentWords } from './incident-words';
import type { Reader } from './reader';

const MAX_SHOWN = 500;

/** Open incidents, oldest first. Index: (status, raisedAt). */
export async function openIncidents(reader: Reader): Promise<IncidentRow[]> {
  const { tx } = reader;
  const incidents = await tables.incidents.select(tx, { status: 'open' }, { order: [['raisedAt', 'ASC']], limit: MAX_SHOWN });
  const ids = [...new Set(incidents.map(({ instanceId }) => instanceId))];
  const instances = new Map((ids.length > 0 ? await tables.instances.select(tx, { id: ids }) : []).map((row) => [row.id, row]));
  const jobIds = incidents.flatMap(({ jobId }) => jobId ?? []);
  const jobs = new Map((jobIds.length > 0 ? await tables.jobs.select(tx, { id: jobIds }) : []).map((row) => [row.id, row]));
  return Promise.all(
    incidents.flatMap((incident) => {
      const instance = instances.get(incident.instanceId);
      return instance ? incidentRow(reader, { incident, instance, attempts: jobs.get(incident.jobId ?? '')?.attempts ?? 0 }) : [];
    }),
  );
}

interface Incident {
  readonly incident: IncidentRecord;
  readonly instance: InstanceRecord;
  readonly attempts: number;
}

/** Versions are kept in memory: incidents of one process cost one look-up. */
async function incidentRow({ tx, locale }: Reader, { incident, instance, attempts }: Incident): Promise<IncidentRow> {
  const { graph } = await loadVersion(tx, instance.versionId);
  return {
    id: incident.id,
    instanceId: instance.id,
    instanceTitle: instance.title,
    processName: processNameIn(locale, graph, instance.processKey, instance.processName),
    elementId: incident.elementId,
    ...incidentWords(locale, graph, incident),
    code: incident.code,
    raisedAt: incident.raisedAt,
    attempts,
  };
}
