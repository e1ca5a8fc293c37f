import type { Command } from '../../contract';
import { findElement, findProcess, type Element } from '../../graph';
import { CommandError } from '../errors';
import type { Run } from '../run';
import { insertToken } from '../tokens';
import { rootIdOf } from './root';

/** From: an instance row without tokens. Puts tokens at the plain start, or at the start event that was named. */
export function start(run: Run, { variables, startEventId }: Extract<Command, { type: 'start' }>): void {
  const { id, processId, status, nextSequence } = run.instance;
  if (status !== 'running' || nextSequence > 1) throw new CommandError('instanceStarted', { instanceId: id });
  const process = findProcess(run.graph, processId) && findElement(run.graph, processId);
  if (!process) throw new CommandError('processUnknown', { processId });
  const startIds = startsOf(run, process, startEventId);
  run.instance = { ...run.instance, variables: { ...run.instance.variables, ...variables }, nextSequence: 1 };
  run.log('instanceStarted', processId, rootIdOf(id), startEventId === undefined ? {} : { startEventId });
  const root = insertToken(run, { parentId: null, elementId: processId, kind: 'scope', data: { live: 0, startIds } });
  run.push({ type: 'begin', tokenId: root.id });
}

function startsOf(run: Run, process: Element, startEventId: string | undefined): readonly string[] {
  if (startEventId !== undefined) {
    const event = findElement(run.graph, startEventId);
    if (event?.kind !== 'startEvent' || event.scopeId !== process.id)
      throw new CommandError('startEventUnknown', { startEventId });
    return [startEventId];
  }
  const ids = process.scope?.startIds ?? [];
  const isOneOfMany = ids.length > 1 && ids.every((id) => findElement(run.graph, id)?.kind === 'startEvent');
  if (ids.length === 0 || isOneOfMany) throw new CommandError('startEventNeeded', { processId: process.id, startEventIds: ids });
  return ids;
}
