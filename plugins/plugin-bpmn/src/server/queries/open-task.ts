import { Op } from 'sequelize';
import type { Json } from '@wuxin/bpmn-core';
import { isAdministrator, type MayAct, mayActWith } from '../assignment';
import type { FileRef, OpenedTask, OutcomeView, StepPerson, TaskView } from '../../common/api';
import {
  groupKeysOfTask,
  isOfGroup,
  latestResumeDay,
  outcomeNameIn,
  outcomesOf,
  peopleRights,
  readFormRecord,
  returnTargets,
  tasksOfStep,
} from '../commands';
import { formIn, type FrozenForm, recordIn } from '../forms';
import { rowsOf } from '../records';
import { countedRating, isRating } from '../ratings';
import { forbidden, notFound } from '../runtime/errors';
import { type HistoryRecord, tables, type InstanceRecord, type TaskRecord } from '../store';
import { elementNameIn, elementOf, loadVersion, type LoadedVersion } from '../versions';
import { deadlineView } from './deadline-view';
import { historyViews } from './history-view';
import { person } from './person';
import { historyOfInstance, instanceHead } from './instance-head';
import { inLocale, type Reader } from './reader';
import { recordAsClosed } from './record-as-closed';
import { visibleInstance } from './visible-instance';

/** Everything that the task page shows, for who may do the task or see its instance; the record only in its form's fields. */
export async function openTaskPage(reader: Reader, taskId: string): Promise<OpenedTask> {
  const { tx } = reader;
  const task = await tables.tasks.find(tx, { id: taskId });
  if (!task) throw notFound('task.notFound', { taskId });
  const groupKeys = await groupKeysOfTask(tx, taskId);
  const right = mayActWith(reader.keys, { processKey: task.processKey, assigneeId: task.assigneeId, groupKeys });
  const instance = right.may ? await instanceOf(reader, task) : await visibleInstance(reader, task.instanceId);
  const version = await loadVersion(tx, task.versionId);
  const form = version.record.forms[task.elementId] as FrozenForm | undefined; // frozen by publishProcess
  const element = elementOf(version, task.elementId);
  const isConfidential = isRating(element);
  if (isConfidential) mustBeRater(reader, task, right);
  const history = await historyOfInstance(reader, instance.id);
  // who may only see the case sees its way, not the content of its forms; a rater who has handed in neither
  const isSealed = isConfidential && task.status !== 'open';
  const maySeeForm = !isSealed && (right.may || mayEnterOnBehalf(reader, task) || wasDoneBy(reader, task));
  const shown = form && maySeeForm ? await shownRecord(reader, { task, form, recordId: instance.recordId, history }) : null;
  return {
    task: await taskView(reader, version, task, {
      right: right.may,
      groupKeys,
      instance,
      isConfidential,
      isCount: countedRating(element) !== undefined,
    }),
    instance: await instanceHead(reader, instance, history),
    outcomes: outcomeViews(reader, task.elementId, version),
    ...shownForm(reader, form, shown?.record ?? null),
    isRecordErased: shown?.isErased ?? false,
    draft: await draftOf(reader, task),
    files: await filesOf(reader, instance.id),
    history: await historyViews(reader, version, history),
  };
}

interface Shown {
  readonly task: TaskRecord;
  readonly form: FrozenForm;
  readonly recordId: string | null;
  readonly history: readonly HistoryRecord[];
}

/** The record as it is, or for a closed task as it was. */
async function shownRecord(reader: Reader, { task, form, recordId, history }: Shown) {
  const record = await readFormRecord(reader.tx, form, recordId);
  if (task.status === 'open') return { record, isErased: false };
  return recordAsClosed(reader, { task, contract: form.contract, record, history });
}

function shownForm(
  { locale }: Reader,
  form: FrozenForm | undefined,
  record: Record<string, Json> | null,
): Pick<OpenedTask, 'formTree' | 'contract' | 'record'> {
  if (!form || !record) return { formTree: null, contract: null, record };
  const { tree, contract } = formIn(locale, form);
  return { formTree: tree, contract, record: recordIn(locale, contract, record) };
}

async function instanceOf({ tx }: Reader, task: TaskRecord): Promise<InstanceRecord> {
  const instance = await tables.instances.find(tx, { id: task.instanceId });
  if (!instance) throw notFound('instance.notFound', { instanceId: task.instanceId });
  return instance;
}

/** An administrator who is not asked themselves may enter what a holder said. */
const mayEnterOnBehalf = ({ isAdministrator: isOne }: Reader, task: TaskRecord) => task.status === 'open' && isOne;

const wasDoneBy = ({ actor }: Reader, task: TaskRecord) =>
  task.completedById === actor.userId || task.onBehalfOfId === actor.userId;

/** @throws forbidden `rating.confidential`: nobody opens a sheet but who fills it in, administrators included */
function mustBeRater(reader: Reader, task: TaskRecord, right: MayAct): void {
  const isRater = task.status === 'open' && right.may && right.actingFor === null;
  if (!isRater && !wasDoneBy(reader, task)) throw forbidden('rating.confidential');
}

interface Facts {
  readonly right: boolean;
  readonly groupKeys: readonly string[];
  readonly instance: InstanceRecord;
  readonly isConfidential: boolean;
  readonly isCount: boolean;
}

