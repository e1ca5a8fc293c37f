import { archivePath, goneMarkPath, listPath, noticePath, PATHS, readListKey, type ListKey, type WallPath } from '../addresses';
import { pagesOnce, type ListEntry, type ListStore, type WallSource } from '../lists';
import type { WallOptions } from '../options';
import { archivePage, frontPage, listPage, noticePage, siteOf, type ListPart, type Site } from '../pages';
import type { WallPart } from './change';
import { archiveHead, listHead } from './heads';
import { openPageOf } from './open-page';

export interface WallFile {
  readonly path: WallPath;
  readonly content: string;
}

/** What to do in the folder of a wall; a path is in one of both. */
export interface FileChanges {
  readonly written: readonly WallFile[];
  readonly removed: readonly WallPath[];
}

/** `content: null`: there is no such file now. */
interface Rendered {
  readonly path: WallPath;
  readonly content: string | null;
}

/**
 * The files of some parts as they should be now, from what is stored now, each once: the same parts may be rendered again at any time, and
 * those of several changes together.
 *
 * @example await writeWall(folder, await renderParts(options, source, plan.touched));
 */
export async function renderParts(options: WallOptions, source: WallSource, parts: readonly WallPart[]): Promise<FileChanges> {
  const site = siteOf(options);
  const once = pagesOnce(source);
  const rendered = new Map<WallPath, string | null>();
  for (const part of parts) {
    for (const { path, content } of await renderPart(site, once, part)) rendered.set(path, content);
  }
  return {
    written: [...rendered].flatMap(([path, content]) => (content === null ? [] : [{ path, content }])),
    removed: [...rendered].flatMap(([path, content]) => (content === null ? [path] : [])),
  };
}

async function renderPart(site: Site, source: WallSource, part: WallPart): Promise<Rendered[]> {
  switch (part.part) {
    case 'front':
      return [{ path: PATHS.front, content: frontPage(site, await source.places()) }];
    case 'archive': {
      const months = await source.months(part.scope);
      const crumbs = await archiveHead(site, source, part.scope);
      return [{ path: archivePath(part.scope), content: archivePage(site, { scope: part.scope, months, crumbs }) }];
    }
    case 'list':
      return [await renderList(site, source, part)];
    case 'notice':
      return renderNotice(site, source, part.noticeId);
  }
}

async function renderNotice(site: Site, source: WallSource, noticeId: string): Promise<Rendered[]> {
  const state = await source.noticeState(noticeId);
  return [
    { path: noticePath(noticeId), content: state && noticePage(site, state) },
    { path: goneMarkPath(noticeId), content: state?.status === 'takenDown' ? '' : null },
  ];
}

async function renderList(
  site: Site,
  source: ListStore,
  { list, page }: { list: ListKey; page: number | 'front' },
): Promise<Rendered> {
  const path = listPath(list, page);
  const { sort } = readListKey(list);
  const shown = await (page === 'front' ? frontPart(site.options, source, list) : sealedPart(site.options, source, list, page));
  const mayBeEmpty = page === 'front' && (sort === 'all' || sort === 'kind');
  if (!shown || (shown.entries.length === 0 && !mayBeEmpty)) return { path, content: null };
  return { path, content: sort === 'search' ? searchPart(shown) : listPage(site, shown, await listHead(site, source, list)) };
}

async function frontPart(options: WallOptions, source: ListStore, list: ListKey): Promise<ListPart> {
  const open = await openPageOf(options, source, list);
  const before = await source.nearestPage(list, open, 'older');
  return {
    list,
    page: 'front',
    entries: [
      ...newestFirst(await source.entriesOfPage(list, open)),
      ...(before === null ? [] : newestFirst(await source.entriesOfPage(list, before))),
    ],
    older: before === null ? null : await source.nearestPage(list, before, 'older'),
    newer: null,
  };
}

async function sealedPart(options: WallOptions, source: ListStore, list: ListKey, page: number): Promise<ListPart | null> {
  const open = await openPageOf(options, source, list);
  if (page >= open) return null;
  const newer = await source.nearestPage(list, page, 'newer');
  return {
    list,
    page,
    entries: newestFirst(await source.entriesOfPage(list, page)),
    older: await source.nearestPage(list, page, 'older'),
    newer: newer === null || newer >= open ? 'front' : newer,
  };
}

const newestFirst = (entries: readonly ListEntry[]): ListEntry[] => entries.toReversed();

/** What the script of the search page reads. */
function searchPart({ entries, older }: ListPart): string {
  const rows = entries.map(({ notice }) => [notice.id, notice.number, notice.title, notice.place.name, notice.publishedOn]);
  return JSON.stringify({ entries: rows, older });
}
