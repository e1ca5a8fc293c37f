import { parametersOfTable, type DecisionTable } from '@wuxin/decision';
import { tableIn } from '../../../common/decisions';
import { mustExist } from '../../parameters';
import type { Actor } from '../../runtime/actor';
import { engineOf } from '../../runtime/engine';
import { badInput, conflict, notFound } from '../../runtime/errors';
import { mustHave } from '../../runtime/rights';
import type { Tx } from '../../runtime/tx';
import { readTable, type DecisionProblem } from '../check';
import { addVersion, lockVersions } from '../store';

export interface DecisionChange {
  readonly key: string;
  readonly table: unknown;
  readonly reason: string;
  /** The version that the change was made from: somebody else's change in between is not lost. */
  readonly fromNumber: number;
}

/**
 * Gives a decision table another content, as a new active version.
 *
 * Who may: administrators. From: the newest version. Refused with problems by cell when a cell cannot be used, and when the
 * outputs are named differently, because gateways read them by name. Never changes published versions of processes or
 * running instances: the next publishing takes the new table.
 *
 * @returns what is worth a second look, such as cases that no rule covers
 */
export async function changeDecision(tx: Tx, actor: Actor, change: DecisionChange): Promise<readonly DecisionProblem[]> {
  mustHave(actor, 'design');
  const reason = change.reason.trim();
  if (reason === '') throw badInput('reason.missing');
  const { table, warnings } = await readTable(tx, change.table);
  const [newest, ...earlier] = await lockVersions(tx, change.key);
  if (!newest || table.key !== change.key) throw notFound('decision.notFound', { key: change.key });
  if (newest.number !== change.fromNumber)
    throw conflict('decision.changedMeanwhile', { ...namesOf(newest.table), by: newest.changedByName });
  const active = [newest, ...earlier].find(({ isActive }) => isActive);
  if (active && outputsOf(active.table) !== outputsOf(table)) throw badInput('decision.outputsChanged', namesOf(table));
  await mustExist(tx, parametersOfTable(table));
  await addVersion(tx, {
    id: engineOf(tx.db).newId(),
    key: table.key,
    number: newest.number + 1,
    name: table.name,
    table,
    isActive: true,
    origin: 'administrator',
    changedAt: tx.now,
    changedById: actor.userId,
    changedByName: actor.name,
    reason,
  });
  return warnings;
}

const namesOf = (table: DecisionTable) => ({ name: table.name, nameEn: tableIn('en-US', table).name });

const outputsOf = ({ outputs }: DecisionTable) =>
  outputs
    .map(({ name }) => name)
    .sort()
    .join();
