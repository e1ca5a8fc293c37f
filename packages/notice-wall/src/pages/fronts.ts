import { ALL, archivePath, listPath, monthList, PATHS, placeScope, relativePath, type Scope } from '../addresses';
import { html, type Markup } from '../html';
import type { WallPlace } from '../notice';
import { page, type Crumb, type Site } from './frame';
import { searchForm } from './search';

/** Above this, the communities of a township are folded away until somebody opens them. */
const PLACES_AT_ONCE = 40;

/** The front page, whose heading is the name of the wall above it: search, the newest notices, and every community below its township. */
export function frontPage(site: Site, places: readonly WallPlace[]): string {
  const { words, options } = site;
  const path = PATHS.front;
  return page(site, {
    path,
    title: options.title,
    main: html`${options.searchAt !== null && searchForm(site)}
      <ul class="ways">
        <li><a href="${listPath(ALL, 'front')}">${words.say('front.newest')}</a></li>
        <li><a href="${archivePath(ALL)}">${words.say('archive.title')}</a></li>
        ${options.searchAt === null &&
        options.searchShards !== null &&
        html`<li><a href="${PATHS.search}">${words.say('search.title')}</a></li> `}${options.answersAt !== null &&
        html`<li><a href="${PATHS.answer}">${words.say('answer.title')}</a></li> `}
      </ul>
      <h2>${words.say('front.places')}</h2>
      ${places.length === 0 ? html`<p class="none">${words.say('front.none')}</p>` : groups(places)}`,
  });
}

function groups(places: readonly WallPlace[]): Markup {
  const byTownship = new Map<string, WallPlace[]>();
  const sorted = places.toSorted((a, b) => compare([...a.path, a.name, a.id].join(' '), [...b.path, b.name, b.id].join(' ')));
  for (const place of sorted) {
    const township = place.path.slice(0, -1).join(' ');
    byTownship.set(township, [...(byTownship.get(township) ?? []), place]);
  }
  const list = (those: readonly WallPlace[]) =>
    html`<ul class="places">
      ${those.map(({ id, name }) => html`<li><a href="${listPath(placeScope(id), 'front')}">${name}</a></li>`)}
    </ul>`;
  return html`${[...byTownship].map(([township, those]) =>
    township === ''
      ? html`${list(those)} `
      : places.length > PLACES_AT_ONCE
        ? html`<details>
            <summary>${township}</summary>
            ${list(those)}
          </details> `
        : html`<h3>${township}</h3>
            ${list(those)} `,
  )}`;
}

/** By code unit: the same on every machine, which the order of a locale is not. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The months of a place, or of the whole wall, in which something was published that still hangs. */
export function archivePage(
  site: Site,
  { scope, months, crumbs }: { scope: Scope; months: readonly string[]; crumbs: readonly Crumb[] },
): string {
  const { words } = site;
  const path = archivePath(scope);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const link = (month: string) =>
    html`<li><a href="${relativePath(path, listPath(monthList(scope, month), 'front'))}">${words.month(month)}</a></li>`;
  return page(site, {
    path,
    title: words.say('archive.title'),
    crumbs,
    main: html`<h1>${words.say('archive.title')}</h1>
      ${months.length === 0 && html`<p class="none">${words.say('list.none')}</p>`}${years.map(
        (year) =>
          html`<h2>${words.say('archive.year', { year })}</h2>
            <ul class="months">
              ${months.filter((month) => month.startsWith(year)).map(link)}
            </ul> `,
      )}`,
  });
}
