import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BASE_PLUGINS, bootApp } from '@wuxin/test';

/** One NocoBase node that people vote at, as a process of its own; ends when it is killed. */
export async function hostBallots(): Promise<void> {
  const { isFirst } = JSON.parse(process.argv[3] ?? '{}') as { isFirst: boolean }; // what Host gives
  const app = await bootApp({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn', '@wuxin/plugin-ballot'], isFirst });
  const root = (await app.db.getRepository('users').findOne({ filter: { username: 'nocobase' } })) as {
    get(name: string): unknown;
  };
  const userId = Number(root.get('id'));
  const token = app.authManager.jwt.sign({ userId, temp: true }, { expiresIn: '1d' });
  const server = createServer((...exchange) => void app.callback()(...exchange));
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo; // it listens on a port
    process.send?.({ url: `http://127.0.0.1:${port}/api`, token, userId });
  });
}
