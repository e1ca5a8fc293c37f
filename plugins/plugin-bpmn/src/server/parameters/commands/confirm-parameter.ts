import type { Json } from '@wuxin/bpmn-core';
import type { Actor } from '../../runtime/actor';
import { conflict, notFound } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';
import { checkChange, named } from '../check-change';
import { parametersInForce } from '../in-force';
import { newValue } from '../new-value';
import { insertValue, lockDefinition } from '../store';

export interface ParameterConfirmation {
  readonly key: string;
  /** Missing: what holds now is right. */
  readonly value?: Json;
  readonly placeId?: string | null;
  readonly reason: string;
  /** Shown with the value wherever it appears: `demonstration` (演示确认) in demonstration data. Never from a request. */
  readonly mark?: string;
}

/**
 * Says that the value of an unsure parameter is right, or which value is. Processes that use it can then start.
 *
 * Who may: as for setting it. With another value than the one that holds, the rules for setting it apply. Confirming again
 * what is confirmed changes nothing.
 */
export async function confirmParameter(tx: Tx, actor: Actor, { mark, ...confirmation }: ParameterConfirmation): Promise<void> {
  const { key, placeId = null } = confirmation;
  // what holds is read when nobody is changing it
  await lockDefinition(tx, key);
  const current = (await parametersInForce(tx, [key], placeId)).get(key);
  if (!current) throw notFound('parameter.notFound', { keys: [key] });
  const value = confirmation.value === undefined ? current.value : confirmation.value;
  const isSame = JSON.stringify(value) === JSON.stringify(current.value);
  if (isSame && current.isConfirmed) return;
  const checked = await checkChange(tx, actor, { ...confirmation, value });
  if (checked.needsApproval && !isSame) throw conflict('parameter.needsApproval', named(checked.definition));
  await insertValue(tx, newValue(tx, actor, { checked, value, status: 'effective', mark }));
}
