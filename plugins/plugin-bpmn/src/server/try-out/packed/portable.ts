import { z } from 'zod';
import { pathWith } from '../path-schema';

/** Of an account: what people sign in with is the same wherever they have one. */
const account = z.string().min(1).max(200);
/** Names of places from the widest to the one that is meant: `陕西省/安康市/汉滨区`. */
const place = z.string().min(1).max(1000);

const standing = z.object({ caseId: z.string().max(500), elementId: z.string().max(200), name: z.string().max(500) });
const state = z.object({
  open: z.array(standing.extend({ groups: z.array(z.string().max(1500)) })),
  stopped: z.array(standing),
  ended: z.array(z.object({ caseId: z.string().max(500), status: z.string().max(50), at: z.array(z.string().max(200)) })),
});

const test = z.object({
  path: pathWith({ starter: account, place: place.nullable() }, { by: account }),
  states: z.array(state),
});
/** One that uses rows which only the installation has that it comes from: nobody can run it elsewhere. */
const atHome = z.object({ leftOut: z.literal('rows') });

export const portableTest = z.union([test, atHome]);
export type PortableTest = z.output<typeof test>;
export type PackedTest = z.output<typeof portableTest>;

/** In what somebody entered: a person who was picked. */
export const PERSON = '$person';

export const personIn = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || !(PERSON in value)) return undefined;
  const { [PERSON]: named } = value as { readonly [PERSON]: unknown };
  return typeof named === 'string' ? named : undefined;
};

/** Group keys that name somebody or some place of one installation: `user:12`, `post:communitySecretary@7`. */
const USER = /^user:(.+)$/s;
const AT_PLACE = /^(\w+:[^@]+)@(.+)$/s;
/** Keys that mean the same everywhere. */
const COMMON = /^role:/;

interface Renaming {
  person(name: string): string;
  place(name: string): string;
}

/** @returns undefined for a group of one installation only, such as a department */
export function renamedGroup(key: string, renaming: Renaming): string | undefined {
  const [, user] = USER.exec(key) ?? [];
  if (user !== undefined) return `user:${renaming.person(user)}`;
  const [, group, where] = AT_PLACE.exec(key) ?? [];
  if (group !== undefined && where !== undefined) return `${group}@${renaming.place(where)}`;
  return COMMON.test(key) ? key : undefined;
}
