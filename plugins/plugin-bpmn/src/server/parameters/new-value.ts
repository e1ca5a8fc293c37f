import type { Json } from '@wuxin/bpmn-core';
import type { Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import type { CheckedChange } from './check-change';
import type { ParameterValue } from './types';

interface NewValue {
  readonly checked: CheckedChange;
  readonly value: Json;
  readonly status: ParameterValue['status'];
  readonly mark?: string;
}

/** The row for a checked change; nobody has approved it yet. */
export function newValue(tx: Tx, actor: Actor, { checked, value, status, mark }: NewValue): ParameterValue {
  return {
    id: engineOf(tx.db).newId(),
    parameterKey: checked.definition.key,
    placeId: checked.placeId,
    value,
    status,
    effectiveFrom: checked.effectiveFrom,
    setAt: tx.now,
    setById: actor.userId,
    setByName: actor.name,
    reason: checked.reason,
    mark: mark ?? null,
    approverId: null,
    approverName: null,
    decidedAt: null,
  };
}
