import type { Env, Variables } from '@wuxin/bpmn-core';
import { evaluateFeel } from '@wuxin/feel';
import type { ScratchCase } from '../activity-types';
import { feelFunctions } from '../expressions';
import { scriptRuntimeOf } from '../runtime/scripts';
import type { InstanceRecord } from '../store';
import type { Tx } from '../runtime/tx';

interface Surrounded {
  readonly tx: Tx;
  readonly session: { readonly record: Pick<InstanceRecord, 'parameters'> };
  readonly scratch?: Pick<ScratchCase, 'watch'>;
}

/** The interpreter's outside world for one instance: its record and the parameters that it started with. */
export function environment({ tx, session, scratch }: Surrounded, record: Variables | null): Env {
  const functions = feelFunctions(session.record.parameters);
  return {
    now: tx.now,
    unknownCondition: 'incident',
    evaluate: (expression, variables) => {
      const result = evaluateFeel(expression, { ...variables, record }, { now: tx.now, functions });
      scratch?.watch(expression, { ...variables, record }, result);
      return result;
    },
    runScript: (script, _format, variables) => scriptRuntimeOf(tx.db).run(script, variables, { now: tx.now }),
  };
}
