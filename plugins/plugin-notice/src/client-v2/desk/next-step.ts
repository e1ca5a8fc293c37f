import type { NoticeAct, NoticeDesk, NoticePost } from '../../common/api';

/** The one thing that comes next, as whoever looks at the notice sees it: something to do, or whom it waits for. */
export type NextStep =
  | { readonly kind: 'write' | 'check' | 'submit' | 'approve' | 'publish' | 'finished' | 'cancelled' }
  | { readonly kind: 'name'; readonly posts: readonly NoticePost[] }
  | { readonly kind: 'post' | 'confirm' | 'papers'; readonly boards: number }
  | { readonly kind: 'waitUntil'; readonly day: string }
  | { readonly kind: 'waitFor'; readonly post: NoticePost; readonly people: readonly string[] }
  | { readonly kind: 'running'; readonly endsOn: string; readonly openObjections: number }
  | { readonly kind: 'corrected'; readonly next: { readonly id: string; readonly number: string } };

export const hasText = ({ body }: Pick<NoticeDesk, 'body'>): boolean =>
  body.some((block) =>
    block.kind === 'table' ? block.rows.some((cells) => cells.some(({ text }) => text.trim() !== '')) : block.text.trim() !== '',
  );

const namesAt = (notice: NoticeDesk, post: NoticePost): string[] =>
  notice.staff.flatMap((one) => (one.post === post ? [one.name] : []));

/** Posts without which a notice is not submitted; whoever drafts it does not approve it. */
export function vacantPosts({ staff, takesObjections }: NoticeDesk): NoticePost[] {
  const drafters = new Set(staff.flatMap(({ post, id }) => (post === 'drafter' ? [id] : [])));
  const needed: NoticePost[] = ['approver', 'poster', ...(takesObjections ? (['decider'] as const) : [])];
  return needed.filter((post) => !staff.some((one) => one.post === post && (post !== 'approver' || !drafters.has(one.id))));
}

export function nextStepOf(notice: NoticeDesk): NextStep {
  const may = (act: NoticeAct) => notice.may.includes(act);
  const waitFor = (post: NoticePost): NextStep => ({ kind: 'waitFor', post, people: namesAt(notice, post) });
  switch (notice.status) {
    case 'draft': {
      if (!may('noticeNotices:update')) return waitFor('drafter');
      if (!hasText(notice)) return { kind: 'write' };
      const posts = vacantPosts(notice);
      if (posts.length > 0) return { kind: 'name', posts };
      return { kind: notice.check?.isCurrent ? 'submit' : 'check' };
    }
    case 'submitted':
      return may('noticeNotices:approve') ? { kind: 'approve' } : waitFor('approver');
    case 'approved':
      if (notice.notBefore !== null && notice.notBefore > notice.today) return { kind: 'waitUntil', day: notice.notBefore };
      return may('noticeNotices:publish') ? { kind: 'publish' } : waitFor('poster');
    case 'posting':
      return postingStep(notice, may, waitFor);
    case 'running':
      return { kind: 'running', endsOn: notice.endsOn ?? '', openObjections: notice.objections.open };
    case 'ended':
    case 'withdrawn': {
      const boards = notice.postings.filter(({ postedOn, takenDownOn }) => postedOn !== null && takenDownOn === null).length;
      if (boards > 0 && may('noticeNotices:noteTakenDown')) return { kind: 'papers', boards };
      return notice.next ? { kind: 'corrected', next: notice.next } : { kind: 'finished' };
    }
    case 'cancelled':
      return { kind: 'cancelled' };
  }
}

function postingStep(notice: NoticeDesk, may: (act: NoticeAct) => boolean, waitFor: (post: NoticePost) => NextStep): NextStep {
  const asked = notice.postings.filter(({ status }) => status === 'asked').length;
  if (asked > 0) return may('noticeNotices:notePosted') ? { kind: 'post', boards: asked } : waitFor('poster');
  const unproven = notice.postings.filter(({ isProven }) => !isProven).length;
  return may('noticeNotices:confirmPosting') ? { kind: 'confirm', boards: unproven } : waitFor('supervisor');
}
