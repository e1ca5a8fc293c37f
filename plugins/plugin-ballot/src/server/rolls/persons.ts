import type { RollEntryRecord } from '../store';

/** Who is meant by an entry: one person may be on a roll twice, as a person and for their household. */
export function personsOf(entries: readonly RollEntryRecord[]): ReadonlyMap<string, string> {
  const byTrait = new Map<string, string>();
  const persons = new Map<string, string>();
  for (const entry of entries) {
    const traits = traitsOf(entry);
    const known = traits.map((trait) => byTrait.get(trait)).find((person) => person !== undefined) ?? entry.id;
    for (const trait of traits) byTrait.set(trait, known);
    persons.set(entry.id, known);
  }
  return persons;
}

const traitsOf = ({ userId, identityDigest }: RollEntryRecord): string[] => [
  ...(identityDigest === null ? [] : [`identity ${identityDigest}`]),
  ...(userId === null ? [] : [`user ${userId}`]),
];
