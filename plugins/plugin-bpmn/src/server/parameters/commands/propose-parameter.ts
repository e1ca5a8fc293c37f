import type { Actor } from '../../runtime/actor';
import type { Tx } from '../../runtime/tx';
import { checkChange } from '../check-change';
import { newValue } from '../new-value';
import { insertValue } from '../store';
import type { ParameterChange, ParameterValue } from '../types';

/**
 * Asks for a value that needs approval; nothing holds until somebody above approves it.
 *
 * Who may: as for setting it. Refused beyond a statutory limit, which nobody can approve.
 */
export async function proposeParameter(tx: Tx, actor: Actor, change: ParameterChange): Promise<ParameterValue> {
  const checked = await checkChange(tx, actor, change);
  const value = newValue(tx, actor, { checked, value: change.value, status: 'proposed' });
  await insertValue(tx, value);
  return value;
}
