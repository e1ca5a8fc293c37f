import type { Actor } from '../runtime/actor';
import { conflict, forbidden, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { mayApproveAt } from '../places';
import { lockValue } from './store';
import type { ParameterValue } from './types';

/** The proposal that this person may decide now. Nobody decides their own. */
export async function lockProposalFor(tx: Tx, actor: Actor, id: string): Promise<ParameterValue> {
  const proposal = await lockValue(tx, id);
  if (!proposal) throw notFound('parameter.proposalNotFound');
  if (proposal.setById === actor.userId) throw forbidden('parameter.ownProposal');
  if (!(await mayApproveAt(tx, actor, proposal.placeId))) throw forbidden('parameter.notAbove');
  if (proposal.status !== 'proposed') throw conflict('parameter.decidedAlready', { name: proposal.approverName });
  return proposal;
}
