import { kindList, placeScope, readListKey, type ListKey } from '../addresses';
import { AFTER_ALL_PAGES, listsAfter, type ListChanges, type ListPages } from '../lists';
import { WALL_KINDS } from '../notice';
import type { WallOptions } from '../options';
import type { WallPart } from './change';
import { openPageOf } from './open-page';

type PageName = number | 'front';

/** Every part that a change of the lists makes stale, and no other. */
export async function touchedParts(options: WallOptions, before: ListPages, changes: ListChanges): Promise<WallPart[]> {
  const after = listsAfter(before, changes);
  const lists = new Set([...changes.added, ...changes.replaced, ...changes.removed].map(({ list }) => list));
  const parts: WallPart[] = [];
  for (const list of lists) {
    const pages = await touchedPages({ options, before, after, list, changes });
    parts.push(...[...pages].map((page): WallPart => ({ part: 'list', list, page })));
    const sort = readListKey(list);
    if (sort.sort !== 'month' || (await isEmpty(before, list)) === (await isEmpty(after, list))) continue;
    parts.push({ part: 'archive', scope: sort.scope });
  }
  return withoutDoubles([...parts, ...partsOfPlace(changes)]);
}

interface Question {
  readonly options: WallOptions;
  readonly before: ListPages;
  readonly after: ListPages;
  readonly list: ListKey;
  readonly changes: ListChanges;
}

/** The front of a list shows its open page and the one before that has entries; every other page is a sealed file. */
async function touchedPages({ options, before, after, list, changes }: Question): Promise<Set<PageName>> {
  const touched = new Set<PageName>();
  const openBefore = await openPageOf(options, before, list);
  const openAfter = await openPageOf(options, after, list);
  const onFront = await before.nearestPage(list, openBefore, 'older');
  const isHere = (entry: { readonly list: ListKey }) => entry.list === list;
  if (changes.added.some(isHere)) touched.add('front');
  if (openAfter > openBefore) {
    touched.add(openBefore);
    await addNeighbours(openBefore);
  }
  for (const { page } of [...changes.replaced, ...changes.removed].filter(isHere)) {
    if (page === openBefore || page === onFront) touched.add('front');
    if (page < openAfter) touched.add(page);
    if ((await after.entriesOfPage(list, page)).length > 0) continue;
    touched.add('front');
    await addNeighbours(page);
  }
  return touched;

  async function addNeighbours(page: number): Promise<void> {
    const [older, newer] = [await after.nearestPage(list, page, 'older'), await after.nearestPage(list, page, 'newer')];
    if (older !== null) touched.add(older);
    if (newer !== null && newer < openAfter) touched.add(newer);
  }
}

async function isEmpty(store: ListPages, list: ListKey): Promise<boolean> {
  return (await store.nearestPage(list, AFTER_ALL_PAGES, 'older')) === null;
}

/** A place that is new, or is called otherwise, is named on these. */
function partsOfPlace({ place }: ListChanges): WallPart[] {
  if (!place) return [];
  const lists = [placeScope(place.id), ...WALL_KINDS.map((kind) => kindList(place.id, kind))];
  return [
    { part: 'front' },
    { part: 'archive', scope: placeScope(place.id) },
    ...lists.map((list): WallPart => ({ part: 'list', list, page: 'front' })),
  ];
}

const withoutDoubles = (parts: readonly WallPart[]): WallPart[] => [
  ...new Map(parts.map((part) => [JSON.stringify(part), part])).values(),
];
