import { BpmnError, engineOf, localeOf, textOf } from '@wuxin/plugin-bpmn';
import type { Application } from '@nocobase/server';
import type { IncomingMessage, RequestListener } from 'node:http';
import { askedBy, type Asked } from './address';
import { Door } from './door';
import { headerOf, json, send, type Answer } from './exchange';
import { votingPage } from './page';

const doors = new WeakSet<Application>();

/**
 * The voter's door stands before everything of NocoBase. Its middlewares cannot be gone before: some that carry no name come first whatever one asks for, e.g. the one
 * that looks who asks, and at the level `trace` each writes a line with the time of every request. So requests for the door never come
 * to them, and no error gets out.
 */
export function registerDoor(app: Application): void {
  if (doors.has(app)) return;
  doors.add(app);
  const callback = app.callback.bind(app) as () => (...exchange: Parameters<RequestListener>) => Promise<void>; // Koa's, which ends with the answer
  const door = new Door(() => engineOf(app.db));
  app.callback = () => {
    const others = callback();
    return async (request: IncomingMessage, response) => {
      const asked = askedBy(new URL(request.url ?? '/', 'http://door').pathname);
      if (!asked) return others(request, response);
      const answer = await answerOf(request, asked, door).catch((error: unknown) => refusalOf(request, app, error));
      send(response, answer);
    };
  };
}

async function answerOf(request: IncomingMessage, { meetingId, action }: Asked, door: Door): Promise<Answer> {
  const { method = '' } = request;
  if (action === undefined && method === 'GET') return votingPage(headerOf(request, 'accept-encoding'));
  return json(200, { data: await door.carryOut(request, meetingId, `${method} ${action ?? ''}`) });
}

/** What is no refusal of ours is told as a failure without what it says: it could hold a statement. */
function refusalOf(request: IncomingMessage, app: Application, error: unknown): Answer {
  const refusal = error instanceof BpmnError ? error : new BpmnError('ballot.doorFailed', 500);
  const { code, status, data, messages } = refusal;
  if (refusal !== error)
    app.log.error('wuxin: the voter’s door failed', { kind: error instanceof Error ? error.name : typeof error });
  const locale = localeOf(headerOf(request, 'x-locale') || headerOf(request, 'accept-language'));
  return json(status, { errors: [{ code, message: messages?.[locale] ?? textOf(locale, `errors.${code}`, data), data }] });
}
