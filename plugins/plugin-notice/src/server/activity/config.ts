import { badInput, BpmnError } from '@wuxin/plugin-bpmn';
import { z } from 'zod';

/** A value, or FEEL with `=`. */
const value = z.string().trim().min(1);

const schema = z
  .object({
    /** The key of a kind of notice. */
    kind: value.default('publicity'),
    title: value,
    /** A text of which each line is a paragraph, or blocks. */
    text: value,
    matter: value.optional(),
    /** Posts at the place of the case, or `role:clerk`; several are separated by commas. */
    drafter: value,
    approver: value,
    poster: value,
    decider: value.optional(),
    superior: value.optional(),
    supervisor: value.optional(),
    /** Ids of boards, or `all` for those of the place that are in use. */
    boards: value.optional(),
    /** Longer than the parameter says, never shorter. */
    days: value.optional(),
    notBefore: value.optional(),
    takesObjections: value.optional(),
    /** Names for the redaction check: a list of `{ name, fieldClass }`. */
    names: value.optional(),
    /** Steps of the process that an upheld objection may concern, separated by commas, `legal=法律顾问审查` with what people call it: whoever upholds it names one. */
    steps: value.optional(),
    /** The process goes on at once with an objection that was upheld. */
    returnsUpheld: value.optional(),
  })
  .strict();

/** The `wuxin:config` of a `notice` activity: values as they stand there, FEEL not yet evaluated. */
export type NoticeConfig = z.output<typeof schema>;

/** @throws bad input `notice.activityConfig`, which names the property */
export function readNoticeConfig(config: unknown): NoticeConfig {
  const parsed = schema.safeParse(config ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const [unknown] = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  throw badInput('notice.activityConfig', { property: unknown ?? issue?.path.join('.') ?? '' });
}

/** What the check of a drawing says of it. */
export function configProblems(config: unknown): { code: string; data: { property: string } }[] {
  try {
    readNoticeConfig(config);
    return [];
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error;
    return [{ code: error.code, data: { property: String(error.data.property) } }];
  }
}
