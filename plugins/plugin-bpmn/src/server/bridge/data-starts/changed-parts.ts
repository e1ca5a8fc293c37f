import type { ChangedPart } from '../../setting-changes';
import type { DataStartRule } from './rules';

const PARTS = [
  'name',
  'collection',
  'event',
  'condition',
  'processKey',
  'placeField',
  'title',
  'variables',
  'isEnabled',
] as const;

type Parts = Omit<DataStartRule, 'id'>;

/** What differs between two states of a rule, as text. */
export const changedParts = (before: Parts, after: Parts): ChangedPart[] =>
  PARTS.map((part) => ({ part, before: asText(before[part]), after: asText(after[part]) })).filter(
    (one) => one.before !== one.after,
  );

function asText(value: Parts[keyof Parts]): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object')
    return Object.keys(value)
      .sort()
      .map((name) => `${name} = ${value[name] ?? ''}`)
      .join('\n');
  return String(value);
}
