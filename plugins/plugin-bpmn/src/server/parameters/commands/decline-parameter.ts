import type { Actor } from '../../runtime/actor';
import type { Tx } from '../../runtime/tx';
import { lockProposalFor } from '../decide-proposal';
import { decideValue } from '../store';

/**
 * Turns a proposed value down; it stays in the history and never holds.
 *
 * Who may, and from where: as for approving it.
 */
export async function declineParameter(tx: Tx, actor: Actor, input: { readonly id: string }): Promise<void> {
  await lockProposalFor(tx, actor, input.id);
  await decideValue(tx, input.id, {
    status: 'declined',
    approverId: actor.userId,
    approverName: actor.name,
    decidedAt: tx.now,
  });
}
