import type { TrackedInstance } from '../../common/api';
import { withdrawableStep } from '../commands';
import { tables, type HistoryRecord, type IncidentRecord, type InstanceRecord, type TokenRecord } from '../store';
import { loadVersion, type LoadedVersion } from '../versions';
import { historyViews } from './history-view';
import { historyOfInstance, instanceHead } from './instance-head';
import type { Reader } from './reader';
import { mayCopy } from './scopes';
import { visibleInstance } from './visible-instance';
import { waitingReasons } from './waiting';

/** The process page: diagram of the case's own version, where it stands and why it waits. */
export async function trackInstance(reader: Reader, instanceId: string): Promise<TrackedInstance> {
  const { tx } = reader;
  const instance = await visibleInstance(reader, instanceId);
  const version = await loadVersion(tx, instance.versionId);
  const history = await historyOfInstance(reader, instanceId);
  const tokens = await tables.tokens.select(tx, { instanceId });
  const incidents = await tables.incidents.select(tx, { instanceId, status: 'open' });
  return {
    instance: await instanceHead(reader, instance, history),
    xml: version.record.xml,
    passed: passedElements(history),
    takenFlows: takenFlows(history),
    current: currentElements(tokens, incidents),
    waiting: await waitingReasons(reader, { instance, version, tokens, incidents }),
    history: await historyViews(reader, version, history),
    children: await childrenOf(reader, instanceId),
    may: await rightsOver(reader, instance, version),
  };
}

function passedElements(history: readonly HistoryRecord[]): Record<string, number> {
  const passed: Record<string, number> = {};
  for (const { kind, elementId } of history)
    if (kind === 'elementLeft' && elementId) passed[elementId] = (passed[elementId] ?? 0) + 1;
  return passed;
}

function takenFlows(history: readonly HistoryRecord[]): string[] {
  const flows = history.flatMap(({ kind, data }) =>
    kind === 'flowsTaken' && Array.isArray(data.flows) ? data.flows.map(String) : [],
  );
  return [...new Set(flows)];
}

/** Scopes and multi-instance bodies are where their children are. */
function currentElements(tokens: readonly TokenRecord[], incidents: readonly IncidentRecord[]): TrackedInstance['current'] {
  const leaves = tokens.filter(({ kind }) => kind !== 'scope' && kind !== 'multiInstance');
  const counts = new Map<string, number>();
  leaves.forEach(({ elementId }) => counts.set(elementId, (counts.get(elementId) ?? 0) + 1));
  const troubled = new Set(incidents.map(({ elementId }) => elementId));
  return [...counts].map(([elementId, count]) => ({ elementId, count, hasIncident: troubled.has(elementId) }));
}

async function childrenOf({ tx }: Reader, parentInstanceId: string): Promise<TrackedInstance['children']> {
  const children = await tables.instances.select(tx, { parentInstanceId }, { order: [['startedAt', 'ASC']] });
  return children.map(({ id, title, status, parentTokenId }) => ({
    instanceId: id,
    title,
    status,
    elementId: parentTokenId ?? '',
  }));
}

async function rightsOver(reader: Reader, instance: InstanceRecord, version: LoadedVersion): Promise<TrackedInstance['may']> {
  const { tx, actor, isAdministrator } = reader;
  const isOpen = instance.endedAt === null;
  const isStarter = instance.starterId === actor.userId;
  const isSupervisor = instance.placePath.some(({ id }) => reader.supervisedPlaceIds.includes(id));
  const step = instance.status === 'running' ? await withdrawableStep(tx, actor.userId, { instance, version }) : undefined;
  return {
    cancel: isOpen && (isAdministrator || isStarter),
    suspend: instance.status === 'running' && isAdministrator,
    correctParameters: isOpen && isAdministrator && Object.keys(instance.parameters).length > 0,
    resume: instance.status === 'suspended' && isAdministrator,
    withdraw: step !== undefined,
    remind: instance.status === 'running' && (isAdministrator || isStarter || isSupervisor),
    cc: (await tables.instances.count(tx, mayCopy(reader, instance.id))) > 0,
    resolveIncidents: isAdministrator,
  };
}
