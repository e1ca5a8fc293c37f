import type { SubscriptionRow, TokenRow } from '../../contract';
import { CommandError } from '../errors';
import type { Run } from '../run';
import { isWaiting } from '../tokens';

export function refuseEnded(run: Run): void {
  if (run.instance.status !== 'running') throw new CommandError('instanceEnded', { status: run.instance.status });
}

export function needToken(run: Run, tokenId: string): TokenRow {
  refuseEnded(run);
  const token = run.tokens.get(tokenId);
  if (!token) throw new CommandError('tokenUnknown', { tokenId });
  return token;
}

/** A token whose work somebody outside was asked to do and has not done. */
export function needWaiting(run: Run, tokenId: string): TokenRow {
  const token = needToken(run, tokenId);
  if (!isWaiting(token))
    throw new CommandError('activityNotWaiting', { tokenId, elementId: token.elementId, status: token.status });
  return token;
}

export function needSubscription(run: Run, subscriptionId: string, kind: SubscriptionRow['kind']): SubscriptionRow {
  refuseEnded(run);
  const subscription = run.subscriptions.get(subscriptionId);
  if (!subscription) throw new CommandError('subscriptionUnknown', { subscriptionId });
  if (subscription.kind !== kind) throw new CommandError('subscriptionOtherKind', { subscriptionId, kind: subscription.kind });
  return subscription;
}
