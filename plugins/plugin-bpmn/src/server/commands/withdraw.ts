import { comesAgain } from '@wuxin/bpmn-core';
import { written } from '../history';
import type { Actor } from '../runtime/actor';
import { badInput, conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { MAIN_PLANE, tables, type TaskRecord, type TokenRecord } from '../store';
import { elementOf, type LoadedVersion } from '../versions';
import { RETURNED } from './outcomes';
import { isRatingTask } from './rating';
import { restoreRecord, undoOf } from './undo';
import { moveTokens, mustRun, openInstance, save, type OpenedInstance } from './opened-instance';

/**
 * Takes back one's own last step (撤回) before anybody has touched what followed. Who may: who completed it. The tasks that
 * it opened end, and variables and fields of the record that were computed behind it are as before; the step is open again with
 * what was entered, and with the time that it had. @throws conflict `instance.cannotWithdraw`
 */
export async function withdrawLastStep(tx: Tx, actor: Actor, instanceId: string, reason: string): Promise<void> {
  const opened = await openInstance(tx, actor, instanceId);
  if (!reason.trim()) throw badInput('task.reasonMissing');
  // whoever is noting just now that they have seen a task is waited for
  await tables.tasks.select(tx, { instanceId, status: 'open' }, { forUpdate: true });
  const step = await withdrawableStep(tx, actor.userId, opened);
  if (!step) throw conflict('instance.cannotWithdraw', { instanceId });
  mustRun(opened);
  const fromTokenIds = step.followers.map(({ tokenId }) => tokenId);
  const element = { id: step.task.elementId, name: step.task.elementName };
  const undo = undoOf(opened, step.task.id);
  const restored = undo ? [...Object.keys(undo.variables), ...Object.keys(undo.record)] : [];
  const data = { taskId: step.task.id, restored: [...new Set(restored)] };
  opened.unit.record({ kind: 'stepWithdrawn', actor, element, data, payload: written({ reason }) });
  if (undo) await restoreRecord(opened, undo);
  opened.unit.reopen(step.task);
  const variables = undo?.variables ?? {};
  await moveTokens(opened, { type: 'move', fromTokenIds, toElementId: step.task.elementId, variables });
  opened.instance.undo = null;
  await save(opened);
}

/** What somebody does with a task that they could only do after seeing it. */
const TOUCHING = ['taskClaimed', 'taskTransferred', 'taskDelegated', 'taskGivenBack', 'personAdded', 'personRemoved'];

/**
 * The actor's last completed task of the instance, when nothing has come of it but tasks of the same scope that nobody has
 * read or touched: a return, a service that was asked, a branch that waits for something else, or a join that has let two branches on cannot be
 * taken back.
 */
export async function withdrawableStep(
  tx: Tx,
  userId: number,
  { instance: { id: instanceId }, version }: Pick<OpenedInstance, 'instance' | 'version'>,
): Promise<{ task: TaskRecord; followers: TaskRecord[] } | undefined> {
  const followers = await tables.tasks.select(tx, { instanceId, status: 'open' });
  const taskId = openedByOne(followers);
  if (taskId === undefined || followers.some(isRead)) return undefined;
  const task = await tables.tasks.find(tx, { id: taskId, completedById: userId, status: 'completed' });
  if (!task || !comesBackWhole(version, task, followers)) return undefined;
  const tokens = await tables.tokens.select(tx, { instanceId });
  if (waitsElsewhere(tokens, followers)) return undefined;
  const expected = followers.map(({ tokenId }) => tokenId);
  const touched = await tables.history.count(tx, { instanceId, tokenId: expected, kind: TOUCHING });
  return touched === 0 ? { task, followers } : undefined;
}

const isRead = ({ firstReadAt }: TaskRecord) => firstReadAt !== null;

type Step = Pick<TaskRecord, 'elementId' | 'plane' | 'outcome'>;

/** The task whose completion has opened all of these; undefined where it was not one. */
export function openedByOne(followers: readonly Pick<TaskRecord, 'openedByTaskId'>[]): string | undefined {
  const [taskId, ...others] = new Set(followers.map(({ openedByTaskId }) => openedByTaskId));
  return others.length > 0 ? undefined : (taskId ?? undefined);
}

/** Whether a completed step can be open again, in place of what it opened. */
export function comesBackWhole(version: LoadedVersion, task: Step, followers: readonly Step[]): boolean {
  // a return has ended whatever starts anew, also what others had open: nobody could bring that back
  if (task.outcome === RETURNED.key) return false;
  // a sheet that is in the sums cannot be taken out: nobody knows any more what it said
  if (isRatingTask(version, task) || !isOneScope(version, [task, ...followers])) return false;
  return followers.every(({ elementId: from }) => comesAgain(version.graph, { from, to: task.elementId }));
}

/** One of several parallel instances of a step cannot be taken back alone. */
function isOneScope(version: LoadedVersion, tasks: readonly Step[]): boolean {
  const scopes = new Set(tasks.map(({ elementId }) => elementOf(version, elementId).scopeId));
  return scopes.size === 1 && tasks.every(({ plane }) => plane === MAIN_PLANE);
}

/** Whether the case waits at something else than these tasks. */
export function waitsElsewhere(
  tokens: readonly Pick<TokenRecord, 'id' | 'kind'>[],
  followers: readonly Pick<TaskRecord, 'tokenId'>[],
): boolean {
  const expected = new Set(followers.map(({ tokenId }) => tokenId));
  return tokens.some(({ id, kind }) => kind !== 'scope' && !expected.has(id));
}
