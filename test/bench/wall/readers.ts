import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { percentile } from '../figures';

const REQUESTS_A_SECOND = 200;

export interface Readings {
  readonly requests: number;
  readonly failed: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
  readonly isCold: boolean;
}

/**
 * Readers who come 200 a second whether the earlier ones were served or not: each request is measured from when it was due. Every page
 * is asked for once, of a server that was just started, and the operating system was asked to forget the files.
 */
export async function readWall(folder: string, pages: readonly string[]): Promise<Readings> {
  const isCold = forget(folder, pages);
  const { child, port } = await startServer(folder);
  try {
    const agent = new Agent({ keepAlive: true, maxSockets: 200 });
    const begun = performance.now();
    const answers = pages.map(async (page, index) => {
      const due = begun + (index * 1_000) / REQUESTS_A_SECOND;
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      const status = await statusOf(agent, port, page);
      return { status, took: performance.now() - due };
    });
    const all = await Promise.all(answers);
    agent.destroy();
    const times = all.map(({ took }) => took);
    const [p50, p95, p99, most] = [0.5, 0.95, 0.99, 1].map((share) => percentile(times, share)) as [
      number,
      number,
      number,
      number,
    ]; // four of four
    return { requests: all.length, failed: all.filter(({ status }) => status !== 200).length, p50, p95, p99, most, isCold };
  } finally {
    child.kill('SIGKILL');
  }
}

function statusOf(agent: Agent, port: number, page: string): Promise<number> {
  return new Promise((resolve) => {
    get({ agent, host: '127.0.0.1', port, path: `/${page}` }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    }).once('error', () => resolve(0));
  });
}

function startServer(folder: string): Promise<{ child: ChildProcess; port: number }> {
  const [, script = ''] = process.argv;
  const child = spawn(process.execPath, [script, 'child:wall', JSON.stringify({ folder })], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((ready, failed) => {
    child.once('message', (message) => ready({ child, port: (message as { port: number }).port })); // what the child sends
    child.once('exit', () => failed(new Error('the server ended')));
  });
}

/** GNU dd asks the kernel to drop what it keeps of a file; elsewhere the files stay as they are. */
function forget(folder: string, pages: readonly string[]): boolean {
  try {
    execFileSync('sync', ['-f', folder]);
    const files = pages.map((page) => join(folder, page)).join('\0');
    execFileSync('xargs', ['-0', '-P', '2', '-I', '{}', 'dd', 'if={}', 'iflag=nocache', 'count=0', 'status=none'], {
      input: files,
    });
    return true;
  } catch {
    return false;
  }
}
