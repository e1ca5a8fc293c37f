import { diff3Merge } from 'node-diff3';
import { isList, isObject, stableJson, type Json, type JsonObject } from '../json';
import type { Decider, Sides } from './findings';
import { mergedOrder } from './order';

/** What names an item of a list, the first that all of them have. */
const NAMES = ['ident', 'uid', 'id', 'key', 'name', 'field', 'value'] as const;

/**
 * Merges what two sides made of a common value. Objects are merged key by key, lists item by item where their items have names, else
 * by their common parts. What is removed on one side and unchanged on the other goes; what is removed here and changed in the pack is
 * a conflict, so that nothing comes back unasked.
 */
export function mergeJson(decider: Decider, path: readonly string[], sides: Sides<Json>): Json | undefined {
  const { base, here, pack } = sides;
  if (isObject(here) && isObject(pack)) return mergeObjects(decider, path, { base: isObject(base) ? base : {}, here, pack });
  if (isList(here) && isList(pack)) return mergeLists(decider, path, { base: isList(base) ? base : undefined, here, pack });
  return decider.settle(path, sides);
}

interface All<Value> {
  readonly base: Value;
  readonly here: Value;
  readonly pack: Value;
}

function mergeObjects(decider: Decider, path: readonly string[], { base, here, pack }: All<JsonObject>): Json {
  const keys = [...new Set([...Object.keys(here), ...Object.keys(pack), ...Object.keys(base)])];
  const merged = keys.flatMap((key): [string, Json][] => {
    const value = mergeJson(decider, [...path, key], { base: own(base, key), here: own(here, key), pack: own(pack, key) });
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(merged);
}

const own = (object: JsonObject, key: string): Json | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);

type Lists = Sides<readonly Json[]> & { readonly here: readonly Json[]; readonly pack: readonly Json[] };

function mergeLists(decider: Decider, path: readonly string[], lists: Lists): Json | undefined {
  const name = NAMES.find((candidate) => [lists.base ?? [], lists.here, lists.pack].every((list) => isNamedBy(list, candidate)));
  return name === undefined ? mergeUnnamed(decider, path, lists) : mergeNamed(decider, path, lists, name);
}

function isNamedBy(list: readonly Json[], name: string): boolean {
  const names = list.map((item) => (isObject(item) ? item[name] : undefined));
  return names.every((value) => typeof value === 'string') && new Set(names).size === names.length;
}

function mergeNamed(decider: Decider, path: readonly string[], { base = [], here, pack }: Lists, name: string): Json {
  const nameOf = (item: Json): string => {
    const own = isObject(item) ? item[name] : undefined;
    return typeof own === 'string' ? own : '';
  };
  const find = (list: readonly Json[], key: string) => list.find((item) => nameOf(item) === key);
  const names = { base: base.map(nameOf), here: here.map(nameOf), pack: pack.map(nameOf) };
  const merged = new Map<string, Json>();
  for (const key of new Set([...names.here, ...names.pack, ...names.base])) {
    const sides = { base: find(base, key), here: find(here, key), pack: find(pack, key) };
    const value = mergeJson(decider, [...path, key], sides);
    if (value !== undefined) merged.set(key, value);
  }
  return mergedOrder(names, (key) => merged.has(key)).flatMap((key) => merged.get(key) ?? []);
}

/** Lists whose items have no names are merged like lines of a text, when both sides changed them. */
function mergeUnnamed(decider: Decider, path: readonly string[], { base, here, pack }: Lists): Json | undefined {
  if (base === undefined || [base, here, pack].some((list) => list.some((item) => !isObject(item) && !isList(item))))
    return decider.settle(path, { base, here, pack });
  const lines = (list: readonly Json[]) => list.map(stableJson);
  const regions = diff3Merge<string>(lines(here), lines(base), lines(pack), { excludeFalseConflicts: true });
  if (regions.some(({ conflict }) => conflict)) return decider.settle(path, { base, here, pack });
  return regions.flatMap(({ ok = [] }) => ok.map((line) => JSON.parse(line) as Json)); // lines of `stableJson`
}
