import { decideMeeting } from './decide';
import { type MeetingRecord, readMeeting } from './record';
import { readTallyConfig } from './config';
import type { MeetingNumbers } from './rule';

const HALF: MeetingNumbers = { quorum: '1/2', pass: '1/2', operator: 'moreThan', womenPercent: 30, womenShort: 'block' };

function fullMeeting(counts: Partial<MeetingRecord['counts']>): MeetingRecord {
  const all = { due: 100, present: 60, womenPresent: 18, approve: 31, oppose: 20, abstain: 6, invalid: 2, notVoting: 1 };
  return { form: 'full', heldOn: '2026-05-10', counts: { ...all, ...counts } };
}

describe('the vote of a residents’ meeting', () => {
  it('passes with more than half of those present, and is adopted on the day of the meeting', () => {
    expect(decideMeeting(fullMeeting({}), HALF)).toMatchObject({ voteResult: 'passed', adoptedOn: '2026-05-10' });
  });

  it('names the numbers in its sentence', () => {
    const { sentence } = decideMeeting(fullMeeting({}), HALF);
    expect(sentence).toEqual(expect.stringMatching(/100.*60.*31/));
  });

  it('says the same numbers in English', () => {
    const { sentenceEn } = decideMeeting(fullMeeting({}), HALF);
    expect(sentenceEn).toMatch(/100.*60.*31/);
    expect(sentenceEn).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['exactly half of those present', { approve: 30, oppose: 21 }, 'notPassed'],
    [
      'exactly half of those due',
      { present: 50, womenPresent: 20, approve: 40, oppose: 5, abstain: 3, invalid: 1, notVoting: 1 },
      'notValid',
    ],
    ['one woman short of 30 per cent', { womenPresent: 17 }, 'notValid'],
  ] as const)('is not enough: %s', (_what, counts, voteResult) => {
    expect(decideMeeting(fullMeeting(counts), HALF)).toMatchObject({ voteResult, adoptedOn: null });
  });

  it('only warns of too few women where the process says so', () => {
    expect(decideMeeting(fullMeeting({ womenPresent: 1 }), { ...HALF, womenShort: 'warn' }).voteResult).toBe('passed');
  });

  it('takes other numbers where the law of the place has them', () => {
    const twoThirds: MeetingNumbers = { ...HALF, quorum: '2/3', operator: 'atLeast' };
    expect(decideMeeting(fullMeeting({}), twoThirds).voteResult).toBe('notValid');
  });

  it('counts households where household representatives meet', () => {
    const meeting: MeetingRecord = {
      form: 'households',
      heldOn: '2026-05-10',
      counts: {
        households: 100,
        householdsPresent: 51,
        womenPresent: 16,
        approve: 26,
        oppose: 25,
        abstain: 0,
        invalid: 0,
        notVoting: 0,
      },
    };
    expect(decideMeeting(meeting, HALF).voteResult).toBe('passed');
  });

  it.each([
    ['votes that do not add up to those present', { approve: 40 }, 'ballot.votesDoNotAddUp'],
    ['more present than due', { present: 101, approve: 72 }, 'ballot.countTooLarge'],
    ['more women than present', { womenPresent: 61 }, 'ballot.countTooLarge'],
    ['half a person', { abstain: 6.5 }, 'ballot.countNotWhole'],
  ])('refuses %s', (_what, counts, ballotCode) => {
    const decide = () => decideMeeting(fullMeeting(counts), HALF);
    expect(decide).toThrow(expect.objectContaining({ code: 'tally.countsRefused', status: 400 }));
    expect(decide).toThrow(expect.objectContaining({ data: expect.objectContaining({ ballotCode }) }));
  });

  it.each(['1', '0.5', 0.5, null, '1/0'])('refuses a parameter that is no share: %p', (quorum) => {
    expect(() => decideMeeting(fullMeeting({}), { ...HALF, quorum })).toThrow(
      expect.objectContaining({ code: 'tally.badNumber', status: 409 }),
    );
  });

  it.each([33.3, 101, -1, '30', null])('refuses a parameter that is no whole per cent: %p', (womenPercent) => {
    expect(() => decideMeeting(fullMeeting({}), { ...HALF, womenPercent })).toThrow(
      expect.objectContaining({ code: 'tally.badNumber', status: 409 }),
    );
  });

  it.each(['3/2', '1/1', '1/1000001'])('refuses a share that no vote can be counted by, in words: more than %s', (quorum) => {
    const decide = () => decideMeeting(fullMeeting({}), { ...HALF, quorum });
    expect(decide).toThrow(expect.objectContaining({ code: 'tally.ruleUnusable', status: 409, messages: undefined }));
    expect(decide).toThrow(expect.objectContaining({ data: { quorum, pass: '1/2' } }));
  });

  it('asks for no women where the share is 0', () => {
    expect(decideMeeting(fullMeeting({ womenPresent: 0 }), { ...HALF, womenPercent: 0 }).voteResult).toBe('passed');
  });
});

describe('the record of a meeting', () => {
  const config = readTallyConfig({
    'full.quorum': '="1/2"',
    'full.pass': '="1/2"',
    'households.quorum': '="1/2"',
    'households.pass': '="1/2"',
    'women.percent': '=30',
    'women.short': 'block',
    ...Object.fromEntries(
      [
        'form',
        'heldOn',
        'due',
        'present',
        'womenPresent',
        'approve',
        'oppose',
        'abstain',
        'invalid',
        'notVoting',
        'sentence',
        'adoptedOn',
      ].map((name) => [`field.${name}`, name]),
    ),
  });
  const record = {
    form: 'full',
    heldOn: '2026-05-10',
    due: 3,
    present: 3,
    womenPresent: 1,
    approve: 2,
    oppose: 1,
    abstain: 0,
    invalid: 0,
    notVoting: 0,
  };

  it.each([
    ['form', 'tally.formMissing'],
    ['heldOn', 'tally.dateMissing'],
    ['abstain', 'tally.countMissing'],
  ])('asks for %s', (field, code) => {
    expect(() => readMeeting({ ...record, [field]: null }, config)).toThrow(expect.objectContaining({ code, status: 400 }));
  });

  it('refuses a configuration that names no field', () => {
    const { 'field.due': _due, ...rest } = config;
    expect(() => readTallyConfig(rest)).toThrow(
      expect.objectContaining({ code: 'tally.badConfig', data: expect.objectContaining({ property: 'field.due' }) }),
    );
  });
});
