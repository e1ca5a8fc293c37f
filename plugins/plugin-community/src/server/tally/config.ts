import { z } from 'zod';
import { readConfig } from '../activity-config';
import { fieldName, voteFields } from './vote-fields';

/** FEEL that gives the number; the rule is data, the process only says where it is kept. */
const expression = z.string().regex(/^=\s*\S/);

const schema = z
  .object({
    'full.quorum': expression,
    'full.pass': expression,
    'households.quorum': expression,
    'households.pass': expression,
    'operator': z.enum(['moreThan', 'atLeast']).default('moreThan'),
    'women.percent': expression,
    'women.short': z.enum(['warn', 'block']),
    /** The first day on which the meeting may have been held; an empty one limits nothing. */
    'notBefore': z.string().min(1).optional(),
    'field.form': fieldName,
    'field.womenPresent': fieldName,
    ...voteFields,
  })
  .strict();

/** The `wuxin:config` of a `tally` activity. */
export type TallyConfig = z.output<typeof schema>;

/** @throws CommunityError `tally.badConfig`, which names the property */
export const readTallyConfig = (config: unknown): TallyConfig => readConfig(schema, config, 'tally.badConfig');
