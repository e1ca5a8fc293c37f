import { z } from 'zod';
import { configProblems, readConfig, valueOf } from '../activity-config';
import { postHoldersNear } from '../posts';
import type { ActivityType } from '../ports';

const schema = z
  .object({
    posts: z
      .string()
      .transform((text) => text.split(',').map((post) => post.trim()))
      .pipe(z.array(z.string().regex(/^(?:[A-Za-z]\w*|=\s*\S.*)$/)).min(2)),
    variable: z.string().regex(/^[A-Za-z]\w*$/),
  })
  .strict();

/** @throws CommunityError `onePerson.badConfig`, which names the property */
export const readOnePersonConfig = (config: unknown): z.output<typeof schema> =>
  readConfig(schema, config, 'onePerson.badConfig');

/**
 * `wuxin:activityType="onePerson"`: does one person hold all of these `posts` at the place of the case today? The answer is a
 * variable, named by `variable`. Each post is its key, or FEEL with `=` that gives it. A post that nobody holds, and a case without a
 * place, make it false.
 */
export const onePersonActivity: ActivityType = {
  type: 'onePerson',
  canBeTried: true,
  validate: ({ settings }) => configProblems(() => readOnePersonConfig(settings.config)),
  async enter(context) {
    const { tx, instance, element } = context;
    const { posts, variable } = readOnePersonConfig(element.settings.config);
    const holders: ReadonlySet<number>[] = [];
    for (const given of posts) {
      const post = valueOf(context, given);
      const known = instance.placeId !== null && typeof post === 'string' ? ([instance.placeId, post] as const) : undefined;
      holders.push(new Set(known ? (await postHoldersNear(tx, ...known)).map(({ userId }) => userId) : []));
    }
    const [first, ...others] = holders;
    const isOne = [...(first ?? [])].some((userId) => others.every((held) => held.has(userId)));
    return { kind: 'completed', variables: { [variable]: isOne } };
  },
};
