import { CommunityError } from '../errors';
import type { BpmnPort, PlayedTask, Tx } from '../ports';
import { createRow, text } from '../rows';
import { instantOf } from './moments';
import type { Cast } from './people';
import type { DemonstrationCase, DemonstrationStep } from './schema';
import { enteredValues } from './values';

interface Stage {
  readonly bpmn: BpmnPort;
  readonly cast: Cast;
  readonly now: number;
}

/** Plays one case with the ordinary commands, each at its own moment of the past, as the people who did it. */
export async function playCase(stage: Stage, played: DemonstrationCase): Promise<void> {
  const started = await start(stage, played);
  for (const step of played.steps) {
    await stage.bpmn.play.settle(started.instanceId, instantOf(stage.now, step));
    await playStep(stage, started, step);
  }
  await stage.bpmn.play.settle(started.instanceId, stage.now);
}

interface StartedCase {
  readonly instanceId: string;
  readonly title: string;
}

async function start({ bpmn, cast, now }: Stage, played: DemonstrationCase): Promise<StartedCase> {
  const { process: processKey, collection, startedBy } = played;
  const { title } = played.record;
  const placeId = cast.placeId(played.place);
  return bpmn.write(
    async (tx) => {
      const recordId = text(await createRow(tx, collection, { ...played.record, place: Number(placeId) }), 'id');
      const { instanceId } = await bpmn.play.startInstance(tx, cast.actor(startedBy), { processKey, title, placeId, recordId });
      return { instanceId, title };
    },
    instantOf(now, played),
  );
}

async function playStep({ bpmn, cast, now }: Stage, { instanceId, title }: StartedCase, step: DemonstrationStep): Promise<void> {
  const { task: element, by, outcome, opinion } = step;
  const complete = async (tx: Tx, task: PlayedTask) => {
    const data = await enteredValues(step.data, { reader: tx, now, recordId: task.recordId ?? '' });
    await bpmn.play.completeTask(tx, cast.actor(by), task.id, { outcome, data, opinion });
  };
  await bpmn.write(
    async (tx) => {
      const open = await bpmn.play.openTasks(tx, instanceId);
      const tasks = open.filter(({ elementId }) => elementId === element);
      if (tasks.length === 0)
        throw new CommunityError('demonstration.taskNotOpen', 500, {
          title,
          element,
          open: open.map(({ elementId }) => elementId),
        });
      await firstOwn(tasks, (task) => complete(tx, task));
    },
    instantOf(now, step),
  );
}

/** Refusals of a task that is somebody else's; nothing is written before them. */
const OF_OTHERS: ReadonlySet<unknown> = new Set(['task.notYours', 'task.heldByAnother', 'rating.self']);

/** Several may have the same step at once: the first that is this person's. */
async function firstOwn(tasks: readonly PlayedTask[], complete: (task: PlayedTask) => Promise<void>): Promise<void> {
  for (const [index, task] of tasks.entries()) {
    try {
      return await complete(task);
    } catch (error) {
      const isLast = index === tasks.length - 1;
      if (isLast || !(error instanceof Error && 'code' in error && OF_OTHERS.has(error.code))) throw error;
    }
  }
}
