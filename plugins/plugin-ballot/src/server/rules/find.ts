import { parseMeetingType, parseRule, type MeetingType, type Rule } from '@wuxin/ballot-core';
import { notFound, type ReadTx } from '@wuxin/plugin-bpmn';
import { tables } from '../store';

/** @throws not found `ballot.ruleNotFound` */
export async function ruleOf(tx: ReadTx, key: string): Promise<Rule> {
  const row = await tables.rules.find(tx, { key });
  if (!row) throw notFound('ballot.ruleNotFound', { rule: key });
  return parseRule(row.rule);
}

/** Of those that there are. */
export async function rulesOf(tx: ReadTx, keys: readonly string[]): Promise<ReadonlyMap<string, Rule>> {
  const rows = await tables.rules.select(tx, { key: [...keys] });
  return new Map(rows.map(({ key, rule }) => [key, parseRule(rule)]));
}

/** The first rule of a type of meeting whose numbers may be used. */
export async function ordinaryRuleOf(tx: ReadTx, typeKey: string): Promise<Rule | null> {
  const type = await meetingTypeOf(tx, typeKey);
  return firstReady(type, await rulesOf(tx, type.rules));
}

export const firstReady = (type: MeetingType, rules: ReadonlyMap<string, Rule>): Rule | null =>
  type.rules.map((key) => rules.get(key)).find((rule) => rule !== undefined && isReady(rule)) ?? null;

/** @throws not found `ballot.meetingTypeNotFound` */
export async function meetingTypeOf(tx: ReadTx, key: string): Promise<MeetingType> {
  const row = await tables.meetingTypes.find(tx, { key });
  if (!row) throw notFound('ballot.meetingTypeNotFound', { meetingType: key });
  return parseMeetingType(row.type);
}

export const titleOf = ({ title, key }: Pick<Rule, 'title' | 'key'>) => title ?? { 'zh-CN': key, 'en-US': key };

/** Its numbers may be used: it is no unsure one, or somebody answers for them. */
export const isReady = ({ approval, certainty, confirmed }: Rule): boolean =>
  approval !== undefined && (certainty !== 'unsure' || confirmed !== undefined);
