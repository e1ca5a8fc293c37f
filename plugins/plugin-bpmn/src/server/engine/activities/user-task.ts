import { findAssignmentProblems, resolveAssignment, type ResolvedAssignment } from '../../assignment';
import { computeDeadline, endedStops, findDeadlineProblems, type ComputedDeadline } from '../../deadlines';
import type { TaskRecord } from '../../store';
import { findRatingProblems } from '../../ratings';
import type { ActivityContext, ActivityType, Entered } from '../../activity-types';

/** Work of a person. Who gets it and until when is decided when it opens; both can be looked up again later. */
export const userTaskType: ActivityType = {
  type: 'userTask',
  canBeTried: true,
  validate({ id, name, settings }, db) {
    const reference = { elementId: id, elementName: name ?? id };
    return [
      ...findAssignmentProblems(db, reference, settings),
      ...findDeadlineProblems(reference, settings.deadline),
      ...findRatingProblems({ id, name, settings }),
    ];
  },
  async enter(context) {
    const assignment = await resolveAssignment(context.tx, requestOf(context));
    switch (assignment.outcome) {
      case 'nobody':
        return { kind: 'failed', code: assignment.reason.code, data: { ...assignment.reason.data } };
      case 'skippedForStarter':
        return skipped(context, assignment.reason.code, { outcome: assignment.taskOutcome });
      case 'onlySubject':
        return skipped(context, assignment.reason.code, {});
      case 'assigned':
        return open(context, assignment, await computeDeadline(context.tx, deadlineRequestOf(context)));
    }
  },
};

async function open(context: ActivityContext, assignment: Assigned, deadline: ComputedDeadline | null): Promise<Entered> {
  const { unit, element, tokenId } = context;
  const task = newTask(context, assignment, deadline);
  unit.openTask({ task, groupKeys: assignment.groupKeys });
  if (assignment.fallback) {
    const { policy, reason } = assignment.fallback;
    unit.record({
      kind: 'assignedByPolicy',
      actor: 'system',
      element: named(element),
      tokenId,
      data: { policy, code: reason.code },
    });
  }
  for (const [index, step] of stepsAhead(context, deadline).entries()) {
    const { at, ...payload } = step;
    const idempotencyKey = `deadline:${task.id}:${index}`;
    unit.queue({ kind: 'deadlineStep', tokenId, taskId: task.id, payload, dueAt: at, maxAttempts: 8, idempotencyKey });
  }
  copyToReaders(context, task);
  return { kind: 'waiting' };
}

/** Of a step that was taken back, what had happened when it was completed does not happen again. */
function stepsAhead({ tx, unit, element }: ActivityContext, deadline: ComputedDeadline | null): ComputedDeadline['steps'] {
  const steps = deadline?.steps ?? [];
  const closedAt = unit.reopenedAt(element.id)?.closedAt ?? null;
  if (closedAt === null) return steps;
  return steps.filter(({ action, at }) => at > (action === 'remind' ? tx.now : closedAt));
}

type Assigned = Extract<ResolvedAssignment, { outcome: 'assigned' }>;

function skipped({ unit, element, tokenId }: ActivityContext, code: string, variables: { readonly outcome?: string }): Entered {
  unit.record({
    kind: 'taskSkipped',
    actor: 'system',
    element: named(element),
    tokenId,
    data: { ...variables, code },
  });
  return { kind: 'completed', variables };
}

/** Who may read along is found after the commit: a rule that finds nobody, or cannot be read, holds up no case. */
function copyToReaders({ tx, unit, element, tokenId, variables }: ActivityContext, task: TaskRecord): void {
  if (!element.settings.cc) return;
  const payload = { elementId: element.id, variables };
  unit.queue({
    kind: 'ccPeople',
    tokenId: null,
    taskId: task.id,
    payload,
    dueAt: tx.now,
    maxAttempts: 5,
    idempotencyKey: `cc:${tokenId}`,
  });
}

function newTask(context: ActivityContext, assignment: Assigned, deadline: ComputedDeadline | null): TaskRecord {
  const { element, instance, tokenId, plane } = context;
  const onlyPerson = assignment.people.find((person) => person.id === assignment.assigneeId);
  return {
    ...EMPTY_TASK,
    id: context.unit.newId(),
    instanceId: instance.id,
    tokenId,
    plane,
    processKey: instance.processKey,
    versionId: instance.versionId,
    elementId: element.id,
    elementName: element.name ?? element.id,
    stage: element.settings.stage ?? null,
    assigneeId: assignment.assigneeId,
    assigneeName: onlyPerson?.name ?? null,
    openedAt: openedAtOf(context),
    openedByTaskId: context.byTaskId,
    dueAt: deadline?.dueAt ?? null,
    nearAt: deadline?.nearAt ?? null,
    isDueProvisional: deadline?.isProvisional ?? false,
    dueExplanation: deadline?.explanation ?? null,
    clock: clockOf(context),
  };
}

/** A step that was taken back has had its stops. */
function clockOf(context: ActivityContext): TaskRecord['clock'] {
  const stops = stopsOf(context);
  return stops.length > 0 ? { stops: [...stops], stopped: null } : null;
}

const stopsOf = ({ unit, element }: ActivityContext) => endedStops(unit.reopenedAt(element.id));

const openedAtOf = ({ tx, unit, element }: ActivityContext) => unit.reopenedAt(element.id)?.openedAt ?? tx.now;

const EMPTY_TASK = {
  status: 'open',
  delegatorId: null,
  delegatorName: null,
  firstReadAt: null,
  outcome: null,
  outcomeName: null,
  opinion: null,
  completedById: null,
  completedByName: null,
  onBehalfOfId: null,
  onBehalfOfName: null,
  channel: null,
  occurredAt: null,
  closedAt: null,
  reminders: 0,
  remindedAt: null,
  hasDrafts: false,
  stoppedAt: null,
  clock: null,
} as const satisfies Partial<TaskRecord>;

const named = (element: ActivityContext['element']) => ({ id: element.id, name: element.name ?? element.id });

function requestOf({ element, instance, variables, record }: ActivityContext) {
  const scope = { variables, record, parameters: instance.parameters };
  return {
    element: { elementId: element.id, elementName: element.name ?? element.id },
    settings: element.settings,
    instance,
    scope,
  };
}

function deadlineRequestOf(context: ActivityContext) {
  const { instance } = context;
  const { element, settings, scope } = requestOf(context);
  return {
    element,
    settings,
    scope,
    openedAt: openedAtOf(context),
    startedAt: instance.startedAt,
    placeId: instance.placeId,
    stops: stopsOf(context),
  };
}
