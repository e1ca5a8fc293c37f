import type { PersonRule, Variables } from '@wuxin/bpmn-core';
import { assigneeKinds, peopleOf } from '../assignment';
import { evaluateAt, plainText, type ElementRef } from '../expressions';
import { SYSTEM } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { tables, visibleVariables, type InstanceRecord, type TaskRecord } from '../store';
import { readRecord } from '../records';
import { chooseOutcome } from './outcomes';
import { moveTokens, mustRun, openTask, save, type OpenedInstance } from './opened-instance';

/** Reminds the holders of a task that its deadline is near or has passed. Changes nothing else. */
export async function remindByDeadline(tx: Tx, taskId: string, key: string): Promise<void> {
  const opened = await openStillOpen(tx, taskId);
  if (!opened) return;
  opened.unit.notifyHolders(opened.task, { message: 'deadlineNear', key });
  await save(opened);
}

/**
 * Tells who is above that a deadline has passed: they may read the case from now on, and are notified. The task stays with
 * its holders: escalation never takes work away from anybody.
 */
export async function escalateTask(tx: Tx, taskId: string, rule: { kind: string; value: string }, key: string): Promise<void> {
  const opened = await openStillOpen(tx, taskId);
  if (!opened) return;
  const people = await peopleAbove(opened, rule);
  const { instance, unit, task } = opened;
  const known = new Set((await tables.cc.select(tx, { instanceId: instance.id })).map(({ userId }) => userId));
  const sent = {
    instanceId: instance.id,
    sentById: null,
    sentByName: null,
    note: task.elementName,
    sentAt: tx.now,
    readAt: null,
  };
  await tables.cc.insert(
    tx,
    people.filter(({ id }) => !known.has(id)).map(({ id }) => ({ ...sent, userId: id })),
  );
  for (const { id } of people) {
    const payload = { userId: id, message: 'deadlineEscalated' };
    unit.queue({
      kind: 'notifyPerson',
      tokenId: task.tokenId,
      taskId,
      payload,
      dueAt: tx.now,
      maxAttempts: 5,
      idempotencyKey: `${key}:${id}`,
    });
  }
  const element = { id: task.elementId, name: task.elementName };
  unit.record({
    kind: 'deadlineEscalated',
    actor: SYSTEM,
    element,
    tokenId: task.tokenId,
    data: { taskId, to: people.map(({ name }) => name) },
  });
  await save(opened);
}

/** Takes the outcome that the process names for a deadline that passes. */
export async function completeByDeadline(tx: Tx, taskId: string, key: string): Promise<void> {
  const opened = await openStillOpen(tx, taskId);
  if (!opened) return;
  const { task } = opened;
  const outcome = chooseOutcome(opened.version, task.elementId, { outcome: key, opinion: 'deadline' });
  const closed = {
    status: 'completed' as const,
    outcome: outcome.key,
    outcomeName: outcome.name,
    closedAt: tx.now,
    occurredAt: tx.now,
  };
  await tables.tasks.update(tx, { id: taskId }, closed);
  const element = { id: task.elementId, name: task.elementName };
  opened.unit.record({
    kind: 'deadlinePassed',
    actor: SYSTEM,
    element,
    tokenId: task.tokenId,
    data: { taskId, outcome: outcome.key, outcomeName: outcome.name },
  });
  opened.unit.closeTask(task);
  await moveTokens(opened, { type: 'completeActivity', tokenId: task.tokenId, variables: { outcome: outcome.key } }, taskId);
  await save(opened);
}

type OpenedTask = OpenedInstance & { readonly task: TaskRecord };

async function openStillOpen(tx: Tx, taskId: string): Promise<OpenedTask | undefined> {
  const { opened, task } = await openTask(tx, SYSTEM, taskId);
  if (task.status !== 'open') return undefined;
  mustRun(opened);
  return { ...opened, task };
}

async function peopleAbove({ tx, task, instance, session }: OpenedTask, rule: PersonRule) {
  const element = { elementId: task.elementId, elementName: task.elementName };
  const record = await readRecord(tx, instance);
  return peopleByRule(tx, rule, { element, instance, record, variables: visibleVariables(session.reader, task.tokenId) });
}

interface At {
  readonly element: ElementRef;
  readonly instance: InstanceRecord;
  readonly record: Variables | null;
  readonly variables: Variables;
}

/** Whom a rule means at an element of an instance. */
export async function peopleByRule(tx: Tx, { kind, value }: PersonRule, { element, instance, record, variables }: At) {
  const scope = { variables, record, parameters: instance.parameters };
  const evaluated = value.startsWith('=') ? plainText(evaluateAt(element, value.slice(1), scope, tx.now)) : value;
  const keys = await assigneeKinds(tx.db).get(kind)?.groupKeysFor(tx, evaluated, { element, instance, record });
  const people = [...(await peopleOf(tx, [...(keys ?? [])])).values()].flat();
  return [...new Map(people.map((person) => [person.id, person])).values()];
}
