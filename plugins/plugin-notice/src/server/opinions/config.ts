import type { Json } from '@wuxin/bpmn-core';
import { badInput, BpmnError, type ActivityContext } from '@wuxin/plugin-bpmn';
import { z } from 'zod';
import type { NoticePost } from '../../common/api';

/** A value, or FEEL with `=`. */
const value = z.string().trim().min(1);

const schema = z
  .object({
    title: value,
    /** What people are asked about; a line is a paragraph. */
    text: value,
    /** For how many days after the day of the announcement. */
    days: value,
    /** Posts at the place of the case, or `role:clerk`; several are separated by commas. */
    drafter: value,
    approver: value,
    poster: value.optional(),
    /** Who sorts the opinions. */
    decider: value,
  })
  .strict();

export type OpinionsConfig = z.output<typeof schema>;

/** @throws bad input `opinion.activityConfig`, which names the property */
export function readConfig(config: unknown): OpinionsConfig {
  const parsed = schema.safeParse(config ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const [unknown] = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  throw badInput('opinion.activityConfig', { property: unknown ?? issue?.path.join('.') ?? '' });
}

/** What the check of a drawing says of it. */
export function configProblems(config: unknown): { code: string; data: { property: string } }[] {
  try {
    readConfig(config);
    return [];
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error;
    return [{ code: error.code, data: { property: String(error.data.property) } }];
  }
}

/** What an element asks for, every value evaluated and read. */
export interface AskedOpinions {
  readonly title: string;
  readonly text: string;
  readonly days: number;
  readonly posts: readonly { readonly post: NoticePost; readonly names: readonly string[] }[];
}

const text = z.string().trim().min(1).max(20_000);
const days = z.coerce.number().int().min(1).max(366);

/** @throws bad input `opinion.activityValue`, which names the property */
export function askedOpinions({ evaluate }: Pick<ActivityContext, 'evaluate'>, config: OpinionsConfig): AskedOpinions {
  const valueOf = (written: string): Json => (written.startsWith('=') ? evaluate(written.slice(1)) : written);
  const read = <Value>(name: keyof OpinionsConfig, of: z.ZodType<Value, z.ZodTypeDef, unknown>): Value => {
    const parsed = of.safeParse(valueOf(config[name] ?? ''));
    if (!parsed.success) throw badInput('opinion.activityValue', { property: name });
    return parsed.data;
  };
  const posts = (['drafter', 'approver', 'poster', 'decider'] as const).map((post) => ({
    post,
    names:
      config[post] === undefined
        ? []
        : read(post, text)
            .split(',')
            .flatMap((one) => one.trim() || []),
  }));
  return { title: read('title', text), text: read('text', text), days: read('days', days), posts };
}
