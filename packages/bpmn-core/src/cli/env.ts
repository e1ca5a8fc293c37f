import { evaluateFeel } from '@wuxin/feel';
import { loadScriptRuntime } from '@wuxin/script';
import type { MemoryHostOptions } from '../host';

type Outside = Pick<MemoryHostOptions, 'evaluate' | 'runScript'>;

/** FEEL and sandboxed scripts for scenario files. */
export async function scenarioEnv(): Promise<Outside> {
  const runtime = await loadScriptRuntime({ stopwatch: () => performance.now() });
  return {
    evaluate: (expression, variables, now) => evaluateFeel(expression, variables, { now }),
    runScript: (source, _format, variables, now) => runtime.run(source, variables, { now }),
  };
}
