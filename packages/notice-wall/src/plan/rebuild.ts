import { ALL, kindList, monthList, PATHS, placeScope, searchList, type ListKey } from '../addresses';
import { AFTER_ALL_PAGES, type WallSource } from '../lists';
import { WALL_KINDS } from '../notice';
import type { WallOptions } from '../options';
import { answerPage, goneForGoodPage, searchPage, siteOf, STYLE } from '../pages';
import { SEARCH_SCRIPT } from '../search';
import type { WallPart } from './change';
import { renderParts, type FileChanges, type WallFile } from './render';

const PARTS_AT_ONCE = 100;

/**
 * Every file of a wall, some at a time: of a new one, after its options changed, or after an upgrade. Files that are no part of it
 * any more are named only where a part says so; whoever wants to be sure begins with an empty folder.
 */
export async function* rebuildWall(options: WallOptions, source: WallSource): AsyncGenerator<FileChanges> {
  yield { written: fixedFiles(options), removed: [] };
  let parts: WallPart[] = [];
  for await (const part of allParts(options, source)) {
    parts.push(part);
    if (parts.length < PARTS_AT_ONCE) continue;
    yield await renderParts(options, source, parts);
    parts = [];
  }
  yield await renderParts(options, source, parts);
}

/** What depends on options only. */
export function fixedFiles(options: WallOptions): WallFile[] {
  const site = siteOf(options);
  const hasScript = options.searchShards !== null;
  return [
    { path: PATHS.style, content: STYLE },
    { path: PATHS.gone, content: goneForGoodPage(site) },
    ...(hasScript ? [{ path: PATHS.script, content: SEARCH_SCRIPT }] : []),
    ...(hasScript || options.searchAt !== null ? [{ path: PATHS.search, content: searchPage(site) }] : []),
    ...(options.answersAt === null ? [] : [{ path: PATHS.answer, content: answerPage(site) }]),
  ];
}

async function* allParts(options: WallOptions, source: WallSource): AsyncGenerator<WallPart> {
  yield { part: 'front' };
  for (const scope of [ALL, ...(await source.places()).map(({ id }) => placeScope(id))]) {
    yield { part: 'archive', scope };
    for (const month of await source.months(scope)) yield* partsOfList(source, monthList(scope, month));
    yield* partsOfList(source, scope);
  }
  for (const { id } of await source.places()) for (const kind of WALL_KINDS) yield* partsOfList(source, kindList(id, kind));
  for (let shard = 0; shard < (options.searchShards ?? 0); shard += 1) yield* partsOfList(source, searchList(shard));
  for await (const noticeId of source.noticeIds()) yield { part: 'notice', noticeId };
}

async function* partsOfList(source: WallSource, list: ListKey): AsyncGenerator<WallPart> {
  yield { part: 'list', list, page: 'front' };
  let page = await source.nearestPage(list, AFTER_ALL_PAGES, 'older');
  while (page !== null) {
    yield { part: 'list', list, page };
    page = await source.nearestPage(list, page, 'older');
  }
}
