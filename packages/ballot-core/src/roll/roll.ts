import { z } from 'zod';
import { BallotError } from '../errors';
import type { Rule } from '../rule';
import { problemsIn } from '../schemas';

const entrySchema = z
  .object({
    person: z.string().min(1),
    /** Where the person is enrolled: a community or village. */
    place: z.string().min(1),
    standing: z.enum(['full', 'probationary', 'placedOnProbation']).default('full'),
    household: z.string().min(1).optional(),
    representsHousehold: z.boolean().default(false),
    isWoman: z.boolean().default(false),
    isPresent: z.boolean().default(false),
    /** The enrolment was given up in favour of another place. */
    isWithdrawn: z.boolean().default(false),
  })
  .strict()
  .refine((entry) => !entry.representsHousehold || entry.household, 'who represents a household must belong to one');

/** One line of a roll. The same person may be on it twice: as a person and as the representative of the household. */
export type RollEntry = z.input<typeof entrySchema>;
type Entry = z.output<typeof entrySchema>;

export type RollCounts = {
  readonly allMembers: number;
  readonly due: number;
  readonly registered: number;
  readonly present: number;
  readonly women: number;
  readonly womenPresent: number;
  readonly households?: number;
  readonly householdsPresent?: number;
  readonly doubleEnrolled: number;
};

export type CountedRoll = {
  readonly counts: RollCounts;
  /** Without a vote and so not due; they may attend and speak. */
  readonly excluded: readonly string[];
  /** Enrolled elsewhere too: they block the vote until one side withdraws. */
  readonly doubleEnrolled: readonly string[];
};

/**
 * Counts a roll for a rule: one person is one vote however often enrolled, members without a vote are left out, and
 * enrolment in two places is reported (Organic Law of Villagers' Committees 2018, article 13; domain rules V18–V20).
 *
 * `entries` are those of the place and, to find double enrolment, of the other places.
 *
 * @throws BallotError `ballot.rollInvalid`
 */
export function countRoll(rule: Rule, place: string, input: readonly unknown[]): CountedRoll {
  const entries = readEntries(input).filter((entry) => !entry.isWithdrawn);
  const here = entries.filter((entry) => entry.place === place);
  const elsewhere = new Set(entries.filter((entry) => entry.place !== place).map(({ person }) => person));
  const people = new Set(here.map(({ person }) => person));

  const excluded = personsOf(here, ({ standing }) => rule.dueExcludes.some((without) => without === standing));
  const voters = here.filter(({ person }) => !excluded.has(person));
  const doubleEnrolled = [...people].filter((person) => elsewhere.has(person));
  const due = personsOf(voters).size;
  const present = personsOf(voters, ({ isPresent }) => isPresent);
  const women = personsOf(voters, ({ isWoman }) => isWoman);
  return {
    counts: {
      allMembers: people.size,
      due,
      registered: due,
      present: present.size,
      women: women.size,
      womenPresent: [...women].filter((person) => present.has(person)).length,
      ...householdCounts(voters, present),
      doubleEnrolled: doubleEnrolled.length,
    },
    excluded: [...excluded],
    doubleEnrolled,
  };
}

function readEntries(input: readonly unknown[]): Entry[] {
  const parsed = z.array(entrySchema).safeParse(input);
  if (parsed.success) return parsed.data;
  throw new BallotError('ballot.rollInvalid', { problems: problemsIn(parsed.error, 'roll') }, { cause: parsed.error });
}

const personsOf = (entries: readonly Entry[], isMeant: (entry: Entry) => boolean = () => true): Set<string> =>
  new Set(entries.filter(isMeant).map(({ person }) => person));

/** Absent when the roll says nothing about households. */
function householdCounts(
  entries: readonly Entry[],
  present: ReadonlySet<string>,
): Pick<RollCounts, 'households' | 'householdsPresent'> {
  const householdsOf = (some: readonly Entry[]) => new Set(some.flatMap(({ household }) => household ?? []));
  const households = householdsOf(entries);
  if (households.size === 0) return {};
  const attending = entries.filter(({ representsHousehold, person }) => representsHousehold && present.has(person));
  return { households: households.size, householdsPresent: householdsOf(attending).size };
}
