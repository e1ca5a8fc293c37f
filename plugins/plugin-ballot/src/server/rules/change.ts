import { confirmRule, parseMeetingType, parseRule, type Confirmation, type MeetingType, type Rule } from '@wuxin/ballot-core';
import { badInput, canonicalJson, conflict, engineOf, forbidden, localDateOf, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { Json } from '@wuxin/bpmn-core';
import { appendJournal } from '../journal';
import type { Who } from '../rights';
import { tables } from '../store';
import { ruleOf, rulesOf } from './find';
import { digestOf } from './seed';

interface Change {
  /** The digest of what was changed, where whoever changes it has seen that. */
  readonly basedOn?: string;
  readonly reason: string;
}

/** A rule of one's own, or a changed one. What is unsure stays so: its numbers are confirmed, with the text that they were taken from. */
export async function saveRule(tx: Tx, who: Who, { rule: input, basedOn, reason }: { rule: unknown } & Change): Promise<void> {
  assertAdministrator(who);
  const { confirmed: _, ...written } = parseRule(input);
  const before = await tables.rules.find(tx, { key: written.key }, { forUpdate: true });
  assertSame(before?.rule, basedOn);
  const kept = before && parseRule(before.rule);
  if (kept?.certainty === 'unsure' && written.certainty !== 'unsure')
    throw conflict('ballot.confirmInstead', { rule: written.key });
  const rule: Rule = kept && hasNumbersOf(kept, written) ? { ...written, confirmed: kept.confirmed } : written;
  if (before) await tables.rules.update(tx, { key: rule.key }, { rule, ...changedBy(tx, who) });
  else await tables.rules.insert(tx, [{ key: rule.key, rule, shippedDigest: null, ...changedBy(tx, who) }]);
  await appendJournal(tx, `rule:${rule.key}`, who.actor, [{ kind: 'ruleSaved', data: { reason: reasonIn(reason) } }]);
}

/** A rule of one's own beside those that there are; its key is drawn here, so that it replaces none. @returns its key */
export async function createRule(tx: Tx, who: Who, { rule: input, reason }: { rule: unknown; reason: string }): Promise<string> {
  assertAdministrator(who);
  const key = ownKey(tx);
  const { confirmed: _, ...rule } = parseRule(withKey(input, key));
  await tables.rules.insert(tx, [{ key, rule, shippedDigest: null, ...changedBy(tx, who) }]);
  await appendJournal(tx, `rule:${key}`, who.actor, [{ kind: 'ruleCreated', data: { reason: reasonIn(reason) } }]);
  return key;
}

const ownKey = (tx: Tx): string => `own.${engineOf(tx.db).newId()}`;
const withKey = (input: unknown, key: string): unknown => (typeof input === 'object' ? { ...input, key } : input);

/** Whoever confirms answers for numbers, not for words around them. */
const hasNumbersOf = (kept: Rule, written: Rule): boolean => numbersOf(kept) === numbersOf(written);
const numbersOf = ({ quorum, approval }: Rule): string =>
  canonicalJson({ quorum: quorum ?? null, approval: approval ?? null } as unknown as Json); // JSON through and through

export interface Confirming extends Pick<Confirmation, 'quorum' | 'approval'> {
  readonly key: string;
  readonly source: string;
  readonly reason: string;
}

/** The numbers of an unsure rule, and who answers for them from which text. */
export async function confirmNumbers(tx: Tx, who: Who, { key, source, reason, ...numbers }: Confirming): Promise<void> {
  assertAdministrator(who);
  await tables.rules.find(tx, { key }, { forUpdate: true });
  const rule = await ruleOf(tx, key);
  if (rule.certainty !== 'unsure') throw conflict('ballot.ruleIsSure', { rule: key });
  const confirmed = { by: who.actor.name, on: localDateOf(tx.now), source };
  await tables.rules.update(tx, { key }, { rule: confirmRule(rule, { ...numbers, confirmed }), ...changedBy(tx, who) });
  const data = { reason: reasonIn(reason), source };
  await appendJournal(tx, `rule:${key}`, who.actor, [{ kind: 'ruleConfirmed', data }]);
}

export async function saveMeetingType(
  tx: Tx,
  who: Who,
  { type: input, basedOn, reason }: { type: unknown } & Change,
): Promise<void> {
  assertAdministrator(who);
  const type = await meetingTypeIn(tx, input);
  const before = await tables.meetingTypes.find(tx, { key: type.key }, { forUpdate: true });
  assertSame(before?.type, basedOn);
  if (before) await tables.meetingTypes.update(tx, { key: type.key }, { type, ...changedBy(tx, who) });
  else await tables.meetingTypes.insert(tx, [{ key: type.key, type, shippedDigest: null, ...changedBy(tx, who) }]);
  const data = { reason: reasonIn(reason) };
  await appendJournal(tx, `meetingType:${type.key}`, who.actor, [{ kind: 'meetingTypeSaved', data }]);
}

/** A meeting type of one's own beside those that there are; its key is drawn here, so that it replaces none. @returns its key */
export async function createMeetingType(
  tx: Tx,
  who: Who,
  { type: input, reason }: { type: unknown; reason: string },
): Promise<string> {
  assertAdministrator(who);
  const key = ownKey(tx);
  const type = await meetingTypeIn(tx, withKey(input, key));
  await tables.meetingTypes.insert(tx, [{ key, type, shippedDigest: null, ...changedBy(tx, who) }]);
  const data = { reason: reasonIn(reason) };
  await appendJournal(tx, `meetingType:${key}`, who.actor, [{ kind: 'meetingTypeCreated', data }]);
  return key;
}

async function meetingTypeIn(tx: Tx, input: unknown): Promise<MeetingType> {
  const type = parseMeetingType(input);
  const known = await rulesOf(tx, type.rules);
  const missing = type.rules.find((key) => !known.has(key));
  if (missing !== undefined) throw notFound('ballot.ruleNotFound', { rule: missing });
  return type;
}

/** Two people who change one thing at once: the second one is told, and looks at what the first one wrote. */
function assertSame(kept: unknown, basedOn: string | undefined): void {
  if (basedOn === undefined) return;
  if (kept === undefined || digestOf(kept) !== basedOn) throw conflict('ballot.ruleChangedMeanwhile');
}

function assertAdministrator({ isAdministrator }: Who): void {
  if (!isAdministrator) throw forbidden('ballot.notAdministrator');
}

function reasonIn(reason: string): string {
  if (reason.trim() === '') throw badInput('ballot.reasonMissing');
  return reason.trim();
}

const changedBy = ({ now }: Tx, { actor }: Who) => ({
  changedAt: now,
  changedById: actor.userId,
  changedByName: actor.name,
});
