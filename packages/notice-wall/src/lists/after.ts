import type { ListKey } from '../addresses';
import type { Direction, ListChanges, ListEntry, ListStore } from './store';

/** How far the pages of lists are looked at before they are rendered. */
export type ListPages = Pick<ListStore, 'lastSequence' | 'entriesOfPage' | 'nearestPage'>;

/** The lists as they are after a change that is not saved yet. Each page is asked for once. */
export function listsAfter(store: ListPages, { added, replaced, removed }: ListChanges): ListPages {
  const pages = new Map<string, Promise<readonly ListEntry[]>>();

  async function changedPage(list: ListKey, page: number): Promise<readonly ListEntry[]> {
    const isHere = (entry: ListEntry) => entry.list === list && entry.page === page;
    const gone = new Set([...removed, ...replaced].filter(isHere).map(({ sequence }) => sequence));
    const kept = (await store.entriesOfPage(list, page)).filter(({ sequence }) => !gone.has(sequence));
    return [...kept, ...[...added, ...replaced].filter(isHere)].toSorted((a, b) => a.sequence - b.sequence);
  }

  function entriesOfPage(list: ListKey, page: number): Promise<readonly ListEntry[]> {
    const key = `${list} ${page}`;
    const known = pages.get(key) ?? changedPage(list, page);
    pages.set(key, known);
    return known;
  }

  async function nearestPage(list: ListKey, page: number, direction: Direction): Promise<number | null> {
    const isOlder = direction === 'older';
    const isBeyond = (one: number) => (isOlder ? one < page : one > page);
    const opened = added.filter((entry) => entry.list === list && isBeyond(entry.page)).map((entry) => entry.page);
    const stored = await nearestStored(list, page, direction);
    const found = stored === null ? opened : [...opened, stored];
    return found.length === 0 ? null : isOlder ? Math.max(...found) : Math.min(...found);
  }

  /** Steps over the pages that the change empties: one a notice that it takes away. */
  async function nearestStored(list: ListKey, from: number, direction: Direction): Promise<number | null> {
    for (let page = await store.nearestPage(list, from, direction); page !== null; ) {
      const one = page;
      const loses = removed.some((entry) => entry.list === list && entry.page === one);
      if (!loses || (await entriesOfPage(list, one)).length > 0) return one;
      page = await store.nearestPage(list, one, direction);
    }
    return null;
  }

  return {
    entriesOfPage,
    nearestPage,
    lastSequence: async (list) =>
      Math.max(await store.lastSequence(list), ...added.filter((entry) => entry.list === list).map(({ sequence }) => sequence)),
  };
}
