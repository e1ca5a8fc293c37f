import type { Database } from '@nocobase/database';
import type { Json } from '@wuxin/bpmn-core';
import { readerOf, type ActivityContext, type Reader } from '@wuxin/plugin-bpmn';
import type { Application } from '@nocobase/server';
import { z } from 'zod';
import type { RollEntryInput } from '../../common/api';
import { filteredFields, hasShownField, isOfPeople, readEntries, type RollSource } from '../rolls';
import { isFeel, value } from './value';

/** What an entry is made of, each the name of a field of the collection. */
const PARTS = ['name', 'user', 'household', 'representsHousehold', 'isWoman', 'standing', 'identity', 'area'] as const;
type Part = (typeof PARTS)[number];

/** The roll that a meeting has when it is made: from a collection, by a filter of NocoBase as JSON or as a FEEL context. */
export const ROLL_SETTINGS = {
  'roll.collection': value.optional(),
  'roll.filter': value.optional(),
  'roll.name': value.optional(),
  'roll.user': value.optional(),
  'roll.household': value.optional(),
  'roll.representsHousehold': value.optional(),
  'roll.isWoman': value.optional(),
  'roll.standing': value.optional(),
  'roll.identity': value.optional(),
  'roll.area': value.optional(),
} as const;
type RollConfig = Partial<Record<keyof typeof ROLL_SETTINGS, string>>;

const keyOf = (part: Part) => `roll.${part}` as const;

export interface ConfigProblem {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A collection is asked for with the names of its people, and nothing of a roll without a collection. */
export function missingOfRoll(config: RollConfig): (keyof RollConfig)[] {
  if (config['roll.collection'] !== undefined) return config['roll.name'] === undefined ? ['roll.name'] : [];
  const isAsked = Object.keys(ROLL_SETTINGS).some((name) => config[name as keyof RollConfig] !== undefined); // its keys
  return isAsked ? ['roll.collection'] : [];
}

/** What can be said before anything runs: of what is written out and is no FEEL. */
export function rollProblems(config: RollConfig, db: Database): ConfigProblem[] {
  const collection = config['roll.collection'];
  if (collection === undefined || isFeel(collection)) return [];
  if (!isOfPeople(db, collection)) return [{ code: 'ballot.collectionUnknown', data: { collection } }];
  const filter = config['roll.filter'];
  const asked = filter === undefined || isFeel(filter) ? {} : filterIn(filter);
  if (asked === undefined) return [{ code: 'ballot.activityValue', data: { property: 'roll.filter' } }];
  const written = PARTS.flatMap((part) => config[keyOf(part)] ?? []).filter((field) => !isFeel(field));
  return [...written, ...filteredFields(asked)]
    .filter((field) => !hasShownField(db, collection, field))
    .map((field) => ({ code: 'ballot.fieldUnknown', data: { collection, field } }));
}

const Filter = z.record(z.string(), z.unknown());

/** @returns undefined: it is none */
export function filterIn(given: Json): Record<string, unknown> | undefined {
  const parsed = Filter.safeParse(typeof given === 'string' ? jsonIn(given) : given);
  return parsed.success ? parsed.data : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names of fields, each read from its setting. */
export function rollFields(read: (name: keyof RollConfig) => string | null): RollSource['fields'] {
  const named = PARTS.flatMap((part) => {
    const field = read(keyOf(part));
    return field === null ? [] : [[part, field] as const];
  });
  return { name: '', ...Object.fromEntries(named) };
}

/**
 * Whom the process puts on the roll. It reads with the rights of whoever published its version, as they are now: nobody gets to see people by
 * drawing a process. Content that came with the software was published by nobody, and reads what it names.
 */
export async function rollOf(
  app: Application,
  { tx, version }: Pick<ActivityContext, 'tx' | 'version'>,
  source: RollSource,
): Promise<RollEntryInput[]> {
  const publisher = version.record.publishedById;
  return readEntries(tx, publisher === null ? CONTENT : await readerOf(app, tx, publisher), source);
}

const CONTENT: Reader = { rowScope: async () => ({}), fieldScope: async () => null };
