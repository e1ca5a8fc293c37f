import type { ReadAt } from '../runtime/read-at';
import { conflict } from '../runtime/errors';
import { parametersInForce } from './in-force';
import { keepDefinitions } from './store';
import type { ParameterSnapshot } from './types';

/**
 * The values that an instance starts with and keeps, and those that nobody confirmed yet.
 * Throws `parameter.notFound` when a process names a parameter that no pack defined.
 */
export async function snapshotParameters(
  tx: ReadAt,
  keys: readonly string[],
  placeId: string | null,
): Promise<ParameterSnapshot> {
  const found = await parametersInForce(tx, keys, placeId);
  const missing = keys.filter((key) => !found.has(key));
  if (missing.length > 0) throw conflict('parameter.notFound', { keys: missing });
  const unconfirmed = [...found.values()].filter(({ isConfirmed }) => !isConfirmed);
  return {
    values: Object.fromEntries([...found].map(([key, { value }]) => [key, value])),
    unconfirmed: unconfirmed.map(({ definition: { key, name, nameEn } }) => ({ key, name, nameEn })),
  };
}

/**
 * {@link snapshotParameters} for a start: refused with `parameter.unconfirmed` while one of them is only a guess. Waits for
 * whoever is changing one of them, and whoever wants to change one waits for the start.
 */
export async function snapshotForStart(
  tx: ReadAt,
  keys: readonly string[],
  placeId: string | null,
): Promise<ParameterSnapshot['values']> {
  await keepDefinitions(tx, keys);
  const { values, unconfirmed } = await snapshotParameters(tx, keys, placeId);
  if (unconfirmed.length === 0) return values;
  throw conflict('parameter.unconfirmed', {
    keys: unconfirmed.map(({ key }) => key),
    names: unconfirmed.map(({ name }) => name),
    namesEn: unconfirmed.map(({ nameEn }) => nameEn),
  });
}
