import { listsOf } from '../addresses';
import type { ListChanges, ListEntry, ListStore } from '../lists';
import { summaryOf, type NoticeSummary, type WallNotice, type WallPlace } from '../notice';
import type { WallOptions } from '../options';
import { searchListsOf } from '../search';

const NOTHING: ListChanges = { added: [], replaced: [], removed: [], place: null };

/** Puts a notice into its lists, at their ends; what it is in already keeps its place. */
export async function showEntries(options: WallOptions, store: ListStore, notice: WallNotice): Promise<ListChanges> {
  const summary = summaryOf(notice);
  const search = options.searchShards === null ? [] : searchListsOf(notice, options.searchShards);
  const wanted = new Set([...listsOf(notice), ...search]);
  const present = await store.entriesOfNotice(notice.id);
  const isIn = new Set(present.map(({ list }) => list));
  const stays = present.filter(({ list }) => wanted.has(list));
  return {
    added: await Promise.all(
      [...wanted].filter((list) => !isIn.has(list)).map((list) => nextEntry(options, store, list, summary)),
    ),
    replaced: stays.filter((entry) => !isSame(entry.notice, summary)).map((entry) => ({ ...entry, notice: summary })),
    removed: present.filter(({ list }) => !wanted.has(list)),
    place: await changedPlace(store, notice.place),
  };
}

export const hideEntries = (entries: readonly ListEntry[]): ListChanges => ({ ...NOTHING, removed: entries });

export const bothChanges = (first: ListChanges, second: ListChanges): ListChanges => ({
  added: [...first.added, ...second.added],
  replaced: [...first.replaced, ...second.replaced],
  removed: [...first.removed, ...second.removed],
  place: second.place ?? first.place,
});

async function nextEntry({ pageSize }: WallOptions, store: ListStore, list: string, notice: NoticeSummary): Promise<ListEntry> {
  const sequence = (await store.lastSequence(list)) + 1;
  return { list, sequence, page: Math.ceil(sequence / pageSize), notice };
}

async function changedPlace(store: ListStore, { id, name, path }: WallPlace): Promise<WallPlace | null> {
  const known = await store.place(id);
  const isKnown = known !== null && known.name === name && known.path.join('\n') === path.join('\n');
  return isKnown ? null : { id, name, path };
}

const isSame = (a: NoticeSummary, b: NoticeSummary): boolean => JSON.stringify(summaryOf(a)) === JSON.stringify(b);
