import type { InstanceHead, StageView } from '../../common/api';
import { tables, type HistoryRecord, type InstanceRecord } from '../store';
import { caseTitleIn, loadVersion, processNameIn, type LoadedVersion } from '../versions';
import { caseClocks, orStopped } from './case-clocks';
import { deadlineView } from './deadline-view';
import { person } from './person';
import { inLocale, type Reader } from './reader';
import { visibleTo } from './scopes';

export async function instanceHead(
  reader: Reader,
  instance: InstanceRecord,
  history: readonly HistoryRecord[],
): Promise<InstanceHead> {
  const version = await loadVersion(reader.tx, instance.versionId);
  return {
    id: instance.id,
    title: caseTitleIn(reader.locale, instance),
    processKey: instance.processKey,
    processName: processNameIn(reader.locale, version.graph, instance.processKey, instance.processName),
    versionNumber: instance.versionNumber,
    businessKey: instance.businessKey,
    status: instance.status,
    suspension: instance.suspension,
    place: instance.placeId === null ? null : { id: instance.placeId, name: instance.placeName ?? '' },
    starter: person(instance.starterId, instance.starterName),
    startedAt: instance.startedAt,
    endedAt: instance.endedAt,
    stages: stageViews(reader, { instance, version, history }),
    deadline: instance.endedAt === null ? await deadlineOf(reader, instance) : null,
    caller: await callerOf(reader, instance),
  };
}

async function deadlineOf({ tx, locale }: Reader, instance: InstanceRecord) {
  const due = deadlineView(instance, tx.now, locale);
  if (due) return due;
  const clocks = await caseClocks(tx, { ids: [instance.id], caseOf: (id) => id });
  return orStopped(null, clocks.get(instance.id));
}

/** A caller that the reader may not see is not there for them: its title may name people. */
async function callerOf(reader: Reader, { parentInstanceId: id }: InstanceRecord): Promise<InstanceHead['caller']> {
  if (id === null) return null;
  const caller = await tables.instances.find(reader.tx, visibleTo(reader, id));
  return caller ? { instanceId: caller.id, title: caseTitleIn(reader.locale, caller) } : null;
}

interface Staged {
  readonly instance: InstanceRecord;
  readonly version: LoadedVersion;
  readonly history: readonly HistoryRecord[];
}

/** The stages of the process in their order. A returned case is at an earlier stage again: those after it are ahead of it. */
function stageViews(reader: Reader, { instance, version, history }: Staged): StageView[] {
  const { elements, processes } = version.graph;
  const stages = processes[instance.processId]?.settings.stages ?? [];
  const at = stages.findIndex(({ key }) => key === instance.stage);
  const eventsOf = (key: string) =>
    history.filter(({ elementId }) => elementId !== null && elements[elementId]?.settings.stage === key);
  return stages.map((stage, index) => {
    const events = eventsOf(stage.key);
    const isPassed = events.length > 0 && (index < at || instance.endedAt !== null);
    const isCurrent = index === at && instance.endedAt === null;
    return {
      key: stage.key,
      name: inLocale(reader, stage.name, stage.nameEn, stage.key),
      state: isCurrent ? 'current' : isPassed ? 'passed' : 'upcoming',
      enteredAt: isPassed || isCurrent ? (events[0]?.recordedAt ?? null) : null,
      leftAt: isPassed ? (events.at(-1)?.recordedAt ?? null) : null,
    };
  });
}

/** @returns rows oldest first */
export function historyOfInstance(reader: Reader, instanceId: string): Promise<HistoryRecord[]> {
  return tables.history.select(reader.tx, { instanceId }, { order: [['sequence', 'ASC']] });
}
