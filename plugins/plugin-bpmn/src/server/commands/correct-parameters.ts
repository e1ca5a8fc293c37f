import type { Variables } from '@wuxin/bpmn-core';
import { written } from '../history';
import { checkCorrection } from '../parameters';
import { toJson } from '../records';
import type { Actor } from '../runtime/actor';
import { badInput, conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { correctCalled } from './correct-called';
import { save, type OpenedInstance } from './opened-instance';
import { administered } from './suspend';

export interface Correction {
  readonly reason: string;
  /** By key: what the case shall have instead. */
  readonly parameters: Variables;
}

/**
 * Gives a case other values of parameters than it started with, where those stop it: a step that refuses them, or one whose
 * decision would be wrong. Who may: an administrator, with a reason. From: running, suspended. The limits hold. Work that is
 * open keeps its deadline, and what was decided stays decided; the parameter itself and other cases keep their values, but for open cases that
 * this one called with a value of it ({@link correctCalled}).
 */
export async function correctParameters(tx: Tx, actor: Actor, instanceId: string, correction: Correction): Promise<void> {
  const opened = await administered(tx, actor, instanceId, correction.reason);
  const { status, endedAt } = opened.instance;
  if (endedAt !== null) throw conflict('instance.notRunning', { instanceId, status });
  if (!(await correctIn(opened, actor, correction))) throw badInput('parameter.nothingToCorrect');
  await save(opened);
}

/** Part of a command that has locked the case. History names each parameter with both values. @returns whether any changed */
export async function correctIn(opened: OpenedInstance, actor: Actor, { reason, parameters }: Correction): Promise<boolean> {
  const { tx, instance, unit } = opened;
  const { parameters: values, placeId } = instance;
  const changes = await checkCorrection(tx, { values, placeId }, parameters);
  if (changes.length === 0) return false;
  instance.parameters = { ...values, ...Object.fromEntries(changes.map(({ key, after }) => [key, after])) };
  unit.record({
    kind: 'parametersCorrected',
    actor,
    data: { changes: toJson(changes) },
    payload: written({ reason }),
  });
  const { variables } = opened.session.instance;
  const difference = { before: { variables, parameters: values }, after: { variables, parameters: instance.parameters } };
  await correctCalled(opened, difference, { actor, reason, changes });
  return true;
}
