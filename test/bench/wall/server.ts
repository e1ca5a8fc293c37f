import { access, readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.json': 'application/json',
};
const ADDRESS = /^(\/[A-Za-z0-9_-]+)+\.(html|css|json)$/;

/** As plain a web server as there is: reads the file each time and keeps nothing. A process of its own; ends when it is killed. */
export async function serveWall(): Promise<void> {
  const { folder } = JSON.parse(process.argv[3] ?? '{}') as { folder: string }; // what the benchmark gives
  const server = createServer((request, response) => void serve(folder, request.url ?? '', response));
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo; // it listens on a port
    process.send?.({ port });
  });
}

async function serve(folder: string, address: string, response: ServerResponse): Promise<void> {
  try {
    if (!ADDRESS.test(address)) throw new Error('no page');
    const content = await readFile(join(folder, address));
    const isGone = address.startsWith('/n/') && (await exists(join(folder, address.replace(/html$/, 'gone'))));
    response.writeHead(isGone ? 410 : 200, {
      'content-type': TYPES[extname(address)] ?? 'text/plain',
      'cache-control': 'no-cache',
    });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
