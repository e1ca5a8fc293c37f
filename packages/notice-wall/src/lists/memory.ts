import { monthList, type ListKey } from '../addresses';
import { noticeIdOf, type WallPlace, type WallState } from '../notice';
import type { Direction, ListChanges, ListEntry, WallSource } from './store';

/** A wall in memory: of an installation that writes it anew at each start, and of tests. */
export interface MemoryWall extends WallSource {
  save(changes: { readonly lists: ListChanges; readonly states: readonly WallState[] }): void;
}

/** @example const wall = memoryWall(); wall.save(await planChange(options, wall, change)); */
export function memoryWall(): MemoryWall {
  const states = new Map<string, WallState>();
  const pages = new Map<ListKey, Map<number, ListEntry[]>>();
  const last = new Map<ListKey, number>();
  const highestPage = new Map<ListKey, number>();
  const ofNotice = new Map<string, ListEntry[]>();
  const places = new Map<string, WallPlace>();

  const without = (entries: readonly ListEntry[] = [], gone: ListEntry) =>
    entries.filter(({ list, sequence }) => list !== gone.list || sequence !== gone.sequence);

  function add(entry: ListEntry): void {
    const { list, sequence, page, notice } = entry;
    const ofList = pages.get(list) ?? new Map<number, ListEntry[]>();
    pages.set(list, ofList);
    ofList.set(
      page,
      [...(ofList.get(page) ?? []), entry].toSorted((a, b) => a.sequence - b.sequence),
    );
    last.set(list, Math.max(sequence, last.get(list) ?? 0));
    highestPage.set(list, Math.max(page, highestPage.get(list) ?? 0));
    ofNotice.set(notice.id, [...(ofNotice.get(notice.id) ?? []), entry]);
  }

  function remove(entry: ListEntry): void {
    const ofList = pages.get(entry.list);
    const left = without(ofList?.get(entry.page), entry);
    if (left.length > 0) ofList?.set(entry.page, left);
    else ofList?.delete(entry.page);
    ofNotice.set(entry.notice.id, without(ofNotice.get(entry.notice.id), entry));
  }

  function nearest(list: ListKey, from: number, direction: Direction): number | null {
    const ofList = pages.get(list);
    const highest = highestPage.get(list) ?? 0;
    const step = direction === 'older' ? -1 : 1;
    for (let page = Math.min(from + step, highest + 1); page >= 1 && page <= highest + 1; page += step) {
      if (ofList?.has(page)) return page;
    }
    return null;
  }

  return {
    lastSequence: async (list) => last.get(list) ?? 0,
    entriesOfPage: async (list, page) => pages.get(list)?.get(page) ?? [],
    nearestPage: async (list, page, direction) => nearest(list, page, direction),
    entriesOfNotice: async (noticeId) => ofNotice.get(noticeId) ?? [],
    place: async (placeId) => places.get(placeId) ?? null,
    places: async () => [...places.values()],
    months: async (scope) =>
      [...pages]
        .filter(([list, ofList]) => ofList.size > 0 && list === monthList(scope, list.slice(-7)) && /\/\d{4}-\d{2}$/.test(list))
        .map(([list]) => list.slice(-7))
        .toSorted()
        .toReversed(),
    noticeState: async (noticeId) => states.get(noticeId) ?? null,
    async *noticeIds() {
      yield* states.keys();
    },
    save({ lists, states: changed }) {
      for (const entry of [...lists.removed, ...lists.replaced]) remove(entry);
      for (const entry of [...lists.added, ...lists.replaced]) add(entry);
      if (lists.place) places.set(lists.place.id, lists.place);
      for (const state of changed) states.set(noticeIdOf(state), state);
    },
  };
}
