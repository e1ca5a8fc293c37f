import type { Json } from '@wuxin/bpmn-core';
import { namesUsed, parametersUsed } from '@wuxin/feel';
import type { IncidentDetail, IncidentVariable, RetriedPart } from '../../common/api';
import { conflict, forbidden, notFound } from '../runtime/errors';
import { enclosingPlanes, tables, type IncidentRecord, type InstanceRecord } from '../store';
import { expressionsAt, loadVersion, startVariablesOf, type LoadedVersion } from '../versions';
import { parametersOf } from './case-parameters';
import { incidentRow } from './incidents';
import { inLocale, type Reader } from './reader';

/**
 * What an administrator has to know to mend an incident: what the element evaluates, and the case's values and parameters. Who may: an
 * administrator, who may also change them. @throws not found `incident.notFound`, conflict `incident.resolvedAlready`
 */
export async function incidentDetail(reader: Reader, incidentId: string): Promise<IncidentDetail> {
  const { tx } = reader;
  if (!reader.isAdministrator) throw forbidden('incident.administratorsOnly');
  const incident = await tables.incidents.find(tx, { id: incidentId });
  const instance = incident && (await tables.instances.find(tx, { id: incident.instanceId }));
  if (!incident || !instance) throw notFound('incident.notFound', { incidentId });
  if (incident.status !== 'open') throw conflict('incident.resolvedAlready', { incidentId });
  const version = await loadVersion(tx, instance.versionId);
  const job = incident.jobId ? await tables.jobs.find(tx, { id: incident.jobId }) : undefined;
  const expressions = expressionsFor(version, incident);
  const names = [...new Set(expressions.flatMap((expression) => namesUsed(expression)))];
  const read = expressions.flatMap((expression) => parametersUsed(expression));
  return {
    ...(await incidentRow(reader, { incident, instance, attempts: job?.attempts ?? 0 })),
    again: againOf(incident),
    expressions,
    readsRecord: names.includes(RECORD),
    parameters: (await parametersOf(reader, instance)).map((one) => ({ ...one, isRead: read.includes(one.key) })),
    variables: variablesFor(reader, {
      instance,
      version,
      read: names.filter((name) => name !== RECORD),
      hidden: await namesInBranch(reader, incident),
    }),
  };
}

/** The record of the case, as expressions name it. */
const RECORD = 'record';

function againOf({ jobId, data }: IncidentRecord): RetriedPart {
  if (jobId !== null) return 'job';
  return data.source === 'activity' || data.source === 'call' ? data.source : 'element';
}

/** The incident's own comes first: of several ways out, it is the one without an answer. */
function expressionsFor({ graph }: LoadedVersion, { elementId, data }: IncidentRecord): string[] {
  const failed = typeof data.expression === 'string' ? [data.expression] : [];
  return [...new Set([...failed, ...expressionsAt(graph, elementId)])];
}

interface Known {
  readonly instance: InstanceRecord;
  readonly version: LoadedVersion;
  readonly read: readonly string[];
  readonly hidden: ReadonlySet<string>;
}

function variablesFor(reader: Reader, { instance, version, read, hidden }: Known): IncidentVariable[] {
  const declared = new Map(startVariablesOf(version.graph, instance.processKey).variables.map((one) => [one.name, one]));
  const values: Readonly<Record<string, Json>> = instance.variables;
  const others = Object.keys(values).filter((name) => !read.includes(name));
  return [...[...read].sort(), ...others.sort()].map((name) => {
    const known = declared.get(name);
    return {
      name,
      label: known ? inLocale(reader, known.label, known.labelEn, '') || null : null,
      value: values[name] ?? null,
      type: known?.type ?? null,
      isRead: read.includes(name),
      isHidden: hidden.has(name),
    };
  });
}

/** What the tokens around the incident's own hold themselves: of an instance of several, of a sub-process. */
async function namesInBranch({ tx }: Reader, { instanceId, tokenId }: IncidentRecord): Promise<Set<string>> {
  const own = tokenId === null ? undefined : await tables.tokens.find(tx, { id: tokenId });
  if (!own) return new Set();
  const around = await tables.tokens.select(tx, { instanceId, plane: enclosingPlanes(own.plane) });
  const byId = new Map(around.map((token) => [token.id, token]));
  const names = new Set<string>();
  for (let token = byId.get(own.id); token; token = token.parentId === null ? undefined : byId.get(token.parentId))
    Object.keys(token.variables).forEach((name) => names.add(name));
  return names;
}
