import type { Actor } from '../runtime/actor';
import { badInput, conflict, notFound } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Tx } from '../runtime/tx';
import { noteSettingChange } from '../setting-changes';
import { NOT_DISMISSED, shippedPacks } from './store';

export interface ShippedDismissal {
  readonly key: string;
  /** Since when what somebody decides about has been offered: a newer one may have come since they looked. */
  readonly since: number;
  readonly reason: string;
  readonly isDismissed: boolean;
}

/**
 * Offers a shipped pack no longer, or again. A newer one is offered again by itself. Who may: with the right to design, with a reason, which
 * is kept. Never: touches the process, or the pack itself.
 *
 * @throws bad input `reason.missing`; not found `pack.nothingShipped`; conflict `pack.newerShipped`
 */
export async function dismissShipped(
  tx: Tx,
  actor: Actor,
  { key, since, reason: given, isDismissed }: ShippedDismissal,
): Promise<void> {
  mustHave(actor, 'design');
  const reason = given.trim();
  if (!reason) throw badInput('reason.missing');
  const offered = await shippedPacks.find(tx, { processKey: key }, { forUpdate: true });
  if (!offered || offered.offeredAt === null) throw notFound('pack.nothingShipped');
  if (offered.offeredAt !== since) throw conflict('pack.newerShipped');
  if ((offered.dismissedAt !== null) === isDismissed) return;
  const dismissal = { dismissedAt: tx.now, dismissedById: actor.userId, dismissedByName: actor.name, dismissedReason: reason };
  await shippedPacks.update(tx, { processKey: key }, isDismissed ? dismissal : NOT_DISMISSED);
  await noteSettingChange(tx, actor, ['process', key], { kind: isDismissed ? 'packDismissed' : 'packShownAgain', reason });
}
