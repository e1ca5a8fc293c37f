import { z } from 'zod';
import { configProblems, readConfig, valueOf } from '../activity-config';
import { postHoldersNear } from '../posts';
import type { ActivityType } from '../ports';

const schema = z
  .object({
    post: z.string().regex(/^(?:[A-Za-z]\w*|=\s*\S.*)$/),
    variable: z.string().regex(/^[A-Za-z]\w*$/),
  })
  .strict();

/** @throws CommunityError `holders.badConfig`, which names the property */
export const readHoldersConfig = (config: unknown): z.output<typeof schema> => readConfig(schema, config, 'holders.badConfig');

/**
 * `wuxin:activityType="holders"`: who holds the `post` at the place of the case today, as a variable with their ids, named by `variable`.
 * The post is its key, or FEEL with `=` that gives it. A case without a place has none.
 */
export const holdersActivity: ActivityType = {
  type: 'holders',
  canBeTried: true,
  validate: ({ settings }) => configProblems(() => readHoldersConfig(settings.config)),
  async enter(context) {
    const { tx, instance, element } = context;
    const { post: given, variable } = readHoldersConfig(element.settings.config);
    const post = valueOf(context, given);
    const isKnown = instance.placeId !== null && typeof post === 'string';
    const holders = isKnown ? await postHoldersNear(tx, instance.placeId, post) : [];
    return { kind: 'completed', variables: { [variable]: [...new Set(holders.map(({ userId }) => userId))] } };
  },
};
