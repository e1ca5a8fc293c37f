import { parseRule, type CountsInput, type Rule } from '@wuxin/ballot-core';
import type { Json, Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { CommunityError } from '../errors';
import { decideBy, type MeetingDecision } from './decide';
import { readShare } from './share';

const fieldName = z.string().regex(/^[A-Za-z]\w*$/);
/** A value, or FEEL with `=`. */
const value = z.string().min(1);

const COUNTS = ['due', 'present', 'approve', 'oppose', 'abstain', 'invalid', 'notVoting'] as const;

const schema = z
  .object({
    'quorum': value,
    'quorum.operator': value.default('atLeast'),
    'pass': value,
    'pass.operator': value.default('moreThan'),
    'pass.base': value.default('present'),
    'notBefore': value.optional(),
    'notAfter': value.optional(),
    'field.heldOn': fieldName,
    'field.due': fieldName,
    'field.present': fieldName,
    'field.approve': fieldName,
    'field.oppose': fieldName,
    'field.abstain': fieldName,
    'field.invalid': fieldName,
    'field.notVoting': fieldName,
    'field.sentence': fieldName,
    'field.sentenceEn': fieldName.optional(),
    'field.adoptedOn': fieldName,
  })
  .strict();

/** The `wuxin:config` of a `tally` whose rule the process gives: `quorum` and `pass` without a form of meeting. */
export type GivenConfig = z.output<typeof schema>;

/** @throws CommunityError `tally.badConfig`, which names the property */
export function readGivenConfig(config: unknown): GivenConfig {
  const parsed = schema.safeParse(config ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommunityError('tally.badConfig', 500, { property: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

export const isGiven = (config: Readonly<Record<string, string>> | undefined): boolean => Object.hasOwn(config ?? {}, 'quorum');

interface GivenMeeting {
  readonly record: Variables;
  /** Reads a value of the configuration. */
  readonly value: (text: string) => Json;
}

/**
 * Decides a vote by the numbers that the process gives for this meeting, e.g. as inputs of a call activity.
 *
 * @throws CommunityError `tally.dateMissing`, `tally.heldTooEarly`, `tally.heldTooLate`, `tally.countMissing`, `tally.countsRefused`,
 * `tally.badNumber`
 */
export function decideGiven(config: GivenConfig, { record, value: read }: GivenMeeting): MeetingDecision & GivenFacts {
  const heldOn = readDate(record[config['field.heldOn']]);
  mustLieWithin(heldOn, { notBefore: readLimit(config.notBefore, read), notAfter: readLimit(config.notAfter, read) });
  const counts = readCounts(record, config);
  return { ...decideBy(ruleOf(config, read), { heldOn, counts }), heldOn };
}

interface GivenFacts {
  readonly heldOn: string;
}

function readDate(held: Json | undefined): string {
  if (typeof held !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(held))
    throw new CommunityError('tally.dateMissing', 400, { heldOn: held });
  return held.slice(0, 10);
}

/** A limit that the process leaves empty limits nothing. */
function readLimit(text: string | undefined, read: GivenMeeting['value']): string | null {
  const limit = text === undefined ? null : read(text);
  return typeof limit === 'string' && limit !== '' ? limit.slice(0, 10) : null;
}

/** ISO dates order as text. */
function mustLieWithin(heldOn: string, { notBefore, notAfter }: { notBefore: string | null; notAfter: string | null }): void {
  if (notBefore !== null && heldOn < notBefore) throw new CommunityError('tally.heldTooEarly', 400, { heldOn, notBefore });
  if (notAfter !== null && heldOn > notAfter) throw new CommunityError('tally.heldTooLate', 400, { heldOn, notAfter });
}

function readCounts(record: Variables, config: GivenConfig): CountsInput {
  const entries = COUNTS.map((count) => [count, readCount(record, config[`field.${count}`])] as const);
  return Object.fromEntries(entries);
}

function readCount(record: Variables, field: string): number {
  const count = record[field];
  if (typeof count !== 'number') throw new CommunityError('tally.countMissing', 400, { field });
  return count;
}

const operator = z.enum(['atLeast', 'moreThan']);
const base = z.enum(['due', 'present']);

function ruleOf(config: GivenConfig, read: GivenMeeting['value']): Rule {
  const pick = <Value>(schemaOf: z.ZodType<Value>, text: string): Value => {
    const parsed = schemaOf.safeParse(read(text));
    if (!parsed.success) throw new CommunityError('tally.badNumber', 500, { value: read(text) });
    return parsed.data;
  };
  const quorum = { operator: pick(operator, config['quorum.operator']), ...readShare(read(config.quorum)), base: 'due' };
  const pass = {
    operator: pick(operator, config['pass.operator']),
    ...readShare(read(config.pass)),
    base: pick(base, config['pass.base']),
  };
  return parseRule({
    schema: 1,
    key: 'meeting.given',
    kind: 'decision',
    quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: 'present', threshold: quorum }] },
    approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold: pass }] },
    votesOf: 'present',
  });
}
