import type { Json, Variables } from '@wuxin/bpmn-core';
import { badInput, conflict } from '../runtime/errors';
import type { ReadAt } from '../runtime/read-at';
import { verdictOn } from '../../common/parameters';
import { named, refuseBeyondStatutoryLimit, refuseUnusable } from './check-change';
import { parametersInForce } from './in-force';
import type { DefinedOption, ParameterInForce } from './types';

/** A value that a case started with and that becomes another one. */
export interface CorrectedParameter {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly before: Json;
  readonly after: Json;
  /** Where it has a list of them: what people read. */
  readonly options?: readonly DefinedOption[];
}

interface Kept {
  /** What the case started with. */
  readonly values: Variables;
  readonly placeId: string | null;
}

/**
 * What of a case's own values changes; values that stay are left out. The limits hold as for everybody: what needs approval can
 * be given to a case only after it was approved and holds at the place of the case.
 *
 * @throws bad input `parameter.notInCase`, `parameter.wrongKind` … of a value that no step could use; conflict
 * `parameter.beyondStatutoryLimit`, `parameter.correctionNeedsApproval`
 */
export async function checkCorrection(tx: ReadAt, { values, placeId }: Kept, wanted: Variables): Promise<CorrectedParameter[]> {
  const changed = Object.entries(wanted).filter(([key, value]) => !isSame(value, values[key]));
  const known = await parametersInForce(
    tx,
    changed.map(([key]) => key),
    placeId,
  );
  return changed.map(([key, after]) => {
    const parameter = known.get(key);
    const before = Object.hasOwn(values, key) ? values[key] : undefined;
    if (before === undefined || !parameter) throw badInput('parameter.notInCase', { key });
    refuse(parameter, after);
    const { options } = parameter.definition;
    return { ...named(parameter.definition), before, after, ...(options ? { options } : {}) };
  });
}

function refuse({ definition, value: inForce }: ParameterInForce, after: Json): void {
  refuseUnusable(definition, after);
  refuseBeyondStatutoryLimit(definition, after);
  if (verdictOn(definition, after).kind === 'needsApproval' && !isSame(after, inForce))
    throw conflict('parameter.correctionNeedsApproval', named(definition));
}

const isSame = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);
