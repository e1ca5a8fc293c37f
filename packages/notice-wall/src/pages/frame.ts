import { PATHS, relativePath, type WallPath } from '../addresses';
import { html, type Markup, type Shown } from '../html';
import type { WallOptions } from '../options';
import { wordsOf, type Words } from '../words';

/** What every page needs to know besides its content. */
export interface Site {
  readonly options: WallOptions;
  readonly words: Words;
}

export const siteOf = (options: WallOptions): Site => ({ options, words: wordsOf(options.locale) });

export interface Crumb {
  readonly text: string;
  readonly to: WallPath;
}

interface Page {
  readonly path: WallPath;
  readonly title: string;
  /** The way from the front page to the page above this one. */
  readonly crumbs?: readonly Crumb[];
  readonly main: Shown;
  readonly hasSearchScript?: boolean;
}

/**
 * A whole page. Search engines are asked to keep away: a notice is for a period, and their copies would outlive it.
 */
export function page({ options, words }: Site, { path, title, crumbs = [], main, hasSearchScript = false }: Page): string {
  const to = (target: WallPath) => relativePath(path, target);
  const isFront = path === PATHS.front;
  return html`<!doctype html>
    <html lang="${words.locale === 'zh-CN' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, noarchive" />
        <meta name="referrer" content="no-referrer" />
        <title>${isFront ? title : `${title} - ${options.title}`}</title>
        <link rel="stylesheet" href="${to(PATHS.style)}" />
        ${hasSearchScript && html`<script src="${to(PATHS.script)}" defer></script> `}
      </head>
      <body>
        <a class="skip" href="#main">${words.say('frame.skip')}</a>
        <header class="top">
          ${isFront
            ? html`<h1 class="wall">${options.title}</h1>`
            : html`<p class="wall"><a href="${to(PATHS.front)}">${options.title}</a></p>`}
          <p class="type"><input type="checkbox" id="large" /><label for="large">${words.say('frame.large')}</label></p>
        </header>
        ${!isFront && breadcrumbs(words, to, crumbs)}
        <main id="main" lang="zh-CN">${main}</main>
        <footer><p>${words.say('frame.foot')}</p></footer>
      </body>
    </html> `.toString();
}

function breadcrumbs(words: Words, to: (path: WallPath) => string, crumbs: readonly Crumb[]): Markup {
  const all = [{ text: words.say('frame.home'), to: PATHS.front }, ...crumbs];
  return html`<nav class="where" aria-label="${words.say('frame.where')}">
    <ol>
      ${all.map((crumb) => html`<li><a href="${to(crumb.to)}">${crumb.text}</a></li>`)}
    </ol>
  </nav> `;
}
