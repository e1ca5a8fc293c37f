import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import type { BenchDatabase } from '../databases';

export interface Address {
  readonly url: string;
  readonly token: string;
  readonly userId: number;
}

/** The server's process, which the benchmark ends as a power cut would and starts again. */
export class Host {
  private child: ChildProcess | undefined;
  address: Promise<Address>;
  starts = 0;

  constructor(private readonly database: BenchDatabase) {
    this.address = this.start();
  }

  private start(): Promise<Address> {
    const [, script = ''] = process.argv;
    const input = JSON.stringify({ isFirst: this.starts === 0 });
    this.starts += 1;
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', '--require', resolve('test/env.cjs'), script, 'child:ballot', input],
      {
        env: { ...process.env, ...this.database.env, UV_THREADPOOL_SIZE: '32' },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    this.child = child;
    return new Promise((ready, failed) => {
      child.once('message', (message) => ready(message as Address)); // what the child sends
      child.once('exit', () => failed(new Error('the host ended')));
    });
  }

  /** No handler runs, nothing is flushed; then it comes again. */
  async killAndRestart(): Promise<void> {
    await this.stop();
    this.address = this.start();
    await this.address;
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolved) => child.once('exit', resolved));
    child.kill('SIGKILL');
    await gone;
  }
}
