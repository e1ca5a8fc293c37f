import type { Database } from '@nocobase/database';
import type { HandlerType } from '@nocobase/resourcer';
import type { Application } from '@nocobase/server';

/** What our actions use of NocoBase's Koa context, whose own type is `any` in these places. */
export interface ActionContext {
  readonly db: Database;
  readonly app: Application;
  readonly state: {
    readonly currentUser?: {
      readonly id: number;
      readonly nickname?: string;
      readonly username?: string;
      readonly appLang?: string;
    };
    readonly currentRole?: string;
    readonly currentRoles?: string[];
  };
  readonly action: { readonly params: Readonly<Record<string, unknown>> };
  status: number;
  body: unknown;
  withoutDataWrapping?: boolean;
  get(header: string): string;
}

/** NocoBase declares handlers over a context of `any`; ours is its Koa context. */
export const asHandler = (handler: (context: ActionContext, next: () => Promise<void>) => Promise<void>) =>
  handler as unknown as HandlerType;
