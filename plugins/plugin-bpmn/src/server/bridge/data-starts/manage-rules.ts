import { isAdministrator } from '../../assignment';
import type { Actor } from '../../runtime/actor';
import { engineOf } from '../../runtime/engine';
import { badInput, forbidden, notFound } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';
import { noteSettingChange } from '../../setting-changes';
import { tables } from '../../store';
import { formulasIn, problemOf } from './check-rule';
import { changedParts } from './changed-parts';
import { canStart, collectionNamed } from './collections';
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
  const saved = id === undefined ? await addRule(tx, actor, rule) : await changeRule(tx, actor, { id, ...rule });
  forgetAfterCommit(tx);
  return saved;
}

async function addRule(tx: Tx, actor: Actor, rule: Omit<DataStartRule, 'id'>): Promise<{ id: string }> {
  const id = engineOf(tx.db).newId();
  await dataStarts.insert(tx, [{ id, ...rule }]);
  await noteSettingChange(tx, actor, ['dataStart', id], { kind: 'ruleAdded', name: rule.name });
  return { id };
}

async function changeRule(tx: Tx, actor: Actor, { id, ...rule }: DataStartRule): Promise<{ id: string }> {
  const before = await dataStarts.find(tx, { id }, { forUpdate: true });
  if (!before) throw notFound('dataStart.notFound');
  const parts = changedParts(before, rule);
  if (parts.length === 0) return { id };
  await dataStarts.update(tx, { id }, rule);
  await noteSettingChange(tx, actor, ['dataStart', id], { kind: 'ruleChanged', name: before.name, parts });
  return { id };
}

/**
 * Removes a rule; what it has started goes on, what it has still to start is given up. Who may: an administrator.
 * @throws not found `dataStart.notFound`
 */
export async function removeRule(tx: Tx, actor: Actor, id: string): Promise<{ dropped: number }> {
  mustAdminister(actor);
  const rule = await dataStarts.find(tx, { id }, { forUpdate: true });
  if (!rule) throw notFound('dataStart.notFound');
  await dataStarts.delete(tx, { id });
  forgetAfterCommit(tx);
  const dropped = await tables.jobs.delete(tx, { kind: DATA_START_JOB, idempotencyKey: keysOf({ id }) });
  await noteSettingChange(tx, actor, ['dataStart', id], { kind: 'ruleRemoved', name: rule.name, dropped });
  return { dropped };
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
  const collection = collectionNamed(tx.db, name);
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
