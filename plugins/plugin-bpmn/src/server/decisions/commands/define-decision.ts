import { engineOf } from '../../runtime/engine';
import type { Tx } from '../../runtime/tx';
import { readTable } from '../check';
import { addVersion, lockVersions } from '../store';

/**
 * Installs or updates a pack's decision table. The same table again changes nothing. A new one becomes active, unless an
 * administrator changed the table: then theirs stays and the pack's waits in the history as an offer.
 *
 * Who may: a pack's installation, never a request. Published versions of processes keep the table they were published with.
 *
 * @throws bad input `decision.format`, `decision.hasProblems`
 */
export async function defineDecision(tx: Tx, input: unknown): Promise<void> {
  const { table } = await readTable(tx, input);
  const versions = await lockVersions(tx, table.key);
  const fromPack = versions.find(({ origin }) => origin === 'pack');
  if (fromPack && JSON.stringify(fromPack.table) === JSON.stringify(table)) return;
  const active = versions.find(({ isActive }) => isActive);
  await addVersion(tx, {
    id: engineOf(tx.db).newId(),
    key: table.key,
    number: (versions[0]?.number ?? 0) + 1,
    name: table.name,
    table,
    isActive: active?.origin !== 'administrator',
    origin: 'pack',
    changedAt: tx.now,
    changedById: null,
    changedByName: null,
    reason: null,
  });
}
