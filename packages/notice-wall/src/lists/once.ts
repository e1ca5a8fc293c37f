import type { ListEntry, WallSource } from './store';

/** The same source, asked only once for each page of a list. */
export function pagesOnce(source: WallSource): WallSource {
  const pages = new Map<string, Promise<readonly ListEntry[]>>();
  return {
    lastSequence: (list) => source.lastSequence(list),
    nearestPage: (list, page, direction) => source.nearestPage(list, page, direction),
    entriesOfNotice: (noticeId) => source.entriesOfNotice(noticeId),
    place: (placeId) => source.place(placeId),
    places: () => source.places(),
    months: (scope) => source.months(scope),
    noticeState: (noticeId) => source.noticeState(noticeId),
    noticeIds: () => source.noticeIds(),
    entriesOfPage(list, page) {
      const key = `${list} ${page}`;
      const known = pages.get(key) ?? source.entriesOfPage(list, page);
      pages.set(key, known);
      return known;
    },
  };
}
