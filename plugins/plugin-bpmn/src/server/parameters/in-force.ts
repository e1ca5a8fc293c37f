import type { ReadAt } from '../runtime/read-at';
import { placesOf } from '../places';
import { findDefinitions, findEffectiveValues } from './store';
import type { FullDefinition, ParameterInForce, ParameterValue } from './types';

/**
 * What holds at a place now, for some or all (null) parameters: the newest effective value of the nearest place up the
 * chain, else the value of the whole installation, else the default. Unknown keys are left out. Two look-ups;
 * none where no parameter is asked for.
 */
export async function parametersInForce(
  tx: ReadAt,
  keys: readonly string[] | null,
  placeId: string | null,
): Promise<ReadonlyMap<string, ParameterInForce>> {
  if (keys?.length === 0) return new Map();
  const chain = (await placesOf(tx.db).chainOf(tx, placeId)).map(({ id }) => id);
  const definitions = await findDefinitions(tx, keys);
  const values = byKey(await findEffectiveValues(tx, keys, chain));
  return new Map(definitions.map((definition) => [definition.key, inForce(definition, values.get(definition.key) ?? [], chain)]));
}

function byKey(values: readonly ParameterValue[]): ReadonlyMap<string, readonly ParameterValue[]> {
  const groups = new Map<string, ParameterValue[]>();
  for (const value of values) groups.set(value.parameterKey, [...(groups.get(value.parameterKey) ?? []), value]);
  return groups;
}

function inForce(definition: FullDefinition, newestFirst: readonly ParameterValue[], chain: readonly string[]): ParameterInForce {
  for (const placeId of [...chain.toReversed(), null]) {
    const found = newestFirst.find((value) => value.placeId === placeId);
    if (found) return { definition, value: found.value, isConfirmed: true, mark: found.mark, placeId, setting: found };
  }
  return {
    definition,
    value: definition.defaultValue,
    isConfirmed: definition.certainty !== 'unsure',
    mark: null,
    placeId: null,
    setting: null,
  };
}
