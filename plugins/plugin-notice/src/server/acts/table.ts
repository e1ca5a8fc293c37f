import type { NoticeAct, NoticePost, NoticeStatus } from '../../common/api';

/** Who does something of a notice, and in which state of it. */
export interface Act {
  readonly posts: readonly NoticePost[];
  readonly statuses: readonly NoticeStatus[];
  /** Only the post itself: an administrator is no second person. */
  readonly isForPostsOnly?: true;
}

const POSTED = ['posting', 'running'] as const;

/** Every change of a notice by the name of its action. What the desk offers and what a command refuses is the same line. */
export const ACTS: Readonly<Record<NoticeAct, Act>> = {
  'noticeNotices:update': { posts: ['drafter'], statuses: ['draft'] },
  'noticeNotices:setStaff': { posts: ['drafter'], statuses: ['draft', 'submitted', 'approved', ...POSTED] },
  'noticeNotices:addFile': { posts: ['drafter'], statuses: ['draft'] },
  'noticeNotices:removeFile': { posts: ['drafter'], statuses: ['draft'] },
  'noticeNotices:check': { posts: ['drafter'], statuses: ['draft'] },
  'noticeNotices:redact': { posts: ['drafter'], statuses: ['draft'] },
  'noticeNotices:submit': { posts: ['drafter'], statuses: ['draft'] },
  'noticeNotices:return': { posts: ['approver'], statuses: ['submitted', 'approved'] },
  'noticeNotices:approve': { posts: ['approver'], statuses: ['submitted'], isForPostsOnly: true },
  'noticeNotices:cancel': { posts: ['drafter'], statuses: ['draft', 'submitted', 'approved'] },
  'noticeNotices:publish': { posts: ['poster'], statuses: ['approved'] },
  'noticeNotices:addPhoto': { posts: ['poster'], statuses: POSTED },
  'noticeNotices:notePosted': { posts: ['poster'], statuses: POSTED },
  'noticeNotices:confirmPosting': { posts: ['poster', 'drafter', 'supervisor'], statuses: POSTED, isForPostsOnly: true },
  'noticeNotices:noteTakenDown': { posts: ['poster'], statuses: ['ended', 'withdrawn'] },
  'noticeNotices:takeDown': { posts: ['approver', 'poster'], statuses: [...POSTED, 'ended'] },
  'noticeNotices:correct': { posts: ['approver'], statuses: POSTED },
};
