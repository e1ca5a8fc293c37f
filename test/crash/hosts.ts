import { fork, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { z } from 'zod';
import { until } from './wait';

const Ready = z.object({ kind: z.literal('ready'), port: z.number(), token: z.string() });
const START_LIMIT_MS = 240_000;

export interface HostSettings {
  /** The built `host.cjs`. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** Where a host that is up listens. */
export interface Address {
  readonly url: string;
  readonly token: string;
}

/** A host process that is started again each time it dies. */
export class Host {
  private child: ChildProcess | undefined;
  private address: Address | undefined;
  private isWanted = true;
  starts = 0;

  constructor(
    readonly number: number,
    private readonly settings: HostSettings,
  ) {}

  get isUp(): boolean {
    return this.address !== undefined;
  }

  get up(): Address | undefined {
    return this.address;
  }

  start(): void {
    this.starts += 1;
    const child = spawnHost('serve', this.settings, { CRASH_HOST: String(this.number) });
    child.on('message', (message) => {
      const { port, token } = Ready.parse(message);
      this.address = { url: `http://127.0.0.1:${port}`, token };
    });
    child.once('exit', () => {
      this.address = undefined;
      if (this.isWanted) this.start();
    });
    this.child = child;
  }

  untilUp(): Promise<void> {
    return until(`host ${this.number} is up`, START_LIMIT_MS, () => this.isUp);
  }

  /** As a power cut would: no handler runs, nothing is flushed. */
  kill(): void {
    this.address = undefined;
    this.child?.kill('SIGKILL');
  }

  stop(): void {
    this.isWanted = false;
    this.kill();
  }
}

/** Runs a host for one answer. @throws Error when it fails */
export function runHost(role: 'install' | 'audit', settings: HostSettings): Promise<unknown> {
  const child = spawnHost(role, settings, {});
  return new Promise((resolve, reject) => {
    let answer: unknown;
    child.on('message', (message) => (answer = message));
    child.once('exit', (code) =>
      code === 0 ? resolve(answer) : reject(new Error(`${role} ended with ${code}; see ${settings.logFile}`)),
    );
  });
}

function spawnHost(role: string, { file, env, logFile }: HostSettings, extra: Record<string, string>): ChildProcess {
  const log = openSync(logFile, 'a');
  return fork(file, [role], {
    env: { ...process.env, ...env, ...extra },
    stdio: ['ignore', log, log, 'ipc'],
    execArgv: ['--enable-source-maps'],
  });
}
