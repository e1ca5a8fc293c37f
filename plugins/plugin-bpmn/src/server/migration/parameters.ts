import type { Variables } from '@wuxin/bpmn-core';
import { snapshotParameters } from '../parameters';
import { BpmnError } from '../runtime/errors';
import { toJson } from '../records';
import type { Tx } from '../runtime/tx';
import type { InstanceRecord, MigrationFault } from '../store';
import type { CasePlan } from './plan';

export type Missing =
  | { readonly kind: 'found'; readonly values: Variables }
  | { readonly kind: 'refused'; readonly fault: MigrationFault };

/**
 * The parameters that the new version reads and a case does not have: they get the values in force at the place of the case. What it
 * started with stays.
 */
export class Parameters {
  /** Many cases lie at one place and miss the same. */
  private readonly known = new Map<string, Promise<Missing>>();

  constructor(
    private readonly tx: Tx,
    private readonly plan: CasePlan,
  ) {}

  missingIn({ parameters, placeId }: InstanceRecord): Promise<Missing> {
    const keys = this.plan.to.record.parameterKeys.filter((key) => !Object.hasOwn(parameters, key));
    if (keys.length === 0) return Promise.resolve({ kind: 'found', values: {} });
    const asked = JSON.stringify([placeId, keys]);
    const found = this.known.get(asked) ?? this.find(keys, placeId);
    this.known.set(asked, found);
    return found;
  }

  private async find(keys: readonly string[], placeId: string | null): Promise<Missing> {
    try {
      const { values, unconfirmed } = await snapshotParameters(this.tx, keys, placeId);
      if (unconfirmed.length === 0) return { kind: 'found', values };
      const data = { names: unconfirmed.map(({ name }) => name), namesEn: unconfirmed.map(({ nameEn }) => nameEn) };
      return { kind: 'refused', fault: { code: 'parameterUnconfirmed', elementId: null, data } };
    } catch (error) {
      if (!(error instanceof BpmnError)) throw error;
      return { kind: 'refused', fault: { code: 'parameterMissing', elementId: null, data: { keys: toJson(error.data.keys) } } };
    }
  }
}
