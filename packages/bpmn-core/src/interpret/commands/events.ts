import type { Command } from '../../contract';
import { CommandError } from '../errors';
import type { Run } from '../run';
import { needSubscription } from './guards';

/** Refuses a timer before its time; after it, however late, it fires once. */
export function fireTimer(run: Run, subscriptionId: string): void {
  const { id, tokenId, dueAt } = needSubscription(run, subscriptionId, 'timer');
  if (dueAt === null || dueAt > run.env.now) throw new CommandError('timerNotDue', { subscriptionId, dueAt, now: run.env.now });
  run.push({ type: 'trigger', tokenId, subscriptionId: id, variables: {} });
}

/** Hands a message or signal to one subscription; whom it is for has been decided by the host. */
export function deliver(
  run: Run,
  kind: 'message' | 'signal',
  command: Extract<Command, { type: 'deliverMessage' | 'deliverSignal' }>,
): void {
  const { id, tokenId } = needSubscription(run, command.subscriptionId, kind);
  run.push({ type: 'trigger', tokenId, subscriptionId: id, variables: command.variables });
}
