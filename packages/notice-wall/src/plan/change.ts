import type { ListKey, Scope } from '../addresses';
import type { ListChanges } from '../lists';
import type { LocalDate, WallNotice, WallState } from '../notice';

/** What happens to the wall. */
export type WallChange =
  /** For the first time, or again with other content: whatever differs is changed. */
  | { readonly kind: 'publish'; readonly notice: WallNotice }
  /** Its time is over, or it should not hang. */
  | { readonly kind: 'takeDown'; readonly noticeId: string; readonly on: LocalDate }
  /** A corrected notice takes its place; the old text is gone, its page leads to the new one. */
  | { readonly kind: 'supersede'; readonly noticeId: string; readonly by: WallNotice };

/** One thing of the wall that is written anew from what is stored; plain data, so that a job can carry it. */
export type WallPart =
  | { readonly part: 'front' }
  | { readonly part: 'archive'; readonly scope: Scope }
  | { readonly part: 'list'; readonly list: ListKey; readonly page: number | 'front' }
  | { readonly part: 'notice'; readonly noticeId: string };

export interface WallPlan {
  /** To be saved in one transaction, with `states`. */
  readonly lists: ListChanges;
  /** How the notices that are named stand from now on. */
  readonly states: readonly WallState[];
  /** To be rendered and written after that, by one writer at a time; again after a crash, as often as needed. */
  readonly touched: readonly WallPart[];
}
