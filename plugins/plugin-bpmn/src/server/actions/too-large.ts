import type { Application } from '@nocobase/server';
import { BpmnError } from '../runtime/errors';
import { ownNamesOf } from '../runtime/own-names';
import { localeOf } from '../runtime/texts';
import type { ActionContext } from './context';
import { refuse } from './define';

type TooLargeContext = ActionContext & { readonly path: string };

/**
 * A body above the limit of the server never reaches an action. NocoBase would answer with the words of its parser and no
 * code; our actions answer `input.tooLarge`, 413, in the reader's language. The parser stops reading at the limit.
 */
export function refuseTooLarge(app: Application): void {
  const middleware = async (context: TooLargeContext, next: () => Promise<void>) => {
    try {
      await next();
    } catch (error) {
      const [, resource] = /[/](\w+):\w+$/.exec(context.path) ?? [];
      if (!isTooLarge(error) || !ownNamesOf(app.db).has(resource)) throw error;
      const data = { maximumMegabytes: Math.floor(error.limit / 1024 / 1024) };
      refuse(context, new BpmnError('input.tooLarge', 413, data), localeOf(context.get('X-Locale')));
    }
  };
  app.use(middleware, { tag: 'wuxinTooLarge', after: 'logger', before: 'bodyParser' });
}

/** As `raw-body`, which reads bodies for Koa's parser, throws it. */
function isTooLarge(error: unknown): error is { readonly limit: number } {
  const { type, limit } = error as { type?: unknown; limit?: unknown };
  return type === 'entity.too.large' && typeof limit === 'number';
}
