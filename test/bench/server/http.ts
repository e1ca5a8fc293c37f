import type { TestApp, TestUser } from '@wuxin/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One signed-in person's requests to the application, over a connection that stays open. */
export interface Http {
  get(action: string): Promise<unknown>;
  post<Data>(action: string, body: object): Promise<Data>;
}

export async function openHttp(test: TestApp, user: TestUser): Promise<Http> {
  const server = createServer(test.app.callback() as Parameters<typeof createServer>[1]); // Koa's handler, loosely typed by NocoBase
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const token = test.app.authManager.jwt.sign({ userId: user.id, temp: true }, { expiresIn: '1d' });
  const headers = { 'Authorization': `Bearer ${token}`, 'X-Authenticator': 'basic', 'Content-Type': 'application/json' };
  const send = async (action: string, options: RequestInit): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/${action}`, { headers, ...options });
    const text = await response.text();
    if (!response.ok) throw new Error(`${action}: ${response.status} ${text.slice(0, 300)}`);
    return text === '' ? null : (JSON.parse(text) as { data: unknown }).data; // NocoBase's envelope
  };
  return {
    get: (action) => send(action, { method: 'GET' }),
    post: async <Data>(action: string, body: object) =>
      (await send(action, { method: 'POST', body: JSON.stringify(body) })) as Data, // what the caller knows of the action
  };
}
