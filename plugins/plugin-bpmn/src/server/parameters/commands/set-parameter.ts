import type { Actor } from '../../runtime/actor';
import { conflict } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';
import { checkChange, named } from '../check-change';
import { newValue } from '../new-value';
import { insertValue } from '../store';
import type { ParameterChange, ParameterValue } from '../types';

/**
 * Gives a parameter another value, for everywhere or for a place and what lies below it. A value that a person set counts
 * as confirmed.
 *
 * Who may: administrators; for a place also who works there or above. Refused: beyond a statutory limit
 * (`parameter.beyondStatutoryLimit`); beyond a policy limit, or where every change needs approval
 * (`parameter.needsApproval`): propose it then. Never changes earlier values, the definition, or running instances, which
 * keep the values they started with.
 */
export async function setParameter(tx: Tx, actor: Actor, change: ParameterChange): Promise<ParameterValue> {
  const checked = await checkChange(tx, actor, change);
  if (checked.needsApproval) throw conflict('parameter.needsApproval', named(checked.definition));
  const value = newValue(tx, actor, { checked, value: change.value, status: 'effective' });
  await insertValue(tx, value);
  return value;
}
