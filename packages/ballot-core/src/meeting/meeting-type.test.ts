import { findRule, ruleKeys } from '../catalogue';
import { BallotError } from '../errors';
import { readyRule } from '../rule';
import { findMeetingType, meetingTypeKeys, parseMeetingType, type MeetingTypeInput } from '.';

const aType = (change: object = {}): object => ({
  schema: 1,
  key: 'test',
  title: { 'zh-CN': '测试会议', 'en-US': 'Test meeting' },
  regime: 'village',
  rules: ['village.meeting'],
  ways: ['showOfHands'],
  ...change,
});

describe('meeting types', () => {
  test.each(meetingTypeKeys())('%s is plain JSON, has a source unless it is unsure, and names rules that there are', (key) => {
    const type = findMeetingType(key);

    expect(parseMeetingType(JSON.parse(JSON.stringify(type)))).toEqual(type);
    expect(type.source ?? type.certainty).toMatch(/.{4}|unsure/);
    for (const rule of type.rules) expect(ruleKeys()).toContain(rule);
    for (const petition of type.petitions) expect(findRule(petition).kind).toBe('petition');
  });

  test('are those of P11, each row one', () => {
    expect(meetingTypeKeys()).toEqual([
      'village.meeting',
      'village.representatives',
      'village.group',
      'urban2018.meeting',
      'urban2026.meeting',
      'urban2026.representatives',
      'party.members',
      'party.committee',
      'party.election',
      'owners.meeting',
      'collective.members',
    ]);
  });

  test('of the urban law of 2025 decide by nothing until somebody confirms numbers', () => {
    for (const key of ['urban2026.meeting', 'urban2026.representatives'])
      for (const rule of findMeetingType(key).rules) expect(() => readyRule(findRule(rule))).toThrow('ballot.ruleUnconfirmed');
  });

  test('elect on paper alone', () => {
    expect(findMeetingType('party.election').ways).toEqual(['paper']);
  });

  test('an unknown key is refused with the known ones', () => {
    expect(() => findMeetingType('village.meting')).toThrow('village.meeting');
  });

  test.each([
    ['without a way to vote', { ways: [] }, 'ways'],
    ['with an unknown way', { ways: ['telepathy'] }, 'ways.0'],
    ['that decides by no rule although its law is known', { rules: [] }, 'rules'],
    ['with a fractional notice', { notice: { days: 1.5, certainty: 'known' } }, 'notice.days'],
    ['with a negative notice', { notice: { days: -1, certainty: 'known' } }, 'notice.days'],
    [
      'that is reconvened for a time that ends before it begins',
      { reconvening: { atLeastDays: 9, atMostDays: 8, times: 1, certainty: 'known' } },
      'reconvening.atMostDays',
    ],
    ['with a misspelt field', { notise: 3 }, 'meeting'],
  ])('%s are refused', (_, change, path) => {
    const refused = () => parseMeetingType(aType(change) as MeetingTypeInput);

    expect(refused).toThrow(BallotError);
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'ballot.meetingTypeInvalid',
        data: { meetingType: 'test', problems: expect.arrayContaining([expect.objectContaining({ path })]) },
      }),
    );
  });
});
