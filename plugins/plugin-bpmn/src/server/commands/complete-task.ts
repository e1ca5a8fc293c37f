import type { Json } from '@wuxin/bpmn-core';
import type { CompleteTaskBody, PersonRef } from '../../common/api';
import { countedRating } from '../ratings';
import type { Actor } from '../runtime/actor';
import { badInput, forbidden } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { elementOf } from '../versions';
import { dropDrafts, keepDraft } from './drafts';
import { acceptForm } from './form-data';
import { personOf } from './people';
import { moveTokens, mustRun, openTask, save, type OpenedInstance } from './opened-instance';
import { chooseOutcome, type ChosenOutcome } from './outcomes';
import { isRatingTask, keepEntered, mustCount, mustRate } from './rating';
import { mustHold, mustHoldOrAdminister, rightOver } from './task-rights';
import { keepUndo } from './undo';

/**
 * Completes a user task: the record and the tokens change together or not at all.
 *
 * Who may: the holder; before anyone holds it, each candidate; who stands in for them. An administrator only enters what a
 * candidate said or signed (代录). From: open tasks of running instances. Never: fields outside the frozen form, a second
 * completion, a date in the future. What a rating says goes into sums: neither record nor history has it.
 *
 * @throws conflict `task.alreadyHandled`, `task.heldByAnother`, `instance.suspended`; forbidden `task.notYours`; bad input
 * `task.unknownOutcome`, `task.opinionMissing`, `task.fieldNotInForm`, `task.invalid` …
 */
export async function completeTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  body: CompleteTaskBody,
): Promise<{ instanceId: string }> {
  const { opened, task } = await openTask(tx, actor, taskId);
  const isRating = isRatingTask(opened.version, task);
  const counted = countedRating(elementOf(opened.version, task.elementId));
  const mustEnter = counted === undefined ? mustRate : mustCount(counted);
  const onBehalfOf = await (isRating ? mustEnter : whoActs)(tx, actor, task, body);
  mustRun(opened);
  const outcome = chooseOutcome(opened.version, task.elementId, body);
  const occurredAt = mustHaveHappened(tx, body.occurredAt, task);
  const accepted = await acceptForm(opened, task, body.data, outcome.skipsRequired);
  await linkFiles(tx, actor, task, body.fileIds ?? []);
  const isFinal = task.delegatorId === null;
  const kept = isRating ? {} : accepted.values;
  if (isFinal) {
    await (isRating ? keepEntered(opened, actor, task, accepted.values) : accepted.write());
    await close(opened, task, { actor, body, outcome, onBehalfOf, occurredAt });
  } else await giveBack(opened, task, { body, outcome, fileIds: accepted.newFileIds });
  opened.unit.record({
    kind: isFinal ? 'taskCompleted' : 'taskGivenBack',
    actor: { ...actor, channel: body.channel ?? actor.channel },
    element: { id: task.elementId, name: task.elementName },
    tokenId: task.tokenId,
    occurredAt,
    onBehalfOf: onBehalfOf ?? undefined,
    data: { taskId, outcome: outcome.key, outcomeName: outcome.name, fields: Object.keys(kept), ...backTo(task) },
    payload: personalOf(kept, body.opinion),
  });
  if (isFinal) {
    const variables = { outcome: outcome.key };
    const before = opened.session.instance.variables;
    await moveTokens(opened, { type: 'completeActivity', tokenId: task.tokenId, variables }, task.id);
    opened.unit.closeTask(task);
    keepUndo(opened, task.id, before);
  }
  await save(opened);
  return { instanceId: task.instanceId };
}

function backTo({ delegatorName }: TaskRecord): Record<string, Json> {
  return delegatorName === null ? {} : { to: delegatorName };
}

/** What a person wrote; nothing where they only pressed a button. */
function personalOf(values: Record<string, Json>, opinion = ''): Record<string, Json> | undefined {
  return opinion === '' && Object.keys(values).length === 0 ? undefined : { values, opinion };
}

interface Completion {
  readonly actor: Actor;
  readonly body: CompleteTaskBody;
  readonly outcome: ChosenOutcome;
  readonly onBehalfOf?: PersonRef | null;
  readonly occurredAt?: number;
}

