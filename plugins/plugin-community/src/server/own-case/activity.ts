import { z } from 'zod';
import { configProblems, readConfig, valueOf } from '../activity-config';
import { CommunityError } from '../errors';
import type { ActivityContext, ActivityType, BpmnPort } from '../ports';
import { findRow } from '../rows';

const schema = z
  .object({ here: z.string().min(1).optional(), caller: z.string().min(1).optional() })
  .strict()
  .refine(({ here, caller }) => here !== undefined || caller !== undefined, { message: 'empty' });

/** @throws CommunityError `ownCase.badConfig`, which names the property */
export const readOwnCaseConfig = (config: unknown): z.output<typeof schema> => readConfig(schema, config, 'ownCase.badConfig');

/**
 * `wuxin:activityType="ownCase"`: nobody decides on their own case. Refuses the completion that led here when whoever did it, or on whose
 * behalf it was entered, has completed one of these elements before: `here` of this case, `caller` of the case that called it. Both are
 * ids separated by commas, text or FEEL.
 */
export function ownCaseActivity({ cases }: Pick<BpmnPort, 'cases'>): ActivityType {
  return {
    type: 'ownCase',
    canBeTried: true,
    validate: ({ settings }) => configProblems(() => readOwnCaseConfig(settings.config)),
    async enter(context) {
      const config = readOwnCaseConfig(context.element.settings.config);
      const doers = await doersBefore(context, cases, config);
      const acting = doers.size > 0 ? await whoActed(context) : [];
      if (acting.some((userId) => doers.has(userId))) throw new CommunityError('ownCase.refused', 403, {});
      return { kind: 'completed', variables: {} };
    },
  };
}

async function doersBefore(context: ActivityContext, cases: BpmnPort['cases'], config: z.output<typeof schema>) {
  const { tx, instance, scratch } = context;
  if (scratch) {
    const own = scratch.doersOf(idsOf(context, config.here), 'here');
    return new Set([...own, ...scratch.doersOf(idsOf(context, config.caller), 'caller')]);
  }
  const here = await cases.doersOf(tx, instance.id, idsOf(context, config.here));
  const inCaller = idsOf(context, config.caller);
  const caller = inCaller.length > 0 ? await cases.callerOf(tx, instance) : undefined;
  return new Set([...here, ...(caller ? await cases.doersOf(tx, caller.id, inCaller) : [])]);
}

function idsOf(context: ActivityContext, text: string | undefined): string[] {
  const ids = text === undefined ? '' : valueOf(context, text);
  return typeof ids === 'string' ? ids.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()])) : [];
}

/** Who completed the task that led here, and on whose behalf. */
async function whoActed({ tx, byTaskId, scratch }: ActivityContext): Promise<number[]> {
  if (scratch) return scratch.actedBy === null ? [] : [scratch.actedBy];
  const task = byTaskId === null ? undefined : await findRow(tx, 'bpmnTasks', { id: byTaskId });
  return ['completedById', 'onBehalfOfId'].flatMap((column) => {
    const userId = task?.get(column);
    return userId === null || userId === undefined ? [] : [Number(userId)];
  });
}
