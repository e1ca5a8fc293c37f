import type { Instant, Variables } from '@wuxin/bpmn-core';
import { perDatabase } from './per-database';

/** Runs scripts of script tasks in a sandbox: data in, data out. */
export interface ScriptRunner {
  run(source: string, variables: Variables, options: { now: Instant }): Variables;
}

class ScriptRunnerSlot implements ScriptRunner {
  private runner: ScriptRunner | undefined;

  use(runner: ScriptRunner): void {
    this.runner = runner;
  }

  run(source: string, variables: Variables, options: { now: Instant }): Variables {
    if (!this.runner) throw new Error('the script sandbox is not loaded yet');
    return this.runner.run(source, variables, options);
  }
}

/** The sandbox of one application; it loads asynchronously, once, when the plugin loads. */
export const scriptRuntimeOf = perDatabase(() => new ScriptRunnerSlot());
