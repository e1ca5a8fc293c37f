import { countRoll, type CountsInput, type Rule } from '@wuxin/ballot-core';
import type { RollEntryRecord } from '../store';
import { areaOf } from './area';
import { personsOf } from './persons';

const HERE = 'here';

export interface Attending {
  readonly entries: readonly RollEntryRecord[];
  /** Entries whose people are there. */
  readonly present: ReadonlySet<string>;
  /** Entries that may not vote on the motion. */
  readonly recused?: ReadonlySet<string>;
  readonly doubleEnrolled?: number;
}

/** What a roll and who is there say to a rule: one person is one vote, however often they are on it. */
export function countsOf(rule: Rule, { entries, present, recused = new Set(), doubleEnrolled = 0 }: Attending): CountsInput {
  const persons = personsOf(entries);
  const { counts } = countRoll(rule, HERE, rollOf(entries, persons, present));
  const { households, householdsPresent, ...people } = counts;
  const recusedPresent = votersOf(rule, { entries, present }).filter(({ id }) => isOneOf(persons, recused, id));
  const area = areaOf(entries.filter((entry) => mayVote(rule, entry)));
  return {
    ...people,
    ...(households === undefined ? {} : { households, householdsPresent: householdsPresent ?? 0 }),
    ...(area === null ? {} : { area }),
    ...(recusedPresent.length > 0 ? { recused: recusedPresent.length } : {}),
    doubleEnrolled,
  };
}

/** Has a vote by the rule: members on probation may be there and speak, and whoever withdrew is on the other roll. */
export const mayVote = (rule: Rule | null, { standing, isWithdrawn }: RollEntryRecord): boolean =>
  !isWithdrawn && !(rule?.dueExcludes ?? []).some((excluded) => excluded === standing);

/** Of those who are there and have a vote, one entry for each vote: of each person, or of each household where households vote. */
export function votersOf(rule: Rule, { entries, present, recused = new Set() }: Attending): RollEntryRecord[] {
  const persons = personsOf(entries);
  const excluded = new Set(
    entries.flatMap((entry) => (mayVote(rule, entry) || entry.isWithdrawn ? [] : [persons.get(entry.id)])),
  );
  const isHouseholds = rule.votesOf === 'householdsPresent';
  const isThere = new Set(entries.flatMap(({ id }) => (present.has(id) ? [persons.get(id)] : [])));
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const person = persons.get(entry.id) ?? entry.id;
    if (entry.isWithdrawn || excluded.has(person) || !isThere.has(person) || isOneOf(persons, recused, entry.id)) return false;
    if (isHouseholds && !entry.representsHousehold) return false;
    const vote = isHouseholds ? (entry.household ?? entry.id) : person;
    if (seen.has(vote)) return false;
    seen.add(vote);
    return true;
  });
}

/** Whether the person of an entry is among those of other entries. */
const isOneOf = (persons: ReadonlyMap<string, string>, entryIds: ReadonlySet<string>, id: string): boolean =>
  entryIds.has(id) || [...entryIds].some((other) => persons.get(other) === persons.get(id));

const rollOf = (entries: readonly RollEntryRecord[], persons: ReadonlyMap<string, string>, present: ReadonlySet<string>) =>
  entries.map(({ id, household, representsHousehold, isWoman, standing, isWithdrawn }) => ({
    person: persons.get(id) ?? id,
    place: HERE,
    standing,
    representsHousehold,
    isWoman,
    isWithdrawn,
    isPresent: present.has(id),
    ...(household === null ? {} : { household }),
  }));
