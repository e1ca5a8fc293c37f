import { noticePath } from '../addresses';
import { html } from '../html';
import type { NoticeSummary } from '../notice';
import type { WallOptions } from '../options';
import { listItems } from './list';
import { page, siteOf } from './frame';
import { searchForm } from './search';

/** Pages that an app answers with beside those of the folder: their address is one step below the front page. */
const PATH = 'served';

/** What a search has found, the newest first. What was asked stands in the form only. */
export function foundPage(
  options: WallOptions,
  { query, found, said }: { readonly query: string; readonly found: readonly NoticeSummary[]; readonly said: string | null },
): string {
  const site = siteOf(options);
  const title = site.words.say('search.title');
  return page(site, {
    path: PATH,
    title,
    main: html`<h1>${title}</h1>
      ${searchForm(site, query)} ${said !== null && html`<p role="status">${said}</p>`}
      ${found.length > 0 && listItems(site, PATH, found)}`,
  });
}

/** A short page: what became of what somebody sent. */
export function tellPage(
  options: WallOptions,
  told: {
    readonly title: string;
    readonly lines: readonly string[];
    readonly facts?: readonly (readonly [name: string, value: string])[];
    /** Of the notice that it is about. */
    readonly noticeId?: string;
  },
): string {
  const site = siteOf(options);
  return page(site, {
    path: PATH,
    title: told.title,
    main: html`<h1>${told.title}</h1>
      ${told.lines.map((line) => html`<p>${line}</p>`)}
      ${told.facts !== undefined &&
      told.facts.length > 0 &&
      html`<dl class="facts">
        ${told.facts.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div> `,
        )}
      </dl>`}
      ${told.noticeId !== undefined &&
      html`<p><a class="go" href="${noticePath(told.noticeId)}">${site.words.say('served.back')}</a></p>`}`,
  });
}
