import { z } from 'zod';
import { configProblems, sentenceOf, valueOf } from '../activity-config';
import { CommunityError } from '../errors';
import type { ActivityContext, ActivityType } from '../ports';
import { withSubTables } from '../sub-tables';

const requirement = z
  .object({ condition: z.string().regex(/^=\s*\S/), message: z.string().min(1), messageEn: z.string().min(1) })
  .strict();

/** What has to hold: a condition in FEEL and what is said when it does not, in both languages, literal or FEEL. */
export type Requirement = z.output<typeof requirement> & { readonly name: string };

/**
 * Reads `<name>.condition`, `<name>.message` and `<name>.messageEn` of a `wuxin:config`, in the order of the names there.
 *
 * @throws CommunityError `requirement.badConfig`, which names the property
 */
export function readRequirements(config: Readonly<Record<string, string>> | undefined): readonly Requirement[] {
  const byName = new Map<string, Record<string, string>>();
  for (const [key, text] of Object.entries(config ?? {})) {
    const [name = '', ...part] = key.split('.');
    byName.set(name, { ...byName.get(name), [part.join('.')]: text });
  }
  if (byName.size === 0) throw new CommunityError('requirement.badConfig', 500, { property: '', problem: 'empty' });
  return [...byName].map(([name, parts]) => {
    const parsed = requirement.safeParse(parts);
    if (parsed.success) return { name, ...parsed.data };
    const [issue] = parsed.error.issues;
    const property = [name, ...(issue?.path ?? [])].join('.');
    throw new CommunityError('requirement.badConfig', 500, { property, problem: issue?.message ?? '' });
  });
}

/**
 * `wuxin:activityType="requirement"`: refuses the completion that led here when a condition does not hold, with the sentence that
 * the process gives. Nothing is stored then. A condition that is not `true` does not hold. Conditions and sentences see the rows of
 * sub-tables as `record.<field>`.
 */
export const requirementActivity: ActivityType = {
  type: 'requirement',
  canBeTried: true,
  validate: ({ settings }) => configProblems(() => readRequirements(settings.config)),
  async enter(context) {
    const config = context.element.settings.config;
    const seeing = await withSubTables(context, Object.values(config ?? {}));
    const broken = readRequirements(config).find(({ condition }) => valueOf(seeing, condition) !== true);
    if (broken) throw refusal(seeing, broken);
    return { kind: 'completed', variables: {} };
  },
};

function refusal(context: ActivityContext, { name, message, messageEn }: Requirement): CommunityError {
  const messages = { 'zh-CN': sentenceOf(context, message), 'en-US': sentenceOf(context, messageEn) };
  return new CommunityError('requirement.notMet', 400, { requirement: name }, { messages });
}
