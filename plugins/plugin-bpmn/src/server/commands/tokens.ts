import type { Command, Variables } from '@wuxin/bpmn-core';
import type { DecidedText } from '../activity-types';
import { decidedEvent } from '../engine';
import type { ActorOrSystem } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { placeOf, tables } from '../store';
import { moveTokens, mustRun, openInstance, save, type OpenedInstance } from './opened-instance';

type TokenCommand = Extract<Command, { type: 'completeActivity' | 'throwError' | 'throwEscalation' }>;

/**
 * Ends the work of a job or a called instance. A token that is gone, or an instance that has ended, is no error: the work
 * was cancelled meanwhile. A suspended instance refuses, so that the job tries again later.
 *
 * @returns whether tokens moved
 * @throws conflict `instance.suspended`
 */
export function endWork(tx: Tx, actor: ActorOrSystem, command: TokenCommand): Promise<boolean> {
  return endWorkOf(tx, actor, command, () => undefined);
}

/** How work that was `waiting` ends: see `ActivityType.enter`. */
export interface CompletedActivity {
  readonly tokenId: string;
  readonly variables: Variables;
  /** Kept in the history of the case, as of work that is done at once. */
  readonly decided?: DecidedText;
}

/**
 * Completes an activity that waited, for the plugin whose work it is. The same as {@link endWork}, with what was decided. Whoever holds rows of its own
 * that `ActivityType.cancel` changes calls {@link lockCase} before it locks them.
 */
export function completeActivity(
  tx: Tx,
  actor: ActorOrSystem,
  { tokenId, variables, decided }: CompletedActivity,
): Promise<boolean> {
  return endWorkOf(tx, actor, { type: 'completeActivity', tokenId, variables }, ({ unit, version }, elementId) => {
    if (decided) unit.record(decidedEvent(version, { tokenId, elementId }, decided));
  });
}

/** Locks the row of a case until the transaction ends. Cases are locked before whatever is kept about them elsewhere. */
export async function lockCase(tx: Tx, instanceId: string): Promise<void> {
  await tables.instances.find(tx, { id: instanceId }, { forUpdate: true });
}

async function endWorkOf(
  tx: Tx,
  actor: ActorOrSystem,
  command: TokenCommand,
  note: (opened: OpenedInstance, elementId: string) => void,
): Promise<boolean> {
  const token = await tables.tokens.find(tx, { id: command.tokenId });
  if (!token) return false;
  const opened = await openInstance(tx, actor, token.instanceId, placeOf(token));
  if (opened.instance.endedAt !== null) return false;
  mustRun(opened);
  if (!opened.session.holdsToken(command.tokenId)) return false;
  opened.unit.clearIncidents(command.tokenId);
  note(opened, token.elementId);
  await moveTokens(opened, command);
  await save(opened);
  return true;
}
