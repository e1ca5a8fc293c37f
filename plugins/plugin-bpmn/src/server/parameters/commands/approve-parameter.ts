import type { Actor } from '../../runtime/actor';
import type { Tx } from '../../runtime/tx';
import { refuseBeyondStatutoryLimit, refuseUnusable } from '../check-change';
import { lockProposalFor } from '../decide-proposal';
import { decideValue, lockDefinition } from '../store';

/**
 * Lets a proposed value hold, from now or from the later date it was proposed for, and records who approved it.
 *
 * Who may: another person than the proposer, who works above the place, or an administrator. From: proposed. Unit and
 * statutory limit are asked again: a pack may have brought another since.
 */
export async function approveParameter(tx: Tx, actor: Actor, input: { readonly id: string }): Promise<void> {
  const proposal = await lockProposalFor(tx, actor, input.id);
  const definition = await lockDefinition(tx, proposal.parameterKey);
  if (definition) {
    refuseUnusable(definition, proposal.value);
    refuseBeyondStatutoryLimit(definition, proposal.value);
  }
  await decideValue(tx, input.id, {
    status: 'effective',
    effectiveFrom: Math.max(proposal.effectiveFrom, tx.now),
    approverId: actor.userId,
    approverName: actor.name,
    decidedAt: tx.now,
  });
}
