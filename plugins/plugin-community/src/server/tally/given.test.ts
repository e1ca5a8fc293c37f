import type { Json } from '@wuxin/bpmn-core';
import { decideGiven, readGivenConfig } from './given';

const FIELDS = ['heldOn', 'due', 'present', 'approve', 'oppose', 'abstain', 'invalid', 'notVoting', 'sentence', 'adoptedOn'];
const CONFIG: Readonly<Record<string, string>> = {
  'quorum': '=quorum',
  'pass': '=majority',
  'pass.base': 'due',
  'notBefore': '=notBefore',
  'notAfter': '=notAfter',
  ...Object.fromEntries(FIELDS.map((name) => [`field.${name}`, name])),
};
const RECORD = { heldOn: '2026-05-10', due: 15, present: 10, approve: 8, oppose: 1, abstain: 1, invalid: 0, notVoting: 0 };
const GIVEN: Readonly<Record<string, Json>> = { quorum: '2/3', majority: '1/2', notBefore: '2026-05-01', notAfter: '2026-05-31' };

/** `=name` is looked up, everything else is what it says. */
const decide = (record: object = {}, given: object = {}, config: object = {}) => {
  const known: Readonly<Record<string, Json>> = { ...GIVEN, ...given };
  return decideGiven(readGivenConfig({ ...CONFIG, ...config }), {
    record: { ...RECORD, ...record },
    value: (text) => (text.startsWith('=') ? (known[text.slice(1)] ?? null) : text),
  });
};

describe('a vote by a rule that the process gives', () => {
  it('counts Party members against all who are entitled: 8 of 15 is more than half', () => {
    expect(decide()).toMatchObject({ voteResult: 'passed', heldOn: '2026-05-10', adoptedOn: '2026-05-10' });
    expect(decide({ approve: 7, oppose: 2 })).toMatchObject({ voteResult: 'notPassed', adoptedOn: null });
  });

  it('counts against those present where the process says so: 7 of 10 is more than half', () => {
    expect(decide({ approve: 7, oppose: 2 }, {}, { 'pass.base': 'present' }).voteResult).toBe('passed');
  });

  it.each([
    ['two thirds are enough with 以上', 'atLeast', 'passed'],
    ['two thirds are not enough with 超过', 'moreThan', 'notValid'],
  ])('%s', (_, operator, voteResult) => {
    expect(decide({}, {}, { 'quorum.operator': operator }).voteResult).toBe(voteResult);
  });

  it('does not count where too few came', () => {
    expect(decide({ present: 9, approve: 9, oppose: 0, abstain: 0 })).toMatchObject({ voteResult: 'notValid', adoptedOn: null });
  });

  it('names the numbers in both languages', () => {
    const { sentence, sentenceEn } = decide();
    expect(sentence).toBe('应到 15 人，实到 10 人，达到三分之二；赞成 8 人，超过应到半数，通过');
    expect(sentenceEn).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['before the step that comes first', { heldOn: '2026-04-30' }, 'tally.heldTooEarly'],
    ['after the last day', { heldOn: '2026-06-01' }, 'tally.heldTooLate'],
    ['without a date', { heldOn: null }, 'tally.dateMissing'],
    ['without a number', { abstain: null }, 'tally.countMissing'],
    ['with votes that do not add up', { approve: 9 }, 'tally.countsRefused'],
    ['with more present than entitled', { due: 9 }, 'tally.countsRefused'],
  ])('is refused %s', (_, record, code) => {
    expect(() => decide(record)).toThrow(expect.objectContaining({ code, status: 400 }));
  });

  it('may be held on the first and on the last day, and on any where nothing limits it', () => {
    for (const heldOn of ['2026-05-01', '2026-05-31']) expect(decide({ heldOn }).heldOn).toBe(heldOn);
    expect(decide({ heldOn: '2020-01-01' }, { notBefore: null, notAfter: '' }).voteResult).toBe('passed');
  });

  it.each([
    ['a quorum that is no share', { quorum: 0.5 }, {}],
    ['a base that there is not', {}, { 'pass.base': 'everybody' }],
    ['an operator that there is not', {}, { 'quorum.operator': '>' }],
  ])('cannot be decided with %s', (_, given, config) => {
    expect(() => decide({}, given, config)).toThrow(expect.objectContaining({ code: 'tally.badNumber', status: 409 }));
  });

  it('cannot be decided by more than the whole, which is said in words and not as a fault of the system', () => {
    const data = { quorum: '3/2', pass: '1/2' };
    expect(() => decide({}, { quorum: '3/2' })).toThrow(
      expect.objectContaining({ code: 'tally.ruleUnusable', status: 409, data, messages: undefined }),
    );
  });

  it.each(['pass', 'field.due', 'field.adoptedOn'])('needs %s in its configuration', (property) => {
    const { [property]: _left, ...rest } = CONFIG;
    expect(() => readGivenConfig(rest)).toThrow(
      expect.objectContaining({ code: 'tally.badConfig', data: expect.objectContaining({ property }) }),
    );
  });
});
