import { archivePath, kindList, listPath, noticePath, placeScope, relativePath, type ListKey, type WallPath } from '../addresses';
import { html, type Markup } from '../html';
import type { ListEntry } from '../lists';
import { WALL_KINDS, type NoticeSummary, type WallPlace } from '../notice';
import { page, type Crumb, type Site } from './frame';

/** One part of a list as it is to be shown; the newest entry comes first. */
export interface ListPart {
  readonly list: ListKey;
  readonly page: number | 'front';
  readonly entries: readonly ListEntry[];
  readonly older: number | null;
  /** `null` on the front, which has the newest. */
  readonly newer: number | 'front' | null;
}

export interface ListHead {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** On lists of one place: which kinds there are beside this one. */
  readonly place: WallPlace | null;
  /** Whose archive is linked. */
  readonly scope: string;
  readonly isOfPlace: boolean;
}

export function listPage(site: Site, part: ListPart, head: ListHead): string {
  const path = listPath(part.list, part.page);
  const { words } = site;
  return page(site, {
    path,
    title: head.title,
    crumbs: head.crumbs,
    main: html`<h1>${head.title}</h1>
      ${head.place && kindNavigation(site, path, part.list, head.place)}${part.entries.length === 0
        ? html`<p class="none">${words.say('list.none')}</p>`
        : listItems(
            site,
            path,
            part.entries.map(({ notice }) => notice),
            head.isOfPlace,
          )}
      ${turning(site, path, part)}
      <p><a href="${relativePath(path, archivePath(head.scope))}">${words.say('archive.title')}</a></p>`,
  });
}

export const listItems = (site: Site, path: WallPath, notices: readonly NoticeSummary[], isOfPlace = false): Markup =>
  html`<ol class="notices">
    ${notices.map((notice) => item(site, path, notice, isOfPlace))}
  </ol>`;

function item({ words }: Site, path: WallPath, notice: NoticeSummary, isOfPlace: boolean): Markup {
  const { id, number, kind, title, place, publishedOn, endsOn } = notice;
  const day = html`<time datetime="${publishedOn}">${words.day(publishedOn)}</time>`;
  const until = endsOn !== null && html` · ${words.say('list.until', { day: words.day(endsOn) })}`;
  return html`<li>
    <a href="${relativePath(path, noticePath(id))}">${title}</a>
    <p>
      <span class="kind">${words.say(`kind.${kind}`)}</span> ${!isOfPlace && `${place.name} · `}${day}${until} ·
      <span class="number">${number}</span>
    </p>
  </li> `;
}

function kindNavigation({ words }: Site, path: WallPath, list: ListKey, { id }: WallPlace): Markup {
  const link = (to: ListKey, text: string) =>
    html`<li>
      <a href="${relativePath(path, listPath(to, 'front'))}" ${to === list && html` aria-current="page"`}>${text}</a>
    </li>`;
  return html`<nav class="kinds" aria-label="${words.say('list.kinds')}">
    <ul>
      ${link(placeScope(id), words.say('list.all'))}${WALL_KINDS.map((kind) =>
        link(kindList(id, kind), words.say(`kind.${kind}`)),
      )}
    </ul>
  </nav> `;
}

function turning({ words }: Site, path: WallPath, { list, older, newer, page: here }: ListPart): Markup | null {
  if (older === null && newer === null) return null;
  const link = (to: number | 'front', text: string) =>
    html`<li><a href="${relativePath(path, listPath(list, to))}">${text}</a></li>`;
  return html`<nav class="turning" aria-label="${words.say('list.pages')}">
    <ul>
      ${here !== 'front' && link('front', words.say('list.newest'))}${newer !== null &&
      newer !== 'front' &&
      link(newer, words.say('list.newer'))}${older !== null && link(older, words.say('list.older'))}
    </ul>
  </nav>`;
}
