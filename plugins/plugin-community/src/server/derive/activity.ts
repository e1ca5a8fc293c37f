import { z } from 'zod';
import { configProblems, readConfig, valueOf } from '../activity-config';
import type { ActivityType } from '../ports';
import { withSubTables } from '../sub-tables';

const schema = z
  .record(z.string().regex(/^[A-Za-z]\w*$/), z.string().regex(/^=\s*\S/))
  .refine((config) => Object.keys(config).length > 0, { message: 'empty' });

/** @throws CommunityError `derive.badConfig`, which names the property */
export const readDeriveConfig = (config: unknown): Readonly<Record<string, string>> =>
  readConfig(schema, config, 'derive.badConfig');

/**
 * `wuxin:activityType="derive"`: makes variables of the record, where expressions of the process itself do not reach: each property is
 * the name of a variable and FEEL with `=`, which sees the rows of sub-tables as `record.<field>` and places as `place`. Changes no record.
 */
export const deriveActivity: ActivityType = {
  type: 'derive',
  canBeTried: true,
  validate: ({ settings }) => configProblems(() => readDeriveConfig(settings.config)),
  async enter(context) {
    const config = readDeriveConfig(context.element.settings.config);
    const seeing = await withSubTables(context, Object.values(config));
    const variables = Object.fromEntries(Object.entries(config).map(([name, text]) => [name, valueOf(seeing, text)]));
    return { kind: 'completed', variables };
  },
};
