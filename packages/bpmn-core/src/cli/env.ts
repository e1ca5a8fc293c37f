import { runInNewContext } from 'node:vm';
import { evaluateFeel } from '@wuxin/feel';
import type { MemoryHostOptions } from '../host';

/** FEEL and scripts for scenario files. */
export const scenarioEnv: Pick<MemoryHostOptions, 'evaluate' | 'runScript'> = {
  evaluate: (expression, variables, now) => evaluateFeel(expression, variables, { now }),
  runScript: (source) => runInNewContext(source) as Record<string, never>,
};
