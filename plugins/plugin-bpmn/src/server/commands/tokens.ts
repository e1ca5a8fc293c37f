import type { Command } from '@wuxin/bpmn-core';
import type { ActorOrSystem } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { placeOf, tables } from '../store';
import { moveTokens, mustRun, openInstance, save } from './opened-instance';

type TokenCommand = Extract<Command, { type: 'completeActivity' | 'throwError' | 'throwEscalation' }>;

/**
 * Ends the work of a job or a called instance. A token that is gone, or an instance that has ended, is no error: the work
 * was cancelled meanwhile. A suspended instance refuses, so that the job tries again later.
 *
 * @returns whether tokens moved
 * @throws conflict `instance.suspended`
 */
export async function endWork(tx: Tx, actor: ActorOrSystem, command: TokenCommand): Promise<boolean> {
  const token = await tables.tokens.find(tx, { id: command.tokenId });
  if (!token) return false;
  const opened = await openInstance(tx, actor, token.instanceId, placeOf(token));
  if (opened.instance.endedAt !== null) return false;
  mustRun(opened);
  if (!opened.session.holdsToken(command.tokenId)) return false;
  opened.unit.clearIncidents(command.tokenId);
  await moveTokens(opened, command);
  await save(opened);
  return true;
}
