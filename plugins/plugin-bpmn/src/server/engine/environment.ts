import type { Env, Variables } from '@wuxin/bpmn-core';
import { evaluateFeel } from '@wuxin/feel';
import { feelFunctions } from '../expressions';
import { scriptRuntimeOf } from '../runtime/scripts';
import type { InstanceRecord } from '../store';
import type { Tx } from '../runtime/tx';

interface Surrounded {
  readonly tx: Tx;
  readonly session: { readonly record: Pick<InstanceRecord, 'parameters'> };
}

/** The interpreter's outside world for one instance: its record and the parameters that it started with. */
export function environment({ tx, session }: Surrounded, record: Variables | null): Env {
  const functions = feelFunctions(session.record.parameters);
  return {
    now: tx.now,
    unknownCondition: 'incident',
    evaluate: (expression, variables) => evaluateFeel(expression, { ...variables, record }, { now: tx.now, functions }),
    runScript: (script, _format, variables) => scriptRuntimeOf(tx.db).run(script, variables, { now: tx.now }),
  };
}
