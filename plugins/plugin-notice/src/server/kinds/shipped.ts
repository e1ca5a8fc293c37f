import type { NoticeKind } from '../../common/api';

/** Kinds that come with the software. Their numbers are parameters, see {@link PARAMETERS}. */
export const SHIPPED_KINDS: readonly NoticeKind[] = [
  {
    key: 'publicity',
    form: 'publicity',
    title: { 'zh-CN': '公示', 'en-US': 'Public notice with objections' },
    takesObjections: true,
    periodUnit: 'calendarDays',
    periodParameter: 'notice.publicity_days',
    keepParameter: 'notice.keep_days',
  },
  {
    key: 'disclosure',
    form: 'disclosure',
    title: { 'zh-CN': '公开', 'en-US': 'Disclosure' },
    takesObjections: false,
    periodUnit: 'calendarDays',
    periodParameter: 'notice.disclosure_days',
    keepParameter: 'notice.keep_days',
  },
  {
    key: 'announcement',
    form: 'announcement',
    title: { 'zh-CN': '公告', 'en-US': 'Announcement' },
    takesObjections: false,
    periodUnit: 'calendarDays',
    periodParameter: 'notice.announcement_days',
    keepParameter: 'notice.keep_days',
  },
  {
    key: 'meetingNotice',
    form: 'meetingNotice',
    title: { 'zh-CN': '会议通知', 'en-US': 'Notice of a meeting' },
    takesObjections: false,
    periodUnit: 'calendarDays',
    periodParameter: 'notice.meeting_days',
    keepParameter: 'notice.keep_days',
  },
];
