import { BallotError, parseMeetingType, parseRule, WAYS, type MeetingTypeInput, type RuleInput } from '@wuxin/ballot-core';
import { BpmnError, type Tx } from '@wuxin/plugin-bpmn';
import { digestOf, givenKey } from '../rules';
import { tables } from '../store';
import type { GivenNumbers } from './asked';

const MEASURES = {
  person: { due: 'due', present: 'present' },
  household: { due: 'households', present: 'householdsPresent' },
} as const;

const TITLES = {
  rule: { 'zh-CN': '流程规定的表决规则', 'en-US': 'Rule given by the process' },
  type: { 'zh-CN': '流程召集的会议', 'en-US': 'Meeting called by a process' },
};

/** Who answers for the numbers is said by the parameters that the process takes them from, so the rule counts as known. */
function ruleOf({ unit, quorum, pass, women }: GivenNumbers): Omit<RuleInput, 'key'> {
  const { due, present } = MEASURES[unit];
  const { base, ...approval } = pass;
  const share = { id: 'women', count: 'womenPresent', onShort: women.onShort } as const;
  return {
    schema: 1,
    kind: 'decision',
    title: TITLES.rule,
    quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: present, threshold: { ...quorum, base: due } }] },
    approval: {
      mode: 'allOf',
      clauses: [{ id: 'approval', count: 'approve', threshold: { ...approval, base: base === 'due' ? due : present } }],
    },
    shares:
      women.percent === 0 ? [] : [{ ...share, threshold: { operator: 'atLeast', num: women.percent, den: 100, base: present } }],
    votesOf: present,
  };
}

/** The process calls it again itself, so the type says nothing of reconvening. */
const typeOf = ({ regime, noticeDays }: GivenNumbers, rule: string): Omit<MeetingTypeInput, 'key'> => ({
  schema: 1,
  title: TITLES.type,
  regime,
  rules: [rule],
  ways: [...WAYS],
  ...(noticeDays > 0 ? { notice: { days: noticeDays, certainty: 'found' as const } } : {}),
});

/**
 * The rule and the meeting type of numbers that a process gives, as rows like all others: their keys are digests of what they say, so the same
 * numbers are the same rule wherever they come from.
 *
 * @throws conflict `ballot.givenRuleUnusable`
 */
export async function givenRule(tx: Tx, numbers: GivenNumbers): Promise<{ type: string; rule: string }> {
  const rule = ruleOf(numbers);
  const ruleKey = givenKey(digestOf(rule));
  const type = typeOf(numbers, ruleKey);
  const typeKey = givenKey(digestOf(type));
  assertUsable({ ...rule, key: ruleKey }, { ...type, key: typeKey });
  const row = { shippedDigest: null, changedAt: tx.now, changedById: null, changedByName: null };
  await tables.rules.insertNew(tx, [{ ...row, key: ruleKey, rule: { ...rule, key: ruleKey } }]);
  await tables.meetingTypes.insertNew(tx, [{ ...row, key: typeKey, type: { ...type, key: typeKey } }]);
  return { type: typeKey, rule: ruleKey };
}

function assertUsable(rule: RuleInput, type: MeetingTypeInput): void {
  try {
    parseRule(rule);
    parseMeetingType(type);
  } catch (error) {
    if (!(error instanceof BallotError)) throw error;
    const { quorum, approval } = rule;
    throw new BpmnError('ballot.givenRuleUnusable', 409, { quorum, approval }, { cause: error });
  }
}
