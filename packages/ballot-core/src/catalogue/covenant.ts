import type { RuleInput } from '../rule';
import { atLeast } from './thresholds';
import { urbanRules } from './urban';
import { villageRules } from './village';

/** The law asks for "a certain proportion" of women and gives no number: 30 % is a proposal, and it only warns. */
const women = (base: 'present' | 'householdsPresent'): NonNullable<RuleInput['shares']>[number] => ({
  id: 'women',
  count: 'womenPresent',
  threshold: atLeast(30, 100, base),
  onShort: 'warn',
  certainty: 'unsure',
});

/** A covenant is made by the full meeting, never by representatives; it takes the meeting's own quorum and majority. */
function covenant(key: string, meetingKey: string, title: RuleInput['title']): RuleInput[] {
  return [...villageRules, ...urbanRules]
    .filter((rule) => rule.key === meetingKey)
    .map((meeting) => ({
      ...meeting,
      key,
      title,
      shares: [women(meeting.votesOf === 'householdsPresent' ? 'householdsPresent' : 'present')],
    }));
}

/** Residents' covenant: the regime's meeting, with women attending (guidance of seven ministries, 2018). */
export const covenantRules: readonly RuleInput[] = [
  ...covenant('covenant.village', 'village.meeting', { 'zh-CN': '村规民约表决', 'en-US': 'Vote on the village covenant' }),
  ...covenant('covenant.urban2018.adults', 'urban2018.meeting.adults', {
    'zh-CN': '居民公约表决（全体居民，2025 年底前）',
    'en-US': "Vote on the residents' covenant (all adults, until 2025)",
  }),
  ...covenant('covenant.urban2018.households', 'urban2018.meeting.households', {
    'zh-CN': '居民公约表决（户代表，2025 年底前）',
    'en-US': "Vote on the residents' covenant (households, until 2025)",
  }),
  ...covenant('covenant.urban2026', 'urban2026.meeting', {
    'zh-CN': '居民公约表决（2026 年起，待确认）',
    'en-US': "Vote on the residents' covenant (from 2026, to be confirmed)",
  }),
];
