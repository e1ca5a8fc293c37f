import type { Json } from '@wuxin/bpmn-core';
import type { z } from 'zod';
import { CommunityError } from './errors';
import type { ActivityContext } from './ports';

/** What `validate` answers when a configuration cannot be read. */
export function configProblems(read: () => unknown): { code: string; data: { property: string } }[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof CommunityError)) throw error;
    return [{ code: error.code, data: { property: String(error.data['property']) } }];
  }
}

/** Reads the `wuxin:config` of an activity. @throws CommunityError with this code, which names the property */
export function readConfig<Config>(schema: z.ZodType<Config, z.ZodTypeDef, unknown>, config: unknown, code: string): Config {
  const parsed = schema.safeParse(config ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommunityError(code, 500, { property: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

/** A value of a configuration: as it stands there, or FEEL with `=`. */
export const valueOf = (context: Pick<ActivityContext, 'evaluate'>, text: string): Json =>
  text.startsWith('=') ? context.evaluate(text.slice(1)) : text;

/** A sentence of a configuration: as it stands there, or FEEL with `=`. */
export function sentenceOf(context: Pick<ActivityContext, 'evaluate'>, text: string): string {
  const said = valueOf(context, text);
  return typeof said === 'string' ? said : JSON.stringify(said);
}
