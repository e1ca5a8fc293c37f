import { ALL, archivePath, PATHS } from '../addresses';
import { html, type Markup } from '../html';
import { page, type Site } from './frame';

/** Goes to the app, where there is one; a static mirror has its script instead. */
export function searchForm({ options, words }: Site, query = ''): Markup {
  return html`<form
    id="search"
    class="search"
    role="search"
    method="get"
    ${options.searchAt !== null && html` action="${options.searchAt}"`}
    accept-charset="utf-8"
    ${options.searchShards !== null &&
    html` data-shards="${options.searchShards}" data-none="${words.say('search.none')}" data-short="${words.say('search.short')}"
    data-failed="${words.say('search.failed')}"`}
  >
    <p>
      <label for="q">${words.say('search.label')}</label>
      <input
        id="q"
        name="q"
        type="search"
        maxlength="60"
        ${query !== '' && html` value="${query}"`}
        required
        aria-describedby="hint"
      />
      <button>${words.say('search.send')}</button>
    </p>
    <p id="hint" class="hint">${words.say('search.hint')}</p>
  </form>`;
}

export function searchPage(site: Site): string {
  const { words, options } = site;
  return page(site, {
    path: PATHS.search,
    title: words.say('search.title'),
    hasSearchScript: options.searchShards !== null,
    main: html`<h1>${words.say('search.title')}</h1>
      ${options.searchAt === null && html`<noscript><p class="none">${words.say('search.noScript')}</p></noscript> `}${searchForm(
        site,
      )}
      ${options.searchShards !== null &&
      html`<p id="said" role="status"></p>
        <ol id="found" class="notices"></ol>
        <p><button type="button" id="more" hidden>${words.say('search.more')}</button></p> `}
      <p><a href="${archivePath(ALL)}">${words.say('archive.title')}</a></p>`,
  });
}
