import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** Where and with what something was measured. */
export interface Machine {
  readonly date: string;
  /** Short, with `+` when there are changes that are not committed. */
  readonly commit: string;
  readonly lines: readonly string[];
}

export function thisMachine(): Machine {
  const { model = 'unknown processor' } = cpus()[0] ?? {};
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    lines: [
      `Node ${process.versions.node}`,
      `${cpus().length} × ${model.trim()}`,
      `${Math.round(totalmem() / 2 ** 30)} GiB`,
      `load ${loadavg()[0]?.toFixed(1)} when it began`,
    ],
  };
}

function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    const isChanged = git('status', '--porcelain', '--', 'packages', 'plugins', 'test', 'package-lock.json') !== '';
    return git('rev-parse', '--short', 'HEAD') + (isChanged ? '+' : '');
  } catch {
    return 'unknown';
  }
}
