import { z } from 'zod';
import { completeByDeadline, escalateTask, remindByDeadline, resumeClockInTime } from '../commands';
import type { JobHandler } from './handlers';

const Step = z.discriminatedUnion('action', [
  z.object({ action: z.literal('remind') }),
  z.object({ action: z.literal('escalate'), kind: z.string(), value: z.string() }),
  z.object({ action: z.literal('outcome'), outcome: z.string() }),
]);

const Stop = z.object({ stop: z.number() });

/** What a deadline's ladder does to a task that is still open. The jobs go with the task. */
export const deadlineJobs: Readonly<Record<string, JobHandler>> = {
  resumeClock: {
    kind: 'inTransaction',
    async run(tx, { taskId, payload }) {
      if (taskId !== null) await resumeClockInTime(tx, taskId, Stop.parse(payload).stop);
    },
  },
  deadlineStep: {
    kind: 'inTransaction',
    async run(tx, job) {
      if (job.taskId === null) return;
      const step = Step.parse(job.payload);
      switch (step.action) {
        case 'remind':
          return remindByDeadline(tx, job.taskId, job.id);
        case 'escalate':
          return escalateTask(tx, job.taskId, step, job.id);
        case 'outcome':
          return completeByDeadline(tx, job.taskId, step.outcome);
      }
    },
  },
};
