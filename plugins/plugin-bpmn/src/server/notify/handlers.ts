import type { Application } from '@nocobase/server';
import { z } from 'zod';
import { peopleBy } from '../commands';
import type { TogetherHandler } from '../jobs';
import { BpmnError } from '../runtime/errors';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { type InstanceRecord, type JobRecord, tables, type TaskRecord } from '../store';
import { caseTitleIn, elementNameIn, loadVersion } from '../versions';
import { deliver, type Delivery } from './deliver';
import { peopleOfTasks } from './receivers';
import { MESSAGE_KINDS, type MessageKind } from './texts';

const kind = z.enum(MESSAGE_KINDS);
const TaskMessage = z.object({ message: kind, text: z.string().default('') });
const PersonMessage = z.object({ message: kind, userId: z.number(), text: z.string().default('') });

/** Tells whoever can do a task when the message goes out; nobody when it is closed by then. */
async function notifyTasks(tx: Tx, jobs: readonly JobRecord[]): Promise<void> {
  const about = await subjectsOf(tx, jobs);
  const open = [...about.tasks.values()].filter(({ status }) => status === 'open');
  const receivers = await peopleOfTasks(tx, open);
  const deliveries: Delivery[] = [];
  for (const job of jobs) {
    const { message, text } = TaskMessage.parse(job.payload);
    const task = about.tasks.get(job.taskId ?? '');
    if (task?.status !== 'open') continue;
    const facts = {
      kind: asOfNow(tx, message, task),
      caseTitle: titlesOf(about.instances.get(task.instanceId)),
      elementName: await elementNames(tx, task),
      dueAt: task.dueAt,
      note: text,
    };
    const url = `/admin/wuxin/task/${task.id}`;
    deliveries.push({ key: job.idempotencyKey, receivers: receivers.get(task.id) ?? [], url, facts });
  }
  await deliver(tx, deliveries);
}

interface Subjects {
  readonly tasks: ReadonlyMap<string, TaskRecord>;
  readonly instances: ReadonlyMap<string, InstanceRecord>;
}

/** The tasks and cases that jobs are about, in two look-ups. */
async function subjectsOf(tx: Tx, jobs: readonly JobRecord[]): Promise<Subjects> {
  const tasks = await tables.tasks.select(tx, { id: [...new Set(jobs.flatMap(({ taskId }) => taskId ?? []))] });
  const cases = [...jobs, ...tasks].flatMap(({ instanceId }) => instanceId ?? []);
  const instances = await tables.instances.select(tx, { id: [...new Set(cases)] });
  return { tasks: byId(tasks), instances: byId(instances) };
}

const byId = <Id, Row extends { readonly id: Id }>(rows: readonly (Row & { readonly id: Id })[]) =>
  new Map<Id, Row>(rows.map((row) => [row.id, row]));

/** The case as receivers of either language know it. */
function titlesOf(instance: InstanceRecord | undefined): Record<Locale, string> {
  const titled = instance ?? { title: '', titleEn: null };
  return { 'zh-CN': caseTitleIn('zh-CN', titled), 'en-US': caseTitleIn('en-US', titled) };
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

/** Tells people one by one of cases that they may read; whether they also do the task is not known here. */
async function notifyPeople(tx: Tx, jobs: readonly JobRecord[]): Promise<void> {
  const about = await subjectsOf(tx, jobs);
  const sent = jobs.map((job) => ({ job, ...PersonMessage.parse(job.payload) }));
  const people = byId(await peopleBy(tx, [...new Set(sent.map(({ userId }) => userId))]));
  const deliveries: Delivery[] = [];
  for (const { job, message, text, userId } of sent) {
    const instance = about.instances.get(job.instanceId ?? '');
    const person = people.get(userId);
    if (!instance || !person) continue;
    const task = about.tasks.get(job.taskId ?? '');
    const facts = {
      kind: message,
      caseTitle: titlesOf(instance),
      elementName: task ? await elementNames(tx, task) : { 'zh-CN': '', 'en-US': '' },
      dueAt: task?.dueAt ?? null,
      note: text,
    };
    deliveries.push({ key: job.idempotencyKey, receivers: [person], url: `/admin/wuxin/instance/${instance.id}`, facts });
  }
  await deliver(tx, deliveries);
}

/**
 * A message that cannot be delivered never holds up a case: after the last try it is dropped and logged by its job's id, and
 * there is no incident. The task is in the inbox all the same.
 */
function quietly(app: Application, run: TogetherHandler['run']): TogetherHandler {
  return {
    kind: 'together',
    run,
    giveUp(job, error) {
      const reason = error instanceof BpmnError ? error.code : error instanceof Error ? error.name : 'unknown';
      app.log.warn('wuxin: a message was given up', { jobId: job.id, kind: job.kind, reason });
    },
  };
}

export const messageJobs = (app: Application) => ({
  notifyTask: quietly(app, notifyTasks),
  notifyPerson: quietly(app, notifyPeople),
});
