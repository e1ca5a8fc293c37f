import type { Application } from '@nocobase/server';
import type { IncomingMessage, RequestListener } from 'node:http';
import { askedBy, isBareWall } from '../home';
import { WallDoor } from './door';
import { send, type Answer } from './exchange';

const doors = new WeakSet<Application>();

const TO_THE_WALL: Answer = { status: 308, headers: { Location: 'wall/' }, content: '' };
const FAILED: Answer = {
  status: 500,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  content: '暂时打不开，请稍后再试。\nThe wall cannot be shown just now.\n',
};

/**
 * The wall stands before everything of NocoBase, which writes a line of every request with its query: what residents look for, read and say comes to no
 * log. NocoBase's gateway passes on what lies below the path of its API only, so the wall lies there.
 */
export function registerWallDoor(app: Application): void {
  if (doors.has(app)) return;
  doors.add(app);
  const callback = app.callback.bind(app) as () => (...exchange: Parameters<RequestListener>) => Promise<void>; // Koa's, which ends with the answer
  const door = new WallDoor(app.db);
  app.callback = () => {
    const others = callback();
    return async (request: IncomingMessage, response) => {
      const { pathname, searchParams } = urlOf(request);
      if (isBareWall(pathname)) return send(request, response, TO_THE_WALL);
      const asked = askedBy(pathname);
      if (asked === undefined) return others(request, response);
      const answer = await door.answer(request, asked, searchParams).catch((error: unknown) => {
        app.log.error('wuxin: the wall failed', { kind: error instanceof Error ? error.name : typeof error });
        return FAILED;
      });
      send(request, response, answer);
    };
  };
}

/** A parser takes `/..` away before anybody sees it. */
function urlOf({ url = '/' }: IncomingMessage): Pick<URL, 'pathname' | 'searchParams'> {
  const [pathname = '/', ...rest] = url.split('?');
  return { pathname, searchParams: new URLSearchParams(rest.join('?')) };
}
