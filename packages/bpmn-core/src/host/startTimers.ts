import type { Env, Instant } from '../contract';
import type { Graph } from '../graph';
import { rescheduleStart, scheduleStart, startTriggers } from '../start';
import type { Schedule } from '../time';

interface Armed {
  readonly processId: string;
  readonly elementId: string;
  schedule: Schedule | null;
}

/** The timers that begin instances, armed once for the file. */
export class StartTimers {
  private readonly armed: readonly Armed[];

  constructor(
    private readonly graph: Graph,
    env: Pick<Env, 'now' | 'evaluate'>,
  ) {
    this.armed = startTriggers(graph).flatMap((trigger) =>
      trigger.kind === 'timer'
        ? [{ processId: trigger.processId, elementId: trigger.elementId, schedule: scheduleStart(graph, trigger, env) }]
        : [],
    );
  }

  pending(): readonly { readonly at: Instant; readonly index: number; readonly processId: string; readonly elementId: string }[] {
    return this.armed.flatMap(({ schedule, processId, elementId }, index) =>
      schedule ? [{ at: schedule.dueAt, index, processId, elementId }] : [],
    );
  }

  fired(index: number, now: Instant): void {
    const timer = this.armed[index];
    if (timer?.schedule) timer.schedule = rescheduleStart(this.graph, timer.schedule, now);
  }
}
