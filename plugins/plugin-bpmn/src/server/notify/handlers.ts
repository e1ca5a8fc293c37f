import type { Application } from '@nocobase/server';
import { z } from 'zod';
import { personOf } from '../commands';
import type { JobHandler } from '../jobs';
import { engineOf } from '../runtime/engine';
import { BpmnError } from '../runtime/errors';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables, type JobRecord, type TaskRecord } from '../store';
import { elementNameIn, loadVersion } from '../versions';
import { deliver } from './deliver';
import { peopleOfTask } from './receivers';
import { MESSAGE_KINDS, type MessageKind } from './texts';

const kind = z.enum(MESSAGE_KINDS);
const TaskMessage = z.object({ message: kind, text: z.string().default('') });
const PersonMessage = z.object({ message: kind, userId: z.number(), text: z.string().default('') });

/** Tells whoever can do the task when the message goes out; nobody when it is closed by then. */
async function notifyTask(tx: Tx, job: JobRecord): Promise<void> {
  const { message, text } = TaskMessage.parse(job.payload);
  const task = job.taskId ? await tables.tasks.find(tx, { id: job.taskId }) : undefined;
  if (task?.status !== 'open') return;
  const instance = await tables.instances.find(tx, { id: task.instanceId });
  const facts = {
    kind: asOfNow(tx, message, task),
    caseTitle: instance?.title ?? '',
    elementName: await elementNames(tx, task),
    dueAt: task.dueAt,
    note: text,
  };
  const receivers = await peopleOfTask(tx, task);
  await deliver(tx, { key: job.idempotencyKey, receivers, url: `/admin/wuxin/task/${task.id}`, facts });
}

/** The step as receivers of either language know it. */
async function elementNames(tx: Tx, task: TaskRecord): Promise<Record<Locale, string>> {
  const { graph } = await loadVersion(tx, task.versionId);
  const { elementId, elementName } = task;
  return { 'zh-CN': elementName, 'en-US': elementNameIn('en-US', graph, elementId, elementName) };
}

/** A reminder that waited past the deadline says so. */
const asOfNow = (tx: Tx, message: MessageKind, { dueAt }: TaskRecord): MessageKind =>
  message === 'deadlineNear' && dueAt !== null && dueAt < tx.now ? 'deadlineOverdue' : message;

/** Tells one person of a case that they may read; whether they also do the task is not known here. */
async function notifyPerson(tx: Tx, job: JobRecord): Promise<void> {
  const { message, text, userId } = PersonMessage.parse(job.payload);
  const instance = job.instanceId ? await tables.instances.find(tx, { id: job.instanceId }) : undefined;
  if (!instance) return;
  const task = job.taskId ? await tables.tasks.find(tx, { id: job.taskId }) : undefined;
  const facts = {
    kind: message,
    caseTitle: instance.title,
    elementName: task ? await elementNames(tx, task) : { 'zh-CN': '', 'en-US': '' },
    dueAt: task?.dueAt ?? null,
    note: text,
  };
  const receivers = [await personOf(tx, userId)];
  await deliver(tx, { key: job.idempotencyKey, receivers, url: `/admin/wuxin/instance/${instance.id}`, facts });
}

/**
 * A message that cannot be delivered never holds up a case: after the last try it is dropped and logged by its job's id, and
 * there is no incident. The task is in the inbox all the same.
 */
export function quietly(app: Application, send: (tx: Tx, job: JobRecord) => Promise<void>): JobHandler {
  return {
    kind: 'outside',
    run: async (job) => {
      try {
        await engineOf(app.db).writeQuietly((tx) => send(tx, job));
      } catch (error) {
        if (job.attempts + 1 < job.maxAttempts) throw error;
        const reason = error instanceof BpmnError ? error.code : error instanceof Error ? error.name : 'unknown';
        app.log.warn('wuxin: a message was given up', { jobId: job.id, kind: job.kind, reason });
      }
    },
  };
}

export const messageJobs = { notifyTask, notifyPerson } as const;
