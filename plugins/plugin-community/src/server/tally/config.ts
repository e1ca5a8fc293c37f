import { z } from 'zod';
import { CommunityError } from '../errors';

const fieldName = z.string().regex(/^[A-Za-z]\w*$/);
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
    'field.form': fieldName,
    'field.heldOn': fieldName,
    'field.due': fieldName,
    'field.present': fieldName,
    'field.womenPresent': fieldName,
    'field.approve': fieldName,
    'field.oppose': fieldName,
    'field.abstain': fieldName,
    'field.invalid': fieldName,
    'field.notVoting': fieldName,
    'field.sentence': fieldName,
    'field.sentenceEn': fieldName.optional(),
    'field.adoptedOn': fieldName,
  })
  .strict();

/** The `wuxin:config` of a `tally` activity. */
export type TallyConfig = z.output<typeof schema>;

/** @throws CommunityError `tally.badConfig`, which names the property */
export function readTallyConfig(config: unknown): TallyConfig {
  const parsed = schema.safeParse(config ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommunityError('tally.badConfig', 500, { property: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}
