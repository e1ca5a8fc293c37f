import { tokensEndedByReturn } from '@wuxin/bpmn-core';
import type { TryOutStep } from '../../common/api';
import { comesBackWhole, isRatingTask, openedByOne, RETURNED, returnTargetsAmong, waitsElsewhere } from '../commands';
import type { NewTask } from '../engine';
import { badInput, conflict, forbidden } from '../runtime/errors';
import type { Locale } from '../runtime/texts';
import type { TaskRecord } from '../store';
import { nothingThere } from './effects';
import { nameAt, saidOfAct } from './entries';
import { actorOf, completedBy, openTaskAt, whoActs } from './holders';
import type { CaseInMemory } from './scratch-case';
import type { World } from './world';

/** Sends the case back from a task, as its holder does: {@link returnTask}. */
export async function sendBack(world: World, step: Extract<TryOutStep, { kind: 'return' }>): Promise<void> {
  const { of, opened } = openTaskAt(world, step);
  const { task } = opened;
  const { graph } = of.version;
  if (isRatingTask(of.version, task)) throw forbidden('rating.ownHand');
  const by = await whoActs(world.tx, opened, step.byId);
  if (!step.reason.trim()) throw badInput('task.reasonMissing');
  const target = targetsFrom(of, opened).find(({ elementId }) => elementId === step.to);
  if (!target) throw conflict('task.notAReturnTarget', { elementId: step.to });
  const fromTokenIds = tokensEndedByReturn(graph, of.session.reader, task.tokenId, target.elementId);
  of.complete(task, completedBy(by, RETURNED, world.now));
  const facts = (locale: Locale) => ({
    person: by.name,
    target: nameAt(graph, target.elementId, locale),
    reason: step.reason.trim(),
  });
  world.tell(of, saidOfAct('returned', { graph, elementId: task.elementId }, facts));
  await world.move(
    of,
    { type: 'move', fromTokenIds, toElementId: target.elementId, variables: {} },
    { actor: actorOf(by), byTaskId: task.id, prepare: (unit) => unit.announceReturn(step.reason) },
  );
}

/** Where an open task may be sent back to. */
export function targetsFrom(of: CaseInMemory, { task }: Pick<NewTask, 'task'>): readonly { readonly elementId: string }[] {
  return isRatingTask(of.version, task) ? [] : returnTargetsAmong(of.version, task, of.stepsOn(task.plane));
}

/** Takes back the last step of a case, as whoever did it does: {@link withdrawLastStep}. */
export async function takeBack(world: World, { caseId, reason }: Extract<TryOutStep, { kind: 'withdraw' }>): Promise<void> {
  const of = world.find(caseId);
  if (!of) throw nothingThere(caseId);
  if (!reason.trim()) throw badInput('task.reasonMissing');
  const task = stepToTakeBack(of);
  if (!task) throw conflict('instance.cannotWithdraw', { instanceId: caseId });
  const by = { id: task.completedById ?? 0, name: task.completedByName ?? '' };
  const undo = of.lastStep?.taskId === task.id ? of.lastStep : null;
  if (undo?.record) of.record?.putBack(undo.record);
  const facts = () => ({ person: by.name, reason: reason.trim() });
  world.tell(of, saidOfAct('withdrawn', { graph: of.version.graph, elementId: task.elementId }, facts));
  const fromTokenIds = [...of.tasks.keys()];
  await world.move(
    of,
    { type: 'move', fromTokenIds, toElementId: task.elementId, variables: undo?.variables ?? {} },
    { actor: actorOf(by), prepare: (unit) => unit.reopen(task) },
  );
  of.lastStep = null;
}

/** The last step of a case that can be taken back now: in a try-out nobody has looked at what came of it. */
export function stepToTakeBack(of: CaseInMemory): TaskRecord | undefined {
  const followers = [...of.tasks.values()].map(({ task }) => task);
  const taskId = openedByOne(followers);
  const task = taskId === undefined ? undefined : of.stepById(taskId);
  if (task?.status !== 'completed' || task.completedById === null) return undefined;
  const isWhole = comesBackWhole(of.version, task, followers) && !waitsElsewhere(of.session.tokens, followers);
  return isWhole ? task : undefined;
}
