import type { NoticeAct, NoticePost, NoticeStatus } from '../../common/api';
import type { Who } from '../rights';
import { ACTS } from './table';

/** Whether somebody with these posts may do it at all, whatever state the notice is in. */
export function isFor(name: NoticeAct, { isAdministrator }: Pick<Who, 'isAdministrator'>, posts: readonly NoticePost[]): boolean {
  const act = ACTS[name];
  return (isAdministrator && !act.isForPostsOnly) || posts.some((post) => act.posts.includes(post));
}

const NAMES = Object.keys(ACTS) as NoticeAct[]; // its keys are these

/** Everything that somebody may do now. */
export const mayDo = (
  who: Pick<Who, 'isAdministrator'>,
  posts: readonly NoticePost[],
  { status }: { readonly status: NoticeStatus },
): NoticeAct[] => NAMES.filter((name) => isFor(name, who, posts) && ACTS[name].statuses.includes(status));
