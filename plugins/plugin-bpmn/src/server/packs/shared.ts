import type { Json, Pack, PackParts } from '@wuxin/pack-format';
import { activeTables } from '../decisions';
import { definitionsOf, type FullDefinition } from '../parameters';
import type { Tx } from '../runtime/tx';
import { packedCollection } from './collections';

/** What is here of the shared things that a pack brings, by the names in it. */
export async function sharedHere(
  tx: Tx,
  { parts }: Pack,
): Promise<Record<'collections' | 'decisions' | 'parameters', PackParts[string]>> {
  const namesIn = (folder: string): string[] => Object.keys(parts[folder] ?? {});
  const collections: Record<string, Json> = {};
  for (const name of namesIn('collections')) {
    const packed = await packedCollection(tx.db, name);
    if (packed) collections[name] = packed as unknown as Json; // options of NocoBase are plain data
  }
  const decisions = await activeTables(tx, namesIn('decisions'));
  const parameters = await definitionsOf(tx, namesIn('parameters'));
  return {
    collections,
    decisions: plain(Object.fromEntries(decisions.map(({ key, table }) => [key, table]))),
    parameters: packedDefinitions(parameters),
  };
}

/** What earlier packs do not know: they say nothing of it, so null is not said either. */
const LATER: ReadonlySet<string> = new Set<keyof FullDefinition>(['options', 'policyFloor', 'policyCeiling']);

/** By key. */
export const packedDefinitions = (definitions: readonly FullDefinition[]): Record<string, Json> =>
  plain(Object.fromEntries(definitions.map((definition) => [definition.key, withoutUnsaid(definition)])));

const withoutUnsaid = (definition: FullDefinition): object =>
  Object.fromEntries(Object.entries(definition).filter(([field, value]) => value !== null || !LATER.has(field)));

const plain = (values: object): Record<string, Json> => JSON.parse(JSON.stringify(values)) as Record<string, Json>;
