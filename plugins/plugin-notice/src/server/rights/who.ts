import type { Actor, Request } from '@wuxin/plugin-bpmn';

/** Who asks, and what their roles give them beside their posts in a notice. */
export interface Who {
  readonly actor: Actor;
  /** Looks after kinds, boards and the calendar's catalogue; the text of a confidential objection does not come of it. */
  readonly isAdministrator: boolean;
  /** May draft notices. */
  readonly mayDraft: boolean;
  /** May enter objections and opinions that came at the window or on paper. */
  readonly mayReceive: boolean;
}

/** Names that no role strategy of NocoBase knows: only the snippets give them. */
const ADMINISTER = 'administer';
const DRAFT = 'draft';
const RECEIVE = 'receive';

export const NOTICES_SNIPPET = 'pm.wuxin.notices';
/** Whoever drafts notices, e.g. staff of a community. */
export const DRAFT_SNIPPET = 'wuxin.notices.draft';
/** Whoever takes objections at the window. */
export const RECEIVE_SNIPPET = 'wuxin.notices.receive';

/** What the snippets give: actions that are asked about, and that nobody can send. */
export const SNIPPET_ACTIONS = {
  [NOTICES_SNIPPET]: [`noticeNotices:${ADMINISTER}`, `noticeNotices:${DRAFT}`, `noticeNotices:${RECEIVE}`],
  [DRAFT_SNIPPET]: [`noticeNotices:${DRAFT}`],
  [RECEIVE_SNIPPET]: [`noticeNotices:${RECEIVE}`],
} as const;

export function whoOf({ actor, can }: Request): Who {
  const isAdministrator = can('noticeNotices', ADMINISTER);
  return {
    actor,
    isAdministrator,
    mayDraft: isAdministrator || can('noticeNotices', DRAFT),
    mayReceive: isAdministrator || can('noticeNotices', RECEIVE),
  };
}
