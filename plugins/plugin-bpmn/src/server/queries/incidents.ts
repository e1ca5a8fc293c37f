import type { IncidentRow } from '../../common/api';
import { tables, type IncidentRecord, type InstanceRecord } from '../store';
import { caseTitleIn, loadVersion, processNameIn } from '../versions';
import { incidentWords } from './incident-words';
import type { Reader } from './reader';

const MAX_SHOWN = 500;

interface Which {
  readonly processKey?: string;
  readonly instanceId?: string;
  readonly limit?: number;
}

/** Open incidents of everything, of a process or of a case, oldest first. Indexes: (status, raisedAt), (instanceId, status). */
export async function openIncidents(reader: Reader, which: Which = {}): Promise<IncidentRow[]> {
  const { tx } = reader;
  const where = { status: 'open', ...(await instancesFor(tx, which)) };
  const incidents = await tables.incidents.select(tx, where, { order: [['raisedAt', 'ASC']], limit: which.limit ?? MAX_SHOWN });
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

async function instancesFor(tx: Reader['tx'], { processKey, instanceId }: Which): Promise<{ instanceId?: string | string[] }> {
  if (processKey === undefined) return instanceId === undefined ? {} : { instanceId };
  const open = await tables.incidents.countBy(tx, ['instanceId'], { status: 'open', ...(instanceId && { instanceId }) });
  const id = open.map((row) => row.instanceId);
  const rows = id.length > 0 ? await tables.instances.selectColumns(tx, ['id'], { id, processKey }) : [];
  return { instanceId: rows.map((row) => row.id) };
}

interface Incident {
  readonly incident: IncidentRecord;
  readonly instance: InstanceRecord;
  readonly attempts: number;
}

/** Versions are kept in memory: incidents of one process cost one look-up. */
export async function incidentRow({ tx, locale }: Reader, { incident, instance, attempts }: Incident): Promise<IncidentRow> {
  const { graph } = await loadVersion(tx, instance.versionId);
  return {
    id: incident.id,
    instanceId: instance.id,
    instanceTitle: caseTitleIn(locale, instance),
    processName: processNameIn(locale, graph, instance.processKey, instance.processName),
    elementId: incident.elementId,
    ...incidentWords(locale, graph, incident),
    code: incident.code,
    raisedAt: incident.raisedAt,
    attempts,
  };
}
