import type { Actor } from '../../runtime/actor';
import { isAdministrator } from '../../runtime/administrators';
import { badInput, conflict, notFound } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';
import { findStandIn, markRevoked } from '../store';

/**
 * Ends a stand-in at once, also one that has not begun.
 *
 * Who may: the absent person or an administrator; for others it does not exist. From: not revoked yet. The row stays and
 * says by whom and why; what the stand-in has done stays done.
 */
export async function revokeStandIn(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): Promise<void> {
  const standIn = await findStandIn(tx, input.id);
  if (!standIn || (standIn.absent.id !== actor.userId && !isAdministrator(actor))) throw notFound('standIn.notFound');
  if (standIn.revoked) throw conflict('standIn.revokedAlready', { name: standIn.revoked.by.name });
  const reason = input.reason.trim();
  if (reason === '') throw badInput('reason.missing');
  await markRevoked(tx, input.id, actor, reason);
}
