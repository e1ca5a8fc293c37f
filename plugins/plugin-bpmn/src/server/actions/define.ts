import type { HandlerType } from '@nocobase/resourcer';
import type { z } from 'zod';
import { asHandler, type ActionContext } from './context';
import { readerIn, type Reader } from './reader';
import type { Actor } from '../runtime/actor';
import { engineOf, type Engine } from '../runtime/engine';
import { errorText } from '../runtime/error-text';
import { badInput, BpmnError } from '../runtime/errors';
import { localeOf, type Locale } from '../runtime/texts';
import { ACTION_OF } from '../rights';
import { unfitPart } from './unfit';

/** What an action of ours works with: who asks, in which language, and the engine. */
export interface Request extends Reader {
  readonly engine: Engine;
  readonly actor: Actor;
  readonly locale: Locale;
  /** Does one of the reader's roles have this action? */
  readonly can: (resource: string, action: string) => boolean;
}

/**
 * An HTTP action: parses what came in, runs, answers. Query parameters, the body and `filterByTk` (as `id`) are one input.
 * A refusal is answered with its status and `errors: [{ code, message, data }]` in the reader's language; nothing else of it
 * is logged.
 */
export function action<Input>(
  schema: z.ZodType<Input, z.ZodTypeDef, unknown>,
  handle: (request: Request, input: Input) => Promise<unknown>,
): HandlerType {
  return asHandler(async (context, next) => {
    await refusing(context, (request) => handle(request, parseInput(schema, inputOf(context))));
    await next();
  });
}

/** Answers with what `work` gives, or with its refusal. For actions that read their input themselves. */
export async function refusing(context: ActionContext, work: (request: Request) => Promise<unknown>): Promise<void> {
  const locale = localeOfRequest(context);
  try {
    answer(context, 200, { data: (await work(requestOf(context, locale))) ?? null });
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error;
    refuse(context, error, locale);
  }
}

/** The reader's language: of this request, else of their account. */
export const localeOfRequest = (context: ActionContext): Locale =>
  localeOf(context.get('X-Locale') || context.state.currentUser?.appLang);

export function inputOf(context: ActionContext): Record<string, unknown> {
  const { filterByTk, values, ...query } = context.action.params;
  const body = values !== null && typeof values === 'object' ? values : {};
  return {
    ...query,
    ...body,
    ...(filterByTk === undefined ? {} : { id: typeof filterByTk === 'number' ? String(filterByTk) : filterByTk }),
  };
}

/** @throws bad input `input.invalid`, naming the fields */
export function parseInput<Output>(schema: z.ZodType<Output, z.ZodTypeDef, unknown>, input: unknown): Output {
  const unfit = unfitPart(input);
  if (unfit !== undefined) throw badInput('input.invalid', { fields: [{ path: unfit, message: 'unfit' }], names: unfit });
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw badInput('input.invalid', { fields, names: fields.map(({ path }) => path).join(', ') });
}

export function requestOf(context: ActionContext, locale: Locale): Request {
  const roles: string[] = context.state.currentRoles ?? (context.state.currentRole ? [context.state.currentRole] : []);
  const can = (resource: string, name: string) =>
    roles.includes('root') || Boolean(context.app.acl.can({ roles, resource, action: name }));
  return {
    engine: engineOf(context.db),
    locale,
    actor: actorOf(context, {
      roles,
      isAdministrator: can('bpmnInstances', 'suspend'),
      rights: { has: (right) => can(...ACTION_OF[right]) },
    }),
    can,
    ...readerIn(context, roles),
  };
}

function actorOf(context: ActionContext, given: Pick<Actor, 'roles' | 'isAdministrator' | 'rights'>): Actor {
  const user = context.state.currentUser;
  if (!user) throw new Error('every action of ours is for people who are signed in');
  const isPhone = /Mobile|Android|iPhone/.test(context.get('User-Agent'));
  const name = String(user.nickname || user.username || user.id);
  return { userId: Number(user.id), name, ...given, channel: isPhone ? 'phone' : 'web' };
}

export function refuse(context: ActionContext, { code, status, data, messages }: BpmnError, locale: Locale): void {
  answer(context, status, { errors: [{ code, message: messages?.[locale] ?? errorText(locale, code, data), data }] });
}

/** The body is complete: NocoBase's wrapper, which would take `rows` out of it, leaves it alone. */
function answer(context: ActionContext, status: number, body: object): void {
  context.status = status;
  context.body = body;
  context.withoutDataWrapping = true;
}
