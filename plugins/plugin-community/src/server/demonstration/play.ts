import { CommunityError } from '../errors';
import type { BpmnPort } from '../ports';
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
  readonly recordId: string;
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
      return { instanceId, recordId, title };
    },
    instantOf(now, played),
  );
}

async function playStep(
  { bpmn, cast, now }: Stage,
  { instanceId, recordId, title }: StartedCase,
  step: DemonstrationStep,
): Promise<void> {
  const { task: element, by, outcome, opinion } = step;
  await bpmn.write(
    async (tx) => {
      const open = await bpmn.play.openTasks(tx, instanceId);
      const task = open.find(({ elementId }) => elementId === element);
      if (!task)
        throw new CommunityError('demonstration.taskNotOpen', 500, {
          title,
          element,
          open: open.map(({ elementId }) => elementId),
        });
      const data = await enteredValues(step.data, { reader: tx, now, recordId });
      await bpmn.play.completeTask(tx, cast.actor(by), task.id, { outcome, data, opinion });
    },
    instantOf(now, step),
  );
}