async function close(
  { tx }: OpenedInstance,
  task: TaskRecord,
  { actor, body, outcome, onBehalfOf, occurredAt }: Completion,
): Promise<void> {
  await tables.tasks.update(
    tx,
    { id: task.id, status: 'open' },
    {
      status: 'completed',
      outcome: outcome.key,
      outcomeName: outcome.name,
      opinion: body.opinion ?? null,
      completedById: actor.userId,
      completedByName: actor.name,
      onBehalfOfId: onBehalfOf?.id ?? null,
      onBehalfOfName: onBehalfOf?.name ?? null,
      channel: body.channel ?? actor.channel,
      occurredAt: occurredAt ?? tx.now,
      closedAt: tx.now,
    },
  );
  await dropDrafts(tx, task);
}

type Proposal = Pick<Completion, 'body' | 'outcome'> & { readonly fileIds: readonly number[] };

/**
 * A delegated task comes back to who delegated it, unread and with the proposal as their draft; case and record stay as they
 * are. Files in it that only the delegate could open and submit are theirs as well from then on.
 */
async function giveBack(
  { tx, unit, instance }: OpenedInstance,
  task: TaskRecord,
  { body, outcome, fileIds }: Proposal,
): Promise<void> {
  const { delegatorId, delegatorName } = task;
  await tables.tasks.update(
    tx,
    { id: task.id },
    { assigneeId: delegatorId, assigneeName: delegatorName, delegatorId: null, delegatorName: null, firstReadAt: null },
  );
  await dropDrafts(tx, task);
  unit.notifyHolders(task, { message: 'taskGivenBack', key: String(instance.historySequence) });
  if (delegatorId === null) return;
  const data = body.data as Record<string, Json>; // an HTTP body is JSON
  const opinion = [`【${outcome.name}】`, body.opinion ?? ''].join('');
  await keepDraft(tx, { taskId: task.id, userId: delegatorId, data, opinion, savedAt: tx.now });
  if (fileIds.length === 0) return;
  const owner = { instanceId: null, taskId: null, uploadedById: delegatorId, uploadedByName: delegatorName ?? '' };
  await tables.files.insert(
    tx,
    fileIds.map((attachmentId) => ({ ...owner, attachmentId, uploadedAt: tx.now, submittedAt: null })),
  );
}

/** @returns on whose behalf the actor enters it: somebody at the window, or whom they stand in for */
async function whoActs(tx: Tx, actor: Actor, task: TaskRecord, body: CompleteTaskBody): Promise<PersonRef | null> {
  if (body.onBehalfOf === undefined) return mustHold(tx, actor, task);
  await mustHoldOrAdminister(tx, actor, task);
  if (body.onBehalfOf === actor.userId) throw badInput('task.onBehalfOfSelf');
  const right = await rightOver(tx, body.onBehalfOf, task);
  if (!right.may) throw forbidden('task.onBehalfOfNonHolder');
  return personOf(tx, body.onBehalfOf);
}

function mustHaveHappened(tx: Tx, occurredAt: number | undefined, task: TaskRecord): number | undefined {
  if (occurredAt === undefined) return undefined;
  if (!Number.isSafeInteger(occurredAt) || occurredAt > tx.now) throw badInput('task.occurredInFuture');
  if (occurredAt < task.openedAt - MAX_BACKDATED_MS) throw badInput('task.occurredTooEarly');
  return occurredAt;
}

/** Paper is entered later, but an act cannot lie a year before its task was opened. */
const MAX_BACKDATED_MS = 366 * 24 * 60 * 60 * 1000;

async function linkFiles(tx: Tx, actor: Actor, task: TaskRecord, fileIds: readonly number[]): Promise<void> {
  if (fileIds.length === 0) return;
  // a file that is being removed is not submitted
  const own = { attachmentId: [...fileIds], uploadedById: actor.userId, instanceId: task.instanceId };
  const uploaded = await tables.files.select(tx, own, { forUpdate: true });
  const isUsable = uploaded.every(({ taskId }) => taskId === null || taskId === task.id);
  if (!isUsable || uploaded.length !== new Set(fileIds).size) throw badInput('task.unknownFile');
  await tables.files.update(
    tx,
    { attachmentId: [...fileIds], instanceId: task.instanceId },
    { taskId: task.id, submittedAt: tx.now },
  );
}