async function taskView(
  reader: Reader,
  version: LoadedVersion,
  task: TaskRecord,
  { right, groupKeys, instance, isConfidential, isCount }: Facts,
): Promise<TaskView> {
  const { tx, actor } = reader;
  const isOpen = task.status === 'open';
  const isRunning = instance.status === 'running';
  const latest = right && isOpen && isRunning ? await latestResumeDay(tx, { task, instance, version }) : null;
  const may = right && isOpen && isRunning;
  const nameOf = (id: string, stored: string) => elementNameIn(reader.locale, version.graph, id, stored);
  const targets = may ? await returnTargets(tx, version, task) : [];
  const rights = peopleRights(version, task);
  const changesPeople = isOpen && isRunning && (right || isAdministrator(actor));
  const others = isOpen && (rights.mayAdd || rights.mayRemove) ? await othersOfStep(reader, task) : [];
  return {
    id: task.id,
    instanceId: task.instanceId,
    elementId: task.elementId,
    elementName: nameOf(task.elementId, task.elementName),
    status: task.status,
    openedAt: task.openedAt,
    deadline: isOpen ? deadlineView(task, tx.now, reader.locale) : null,
    assignee: person(task.assigneeId, task.assigneeName),
    delegator: person(task.delegatorId, task.delegatorName),
    isConfidential,
    isCount,
    isClaimable: isOpen && task.assigneeId === null,
    closed: closedView(reader, version, task),
    may: {
      complete: may,
      claim: may && task.assigneeId === null,
      unclaim: may && task.assigneeId !== null && isOfGroup(groupKeys, task) && task.delegatorId === null,
      transfer: !isConfidential && (may || (isAdministrator(actor) && isOpen && isRunning)),
      delegate: !isConfidential && may && task.delegatorId === null,
      returnTo: !isConfidential && may && task.delegatorId === null,
      enterOnBehalf: !isConfidential && (may || (isRunning && mayEnterOnBehalf(reader, task))),
      addPerson: changesPeople && rights.mayAdd,
      removePerson: changesPeople && rights.mayRemove && others.some(({ isDone }) => !isDone),
      stopClock: may && latest !== null,
      resumeClock: isOpen && isRunning && task.stoppedAt !== null && (right || isAdministrator(actor)),
    },
    latestResumeDay: latest,
    others,
    returnTargets: targets.map(({ elementId, elementName }) => ({ elementId, elementName: nameOf(elementId, elementName) })),
  };
}

function closedView({ locale }: Reader, version: LoadedVersion, task: TaskRecord): TaskView['closed'] {
  if (task.status === 'open' || task.closedAt === null) return null;
  const by = person(task.completedById, task.completedByName);
  const onBehalfOf = person(task.onBehalfOfId, task.onBehalfOfName);
  const outcomeName = outcomeNameIn(locale, version, task);
  return { by, onBehalfOf, at: task.closedAt, outcomeName, channel: task.channel ?? 'web' };
}

/** The results that a task may have, in the reader's language. */
export function outcomeViews(reader: Pick<Reader, 'locale'>, elementId: string, version: LoadedVersion): OutcomeView[] {
  return outcomesOf(version, elementId).map((outcome) => ({
    key: outcome.key,
    name: inLocale(reader, outcome.name, outcome.nameEn, outcome.key),
    kind: outcome.kind === 'primary' || outcome.kind === 'danger' ? outcome.kind : 'default',
    consequence: inLocale(reader, outcome.consequence, outcome.consequenceEn, '') || null,
    requiresOpinion: outcome.requiresOpinion ?? false,
    skipsRequired: outcome.skipsRequired ?? false,
  }));
}

async function draftOf({ tx, actor }: Reader, task: TaskRecord): Promise<OpenedTask['draft']> {
  const draft = task.status === 'open' ? await tables.drafts.find(tx, { taskId: task.id, userId: actor.userId }) : undefined;
  return draft ? { data: draft.data, opinion: draft.opinion, savedAt: draft.savedAt } : null;
}

/** Files of the case; one that is not submitted yet is its uploader's alone. */
async function filesOf({ tx, actor }: Reader, instanceId: string): Promise<FileRef[]> {
  const submittedOrOwn = { [Op.or]: [{ taskId: { [Op.ne]: null } }, { uploadedById: actor.userId }] };
  const links = await tables.files.select(tx, { instanceId, ...submittedOrOwn }, { order: [['uploadedAt', 'ASC']] });
  if (links.length === 0) return [];
  const rows = await rowsOf(tx, 'attachments', { filter: { id: links.map(({ attachmentId }) => attachmentId) } });
  const byId = new Map(rows.map((row) => [Number(row.get('id')), row]));
  return links.flatMap((link) => {
    const row = byId.get(link.attachmentId);
    if (!row) return [];
    const by = { id: link.uploadedById, name: link.uploadedByName };
    return {
      id: link.attachmentId,
      title: String(row.get('title')),
      url: String(row.get('url')),
      mimetype: String(row.get('mimetype')),
      sizeInBytes: Number(row.get('size')),
      uploadedBy: by,
      uploadedAt: link.uploadedAt,
      isPending: link.taskId === null,
    };
  });
}

/** Who has this step besides, and who has done it since it began. */
async function othersOfStep({ tx }: Reader, task: TaskRecord): Promise<StepPerson[]> {
  const tasks = await tasksOfStep(tx, task, MAX_OTHERS);
  return tasks
    .filter(({ id }) => id !== task.id)
    .map((one) => ({
      taskId: one.id,
      person: person(one.completedById ?? one.assigneeId, one.completedByName ?? one.assigneeName),
      isDone: one.status === 'completed',
    }));
}

/** More people than anybody takes out one by one. */
const MAX_OTHERS = 200;
