import type { CountsInput, Rule, RuleInput } from '@wuxin/ballot-core';
import type { Json, Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { readConfig } from '../activity-config';
import { voteFields } from './vote-fields';
import { decideBy, type MeetingDecision } from './decide';
import { mustLieWithin } from './limits';
import { readCount, readDay } from './record';
import { readShare } from './share';
import { badNumber, usableRule } from './usable-rule';

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
    ...voteFields,
  })
  .strict();

/** The `wuxin:config` of a `tally` whose rule the process gives: `quorum` and `pass` without a form of meeting. */
export type GivenConfig = z.output<typeof schema>;

/** @throws CommunityError `tally.badConfig`, which names the property */
export const readGivenConfig = (config: unknown): GivenConfig => readConfig(schema, config, 'tally.badConfig');

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
 * `tally.badNumber`, `tally.ruleUnusable`
 */
export function decideGiven(config: GivenConfig, { record, value: read }: GivenMeeting): MeetingDecision & GivenFacts {
  const heldOn = readDay(record, config['field.heldOn']);
  mustLieWithin(heldOn, config, read);
  const counts = readCounts(record, config);
  return { ...decideBy(ruleOf(config, read), { heldOn, counts }), heldOn };
}

interface GivenFacts {
  readonly heldOn: string;
}

function readCounts(record: Variables, config: GivenConfig): CountsInput {
  const entries = COUNTS.map((count) => [count, readCount(record, config[`field.${count}`])] as const);
  return Object.fromEntries(entries);
}

const operator = z.enum(['atLeast', 'moreThan']);
const base = z.enum(['due', 'present']);

function ruleOf(config: GivenConfig, read: GivenMeeting['value']): Rule {
  const pick = <Value>(schemaOf: z.ZodType<Value>, text: string): Value => {
    const parsed = schemaOf.safeParse(read(text));
    if (!parsed.success) throw badNumber(read(text));
    return parsed.data;
  };
  const quorum = { operator: pick(operator, config['quorum.operator']), ...readShare(read(config.quorum)), base: 'due' as const };
  const pass = {
    operator: pick(operator, config['pass.operator']),
    ...readShare(read(config.pass)),
    base: pick(base, config['pass.base']),
  };
  const rule: RuleInput = {
    schema: 1,
    key: 'meeting.given',
    kind: 'decision',
    quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: 'present', threshold: quorum }] },
    approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold: pass }] },
    votesOf: 'present',
  };
  return usableRule(rule, { quorum: read(config.quorum), pass: read(config.pass) });
}
