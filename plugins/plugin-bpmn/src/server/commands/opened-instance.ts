import { advance, Unit } from '../engine';
import type { ActorOrSystem } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { conflict, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { InstanceSession, Writes, type InstanceRecord, type Place, type TaskRecord } from '../store';
import { loadVersion, type LoadedVersion } from '../versions';
import type { Command } from '@wuxin/bpmn-core';

/** An instance that a command has locked, with everything that the command gathers before it writes. */
export interface OpenedInstance {
  readonly tx: Tx;
  readonly session: InstanceSession;
  readonly instance: InstanceRecord;
  readonly version: LoadedVersion;
  readonly unit: Unit;
  readonly actor: ActorOrSystem;
}

/** Locks an instance for a command. Locks are always taken in this order: instance, then rows below it. */
export async function openInstance(tx: Tx, actor: ActorOrSystem, instanceId: string, place?: Place): Promise<OpenedInstance> {
  const session = await InstanceSession.lock(tx, instanceId);
  if (!session) throw notFound('instance.notFound', { instanceId });
  await session.loadTokens(place);
  return opened(tx, actor, session);
}

/** Locks the instance of a task and reads the task as it is under that lock. */
export async function openTask(
  tx: Tx,
  actor: ActorOrSystem,
  taskId: string,
): Promise<{ opened: OpenedInstance; task: TaskRecord }> {
  const locked = await InstanceSession.lockByTask(tx, taskId);
  if (!locked) throw notFound('task.notFound', { taskId });
  const { session, task } = locked;
  await session.loadTokens(task);
  const instance = await opened(tx, actor, session);
  instance.unit.noteHolder(task.assigneeId);
  return { opened: instance, task };
}

async function opened(tx: Tx, actor: ActorOrSystem, session: InstanceSession): Promise<OpenedInstance> {
  const version = await loadVersion(tx, session.record.versionId);
  const unit = unitFor(tx, session.record, version);
  return { tx, session, instance: session.record, version, unit, actor };
}

/** What a command gathers beside the tokens of an instance of this version. */
export function unitFor(tx: Tx, instance: InstanceRecord, { graph }: LoadedVersion): Unit {
  const mayCall = Object.values(graph.elements).some(({ kind }) => kind === 'callActivity');
  return new Unit(tx, instance, { newId: () => engineOf(tx.db).newId(), mayCall });
}

/** @throws conflict `instance.notRunning` | `instance.suspended` */
export function mustRun({ instance }: OpenedInstance): void {
  if (instance.status === 'running') return;
  const code = instance.status === 'suspended' ? 'instance.suspended' : 'instance.notRunning';
  throw conflict(code, { instanceId: instance.id, status: instance.status, reason: instance.suspension?.reason ?? '' });
}

/** Moves tokens by one command of the interpreter. */
export async function moveTokens(opened: OpenedInstance, command: Command, byTaskId?: string): Promise<void> {
  await advance({ ...opened, byTaskId }, command);
}

/** Writes everything: rows around the tokens first, because they move the instance's own figures. */
export async function save({ tx, unit, session }: Pick<OpenedInstance, 'tx' | 'unit' | 'session'>): Promise<void> {
  const writes = new Writes();
  await unit.flush(writes);
  session.flush(writes);
  await writes.send(tx);
}
