import { findElement, type Variables } from '@wuxin/bpmn-core';
import type { Calendar } from '@wuxin/workday';
import { calendarFor } from '../calendars';
import { computeOn, endedStops, type ComputedDeadline } from '../deadlines';
import { BpmnError } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import type { JobRecord, MigrationFault, TaskRecord, TokenRecord } from '../store';
import type { CaseRows } from './case-rows';
import type { CasePlan } from './plan';

export interface NewDeadline {
  readonly task: TaskRecord;
  /** Null: the new version sets none. */
  readonly deadline: ComputedDeadline | null;
}

export interface NewDeadlines {
  readonly faults: readonly MigrationFault[];
  readonly changed: readonly NewDeadline[];
  /** Would be late at once by the new version: they stay as people were told. */
  readonly kept: readonly TaskRecord[];
}

/** What becomes of the deadlines of open tasks, by what was chosen for the migration. */
export class Deadlines {
  private readonly calendars = new Map<string | null, Promise<Calendar>>();

  constructor(
    private readonly tx: Tx,
    private readonly plan: CasePlan,
  ) {}

  async of(rows: CaseRows, parameters: Variables): Promise<NewDeadlines> {
    const changed: NewDeadline[] = [];
    const kept: TaskRecord[] = [];
    const faults: MigrationFault[] = [];
    const byId = new Map(rows.tokens.map((token) => [token.id, token]));
    for (const task of rows.openTasks) {
      const element = findElement(this.plan.to.graph, this.plan.core.mapping.elements[task.elementId] ?? '');
      if (!element) continue;
      const deadline =
        this.plan.deadlines === 'recomputed' && task.stoppedAt === null
          ? await this.recompute(rows, { task, element, parameters, byId })
          : 'kept';
      if (deadline === 'kept' || deadline === 'late') {
        faults.push(...lostOutcomes(task, element, [...rows.deadlineJobs, ...waitingSteps(task)]));
        if (deadline === 'late') kept.push(task);
      } else if (deadline instanceof BpmnError) {
        faults.push({
          code: 'deadlineFails',
          elementId: task.elementId,
          data: { elementName: task.elementName, cause: deadline.code },
        });
      } else if (deadline !== null || task.dueAt !== null) changed.push({ task, deadline });
    }
    return { faults, changed, kept };
  }

  private async recompute(
    { instance, record }: CaseRows,
    { task, element, parameters, byId }: Asked,
  ): Promise<ComputedDeadline | null | 'late' | BpmnError> {
    const request = {
      element: { elementId: element.id, elementName: element.name ?? element.id },
      settings: element.settings,
      scope: { variables: variablesAt(instance.variables, task.tokenId, byId), record, parameters },
      openedAt: task.openedAt,
      startedAt: instance.startedAt,
      placeId: instance.placeId,
      stops: endedStops(task),
    };
    try {
      const deadline = computeOn(await this.calendarAt(instance.placeId), request, task.openedAt);
      return deadline && deadline.dueAt <= this.tx.now ? 'late' : deadline;
    } catch (error) {
      if (error instanceof BpmnError) return error;
      throw error;
    }
  }

  private calendarAt(placeId: string | null): Promise<Calendar> {
    const known = this.calendars.get(placeId) ?? calendarFor(this.tx, placeId);
    this.calendars.set(placeId, known);
    return known;
  }
}

type Target = NonNullable<ReturnType<typeof findElement>>;

interface Asked {
  readonly task: TaskRecord;
  readonly element: Target;
  readonly parameters: Variables;
  readonly byId: ReadonlyMap<string, TokenRecord>;
}

type StepToCome = Pick<JobRecord, 'taskId' | 'payload'>;

/** Steps of a deadline whose clock stands still. */
const waitingSteps = ({ id: taskId, clock }: TaskRecord): StepToCome[] =>
  (clock?.stopped?.steps ?? []).map(({ payload }) => ({ taskId, payload }));

/** A deadline that stays may take an outcome which the step does not have any more. */
function lostOutcomes(task: TaskRecord, { settings, name, id }: Target, jobs: readonly StepToCome[]): MigrationFault[] {
  const known = new Set((settings.outcomes ?? []).map(({ key }) => key));
  return jobs.flatMap(({ taskId, payload }) => {
    const { action, outcome } = payload;
    const isLost = taskId === task.id && action === 'outcome' && typeof outcome === 'string' && !known.has(outcome);
    const data = { elementName: task.elementName, targetName: name ?? id };
    return isLost ? [{ code: 'deadlineOutcomeGone', elementId: task.elementId, data }] : [];
  });
}

/** The nearest value wins, as when the task opened. */
function variablesAt(process: Variables, tokenId: string, byId: Asked['byId']): Variables {
  const layers: Variables[] = [];
  for (let token = byId.get(tokenId); token; token = token.parentId === null ? undefined : byId.get(token.parentId))
    layers.unshift(token.variables);
  return layers.reduce((merged, layer) => ({ ...merged, ...layer }), process);
}
