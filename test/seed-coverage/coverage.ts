import { z } from 'zod';
import type { Artefacts } from './artefacts';

const claim = z
  .object({
    /** Folder of a procedure. */
    procedure: z.string(),
    /** Ids of BPMN elements. */
    elements: z.array(z.string()).default([]),
    /** `collection.field` */
    fields: z.array(z.string()).default([]),
    parameters: z.array(z.string()).default([]),
    posts: z.array(z.string()).default([]),
    decisions: z.array(z.string()).default([]),
  })
  .strict();

const item = z
  .object({
    id: z.string().regex(/^A\d+\.\d+[a-z]?$/),
    phrase: z.string().min(1),
    english: z.string().min(1),
    carriedBy: z.array(claim).optional(),
    /** What of it is not carried yet, where only a part is. */
    missing: z.string().min(1).optional(),
  })
  .strict();

/** The content of `workflows/seed-coverage.json`: every item of the founding text and what carries it. */
export const seedCoverageSchema = z.object({ items: z.array(item) }).strict();
export type SeedCoverage = z.infer<typeof seedCoverageSchema>;
type Item = SeedCoverage['items'][number];
type Claim = z.infer<typeof claim>;

export type ItemState = 'carried' | 'partly' | 'open';

export interface SeedReport {
  readonly counts: Readonly<Record<ItemState, number>>;
  readonly items: readonly { readonly item: Item; readonly state: ItemState }[];
  /** Claims that are not true, and items that are named twice or not at all. */
  readonly faults: readonly string[];
}

/**
 * What of the seed is carried, and every claim that is wrong. `seedIds`: the ids that the founding text has, where it is at hand.
 */
export function seedReport({ items }: SeedCoverage, artefacts: Artefacts, seedIds?: readonly string[]): SeedReport {
  const states = items.map((one) => ({ item: one, state: stateOf(one) }));
  const count = (state: ItemState) => states.filter((one) => one.state === state).length;
  return {
    counts: { carried: count('carried'), partly: count('partly'), open: count('open') },
    items: states,
    faults: [...items.flatMap((one) => faultsOf(one, artefacts)), ...faultsOfList(items, seedIds)],
  };
}

function stateOf({ carriedBy = [], missing }: Item): ItemState {
  if (carriedBy.length === 0) return 'open';
  return missing === undefined ? 'carried' : 'partly';
}

function faultsOf({ id, carriedBy = [], missing }: Item, artefacts: Artefacts): string[] {
  const faults = carriedBy.flatMap((one) => faultsOfClaim(one, artefacts));
  if (missing !== undefined && carriedBy.length === 0) faults.push('says what is missing, but nothing carries it');
  return faults.map((fault) => `${id}: ${fault}`);
}

function faultsOfClaim({ procedure, ...named }: Claim, artefacts: Artefacts): string[] {
  const known = artefacts.get(procedure);
  if (!known) return [`there is no procedure ${procedure}`];
  const kinds = ['elements', 'fields', 'parameters', 'posts', 'decisions'] as const;
  if (kinds.every((kind) => named[kind].length === 0)) return [`names nothing in ${procedure}`];
  return kinds.flatMap((kind) =>
    named[kind].filter((name) => !known[kind].has(name)).map((name) => `${procedure} has no ${kind.slice(0, -1)} ${name}`),
  );
}

function faultsOfList(items: readonly Item[], seedIds: readonly string[] | undefined): string[] {
  const ids = items.map(({ id }) => id);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  const forgotten = (seedIds ?? []).filter((id) => !ids.includes(id));
  const invented = seedIds ? ids.filter((id) => !seedIds.includes(id)) : [];
  return [
    ...repeated.map((id) => `${id}: is there twice`),
    ...forgotten.map((id) => `${id}: is in the founding text and not in the list`),
    ...invented.map((id) => `${id}: is not in the founding text`),
  ];
}
