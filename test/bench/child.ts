import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { BenchDatabase } from './databases';

/** NocoBase has singletons: what runs inside it runs in a process of its own, which sends its result back. */
export function inChild<Result>(
  task: string,
  database: BenchDatabase,
  input: object,
  env: Record<string, string> = {},
): Promise<Result> {
  const [, script = ''] = process.argv;
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--require', resolve('test/env.cjs'), script, `child:${task}`, JSON.stringify(input)],
    {
      env: { ...process.env, ...database.env, UV_THREADPOOL_SIZE: '32', ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  return new Promise((done, failed) => {
    let result: Result | undefined;
    child.on('message', (message) => (result = message as Result)); // what the task's own `answer` sent
    child.on('exit', (code) =>
      code === 0 && result !== undefined ? done(result) : failed(new Error(`${task} on ${database.name} ended with ${code}`)),
    );
  });
}

/** The child's side: runs the task, sends what it gives, ends. */
export async function answer<Input>(work: (input: Input) => Promise<object>): Promise<void> {
  const result = await work(JSON.parse(process.argv[3] ?? '{}') as Input); // what inChild was given
  await new Promise((sent) => process.send?.(result, sent));
  process.exit(0);
}
