import type { Actor } from '../../runtime/actor';
import { engineOf } from '../../runtime/engine';
import { mustHave } from '../../runtime/rights';
import type { Tx } from '../../runtime/tx';
import { readTable } from '../check';
import { addVersion, lockVersions } from '../store';

export interface TakenDecision {
  readonly table: unknown;
  /** `pack`: it is just as the pack has it; `administrator`: what was changed here is in it. */
  readonly origin: 'pack' | 'administrator';
  readonly reason: string;
}

/**
 * Makes a table that somebody took in with a pack the active one; it may be new. Who may: administrators. Never: changes published
 * versions of processes or running instances.
 *
 * @throws bad input `decision.format`, `decision.hasProblems`
 */
export async function takeDecision(tx: Tx, actor: Actor, { table: input, origin, reason }: TakenDecision): Promise<void> {
  mustHave(actor, 'design');
  const { table } = await readTable(tx, input);
  const [newest] = await lockVersions(tx, table.key);
  await addVersion(tx, {
    id: engineOf(tx.db).newId(),
    key: table.key,
    number: (newest?.number ?? 0) + 1,
    name: table.name,
    table,
    isActive: true,
    origin,
    changedAt: tx.now,
    changedById: actor.userId,
    changedByName: actor.name,
    reason,
  });
}
