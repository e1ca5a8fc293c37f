import type { NoticeOutcome, NoticePost, NoticeStatus, PeriodUnit } from '../../common/api';
import type { TextKey } from '../i18n';

export const STATUSES: readonly NoticeStatus[] = [
  'draft',
  'submitted',
  'approved',
  'posting',
  'running',
  'ended',
  'withdrawn',
  'cancelled',
];
export const POSTS: readonly NoticePost[] = ['drafter', 'approver', 'poster', 'decider', 'superior', 'supervisor'];

export const STATUS_TEXT = {
  draft: 'notice.status.draft',
  submitted: 'notice.status.submitted',
  approved: 'notice.status.approved',
  posting: 'notice.status.posting',
  running: 'notice.status.running',
  ended: 'notice.status.ended',
  withdrawn: 'notice.status.withdrawn',
  cancelled: 'notice.status.cancelled',
} as const satisfies Record<NoticeStatus, TextKey>;

export const POST_TEXT = {
  drafter: 'notice.post.drafter',
  approver: 'notice.post.approver',
  poster: 'notice.post.poster',
  decider: 'notice.post.decider',
  superior: 'notice.post.superior',
  supervisor: 'notice.post.supervisor',
} as const satisfies Record<NoticePost, TextKey>;

export const OUTCOME_TEXT = {
  undisputed: 'notice.outcome.undisputed',
  rejected: 'notice.outcome.rejected',
  upheld: 'notice.outcome.upheld',
} as const satisfies Record<NoticeOutcome, TextKey>;

export const UNIT_TEXT = {
  calendarDays: 'notice.unit.calendarDays',
  workingDays: 'notice.unit.workingDays',
} as const satisfies Record<PeriodUnit, TextKey>;
