import { z } from 'zod';
import { configProblems, readConfig } from '../activity-config';
import { heldPosts } from '../posts';
import type { ActivityType } from '../ports';
import { placesWithin } from '../territory';

const word = z.string().regex(/^[A-Za-z]\w*$/);
const schema = z.object({ post: word, level: word, variable: word }).strict();

/** @throws CommunityError `vacancies.badConfig`, which names the property */
export const readVacanciesConfig = (config: unknown): z.output<typeof schema> =>
  readConfig(schema, config, 'vacancies.badConfig');

/**
 * `wuxin:activityType="vacancies"`: at which places of this `level`, within the place of the case, nobody holds the `post` today? The
 * answer is a variable with their names, named by `variable`. A case without a place has none.
 */
export const vacanciesActivity: ActivityType = {
  type: 'vacancies',
  canBeTried: true,
  validate: ({ settings }) => configProblems(() => readVacanciesConfig(settings.config)),
  async enter({ tx, element, instance: { placeId } }) {
    const { post, level, variable } = readVacanciesConfig(element.settings.config);
    const places = placeId === null ? [] : await placesWithin(tx, placeId, level);
    const held = await heldPosts(tx, { postKeys: [post], placeIds: places.map(({ id }) => id) });
    const named = new Set(held.map((holder) => holder.placeId));
    return { kind: 'completed', variables: { [variable]: places.filter(({ id }) => !named.has(id)).map(({ name }) => name) } };
  },
};
