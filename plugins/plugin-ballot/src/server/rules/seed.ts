import { findMeetingType, findRule, meetingTypeKeys, ruleKeys } from '@wuxin/ballot-core';
import { canonicalJson, type Tx } from '@wuxin/plugin-bpmn';
import type { Json } from '@wuxin/bpmn-core';
import { createHash } from 'node:crypto';
import { tables, type MeetingTypeRecord, type RuleRecord } from '../store';

/** Of what a rule or meeting type says, whatever the order of its parts. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(value)) as Json)) // without parts that are undefined, as they are stored
    .digest('hex');

/** It is not what came with the software any more. */
export const isChanged = (value: unknown, shippedDigest: string | null): boolean => digestOf(value) !== shippedDigest;

/**
 * Brings the rules and meeting types that come with the software: new ones are added, unchanged ones follow a newer one, and what
 * somebody changed here stays as it is.
 */
export async function seedRules(tx: Tx): Promise<void> {
  const rules = new Map((await tables.rules.select(tx, {})).map((row) => [row.key, row]));
  const types = new Map((await tables.meetingTypes.select(tx, {})).map((row) => [row.key, row]));
  for (const key of ruleKeys()) {
    const rule = findRule(key);
    const change = newer(rule, rules.get(key), ({ rule: kept }) => kept);
    if (change === 'new') await tables.rules.insert(tx, [{ key, rule, ...shipped(tx, rule) }]);
    if (change === 'newer') await tables.rules.update(tx, { key }, { rule, ...shipped(tx, rule) });
  }
  for (const key of meetingTypeKeys()) {
    const type = findMeetingType(key);
    const change = newer(type, types.get(key), ({ type: kept }) => kept);
    if (change === 'new') await tables.meetingTypes.insert(tx, [{ key, type, ...shipped(tx, type) }]);
    if (change === 'newer') await tables.meetingTypes.update(tx, { key }, { type, ...shipped(tx, type) });
  }
}

function newer<Row extends RuleRecord | MeetingTypeRecord>(
  value: unknown,
  row: Row | undefined,
  keptOf: (row: Row) => unknown,
): 'new' | 'newer' | 'stays' {
  if (!row) return 'new';
  return isChanged(keptOf(row), row.shippedDigest) || digestOf(value) === row.shippedDigest ? 'stays' : 'newer';
}

const shipped = ({ now }: Tx, value: unknown) => ({
  shippedDigest: digestOf(value),
  changedAt: now,
  changedById: null,
  changedByName: null,
});
