import type { ParameterDefinition } from '@wuxin/plugin-bpmn';

const LEVELS = ['county', 'township', 'community'] as const;
const DRAFT_SOURCE = {
  source: '本系统建议值，须由镇（街）确认',
  sourceEn: 'Proposed by this system; to be confirmed by the township',
};

const days = (
  key: string,
  [name, nameEn]: readonly [string, string],
  value: number,
  given: Partial<ParameterDefinition> = {},
): ParameterDefinition => ({
  key,
  name,
  nameEn,
  defaultValue: value,
  unit: 'days',
  floor: 0,
  limitKind: 'policy',
  certainty: 'unsure',
  levels: [...LEVELS],
  ...DRAFT_SOURCE,
  ...given,
});

/** Numbers of notices, objections and the calendar, each with where it comes from (P58, P59 of the domain specification). */
export const PARAMETERS: readonly ParameterDefinition[] = [
  days('notice.publicity_days', ['公示期', 'Period of a public notice'], 7, {
    floor: 5,
    source: '各地多为 5 至 7 日（山东公开栏不少于 5 日），本省条文未读到，须确认',
    sourceEn: 'Mostly 5 to 7 days (Shandong: boards at least 5); no text of this province was read: to be confirmed',
  }),
  days('notice.disclosure_days', ['公开张贴期', 'Period of a disclosure'], 10, {
    floor: 5,
    source: '重庆不少于 10 日、山东不少于 5 日，本省条文未读到，须确认',
    sourceEn: 'Chongqing: at least 10 days, Shandong: at least 5; no text of this province was read: to be confirmed',
  }),
  days('notice.announcement_days', ['公告张贴期', 'Period of an announcement'], 7),
  days('notice.meeting_days', ['会议通知提前期', 'How long before a meeting its notice is posted'], 10, {
    source: '《村民委员会组织法》村民会议提前十天通知；其他会议须确认',
    sourceEn: 'Organic Law of Villagers’ Committees: ten days for a villagers’ meeting; others to be confirmed',
  }),
  {
    key: 'notice.board_proof',
    name: '公示栏张贴的证明方式',
    nameEn: 'What proves that a notice hangs on a board',
    defaultValue: 'photo',
    options: [
      { value: 'photo', label: '现场照片', labelEn: 'A photo' },
      { value: 'twoPeople', label: '两人确认', labelEn: 'A second person' },
    ],
    certainty: 'unsure',
    levels: [...LEVELS],
    ...DRAFT_SOURCE,
  },
  days('notice.keep_days', ['期满后保留', 'How long a notice stays readable after its period'], 30),
];
