import { isAdministrator } from '../../assignment';
import type { Actor } from '../../runtime/actor';
import { engineOf } from '../../runtime/engine';
import { badInput, forbidden, notFound } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';
import { tables } from '../../store';
import { formulasIn, problemOf } from './check-rule';
import { canStart } from './collections';
import { dataStarts, enabledRulesOf, type DataStartRule } from './rules';
import { DATA_START_JOB, keysOf } from './store';

export type RuleToSave = Omit<DataStartRule, 'id'> & { readonly id?: string };

/**
 * Adds a rule or changes one. Who may: an administrator. Running instances and records that met the rule before are not
 * touched. @throws bad input `dataStart.noCollection`, `dataStart.noField`, `dataStart.badExpression`; not found
 * `process.notFound`, `dataStart.notFound`
 */
export async function saveRule(tx: Tx, actor: Actor, { id, ...rule }: RuleToSave): Promise<{ id: string }> {
  mustAdminister(actor);
  await check(tx, rule);
  const ruleId = id ?? engineOf(tx.db).newId();
  if (id === undefined) await dataStarts.insert(tx, [{ id: ruleId, ...rule }]);
  else if ((await dataStarts.update(tx, { id }, rule)) === 0) throw notFound('dataStart.notFound');
  forgetAfterCommit(tx);
  return { id: ruleId };
}

/**
 * Removes a rule; what it has started goes on, what it has still to start is given up. Who may: an administrator.
 * @throws not found `dataStart.notFound`
 */
export async function removeRule(tx: Tx, actor: Actor, id: string): Promise<{ dropped: number }> {
  mustAdminister(actor);
  if ((await dataStarts.delete(tx, { id })) === 0) throw notFound('dataStart.notFound');
  forgetAfterCommit(tx);
  return { dropped: await tables.jobs.delete(tx, { kind: DATA_START_JOB, idempotencyKey: keysOf({ id }) }) };
}

/** Tries the starts of a rule again that failed too often. Who may: an administrator, after mending what made them fail. */
export async function retryStarts(tx: Tx, actor: Actor, id: string): Promise<{ retried: number }> {
  mustAdminister(actor);
  const failed = (await tables.jobs.select(tx, { kind: DATA_START_JOB, status: 'failed' })).filter(
    ({ payload }) => payload.ruleId === id,
  );
  const again = { status: 'ready', attempts: 0, dueAt: tx.now, leaseOwner: null, leasedUntil: null } as const;
  if (failed.length > 0) await tables.jobs.update(tx, { id: failed.map((job) => job.id) }, again);
  return { retried: failed.length };
}

function mustAdminister(actor: Actor): void {
  if (!isAdministrator(actor)) throw forbidden('dataStart.administratorsOnly');
}

const forgetAfterCommit = ({ db, transaction }: Tx) => transaction.afterCommit(() => enabledRulesOf(db).forget());

async function check(tx: Tx, rule: Omit<DataStartRule, 'id'>): Promise<void> {
  const { collection: name, placeField } = rule;
  const collection = tx.db.getCollection(name);
  if (!canStart(collection)) throw badInput('dataStart.noCollection', { collection: name });
  if (placeField && !collection.model.getAttributes()[placeField])
    throw badInput('dataStart.noField', { collection: name, field: placeField });
  for (const { expression } of formulasIn(rule)) mustBeFeel(expression);
  if (!(await tables.processes.find(tx, { key: rule.processKey }))) throw notFound('process.notFound', { key: rule.processKey });
}

function mustBeFeel(expression: string): void {
  const problem = problemOf(expression);
  if (problem) throw badInput('dataStart.badExpression', { expression, feelCode: problem.code });
}
