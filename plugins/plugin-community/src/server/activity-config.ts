import type { Json } from '@wuxin/bpmn-core';
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

/** A value of a configuration: as it stands there, or FEEL with `=`. */
export const valueOf = (context: Pick<ActivityContext, 'evaluate'>, text: string): Json =>
  text.startsWith('=') ? context.evaluate(text.slice(1)) : text;
