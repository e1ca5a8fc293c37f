import { WALL_KINDS, type LocalDate, type NoticeSummary, type WallKind } from '../notice';

/** A list of the wall, which is also its folder: `all`, `c/PLACE`, `c/PLACE/publicity`, `c/PLACE/2026-11`, `search/17`. */
export type ListKey = string;
/** What has an archive by months: `all`, or one place. */
export type Scope = string;

/** What a list holds. */
export type ListSort =
  | { readonly sort: 'all'; readonly scope: Scope }
  | { readonly sort: 'kind'; readonly scope: Scope; readonly kind: WallKind }
  | { readonly sort: 'month'; readonly scope: Scope; readonly month: string }
  | { readonly sort: 'search' };

export const ALL: Scope = 'all';
export const placeScope = (placeId: string): Scope => `c/${placeId}`;
export const kindList = (placeId: string, kind: WallKind): ListKey => `${placeScope(placeId)}/${kind}`;
export const monthList = (scope: Scope, month: string): ListKey => `${scope}/${month}`;
export const searchList = (shard: number): ListKey => `search/${shard}`;

export const monthOf = (day: LocalDate): string => day.slice(0, 7);
/** `null` of the scope `all`. */
export const placeIdOf = (scope: Scope): string | null => (scope.startsWith('c/') ? scope.slice(2) : null);

export function readListKey(list: ListKey): ListSort {
  if (list.startsWith('search/')) return { sort: 'search' };
  const parts = list.split('/');
  const scope = parts[0] === 'c' ? parts.slice(0, 2).join('/') : ALL;
  const rest = list.slice(scope.length + 1);
  if (rest === '') return { sort: 'all', scope };
  const kind = WALL_KINDS.find((one) => one === rest);
  return kind ? { sort: 'kind', scope, kind } : { sort: 'month', scope, month: rest };
}

/** The lists of pages that name a notice. */
export const listsOf = ({ place, kind, publishedOn }: Pick<NoticeSummary, 'place' | 'kind' | 'publishedOn'>): ListKey[] => [
  ALL,
  monthList(ALL, monthOf(publishedOn)),
  placeScope(place.id),
  kindList(place.id, kind),
  monthList(placeScope(place.id), monthOf(publishedOn)),
];
