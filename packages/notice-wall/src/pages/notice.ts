import { kindList, listPath, noticePath, placeScope, relativePath, type WallPath } from '../addresses';
import { html, linkTo, type Markup } from '../html';
import {
  summaryOf,
  type NoticeReference,
  type NoticeSummary,
  type OpinionFeedback,
  type WallAttachment,
  type WallNotice,
  type WallState,
} from '../notice';
import { qrSvg } from '../qr';
import type { WordKey } from '../words';
import { blocks, lines } from './blocks';
import { page, type Crumb, type Site } from './frame';
import { responses } from './responses';

/** The page of a notice, whether it hangs or not. */
export function noticePage(site: Site, state: WallState): string {
  switch (state.status) {
    case 'published':
      return publishedPage(site, state.notice);
    case 'takenDown':
      return shortPage(site, state.summary, 'gone.title', [
        html`<p>${site.words.say('gone.text', { number: state.summary.number, day: site.words.day(state.on) })}</p>`,
        html`<p>${site.words.say('gone.ask')}</p>`,
      ]);
    case 'superseded':
      return shortPage(site, state.summary, 'superseded.title', [
        html`<p>${site.words.say('superseded.text', { number: state.summary.number })}</p>`,
        successor(site, noticePath(state.summary.id), state.by),
      ]);
  }
}

function successor({ words }: Site, path: WallPath, { id, number }: NoticeReference): Markup {
  return html`<p><a class="go" href="${relativePath(path, noticePath(id))}">${words.say('superseded.new', { number })}</a></p>`;
}

/** Neither title nor text: perhaps they are why it is gone. */
function shortPage(site: Site, summary: NoticeSummary, title: WordKey, text: readonly Markup[]): string {
  return page(site, {
    path: noticePath(summary.id),
    title: site.words.say(title),
    crumbs: crumbsOf(site, summary).slice(0, 1),
    main: html`<h1>${site.words.say(title)}</h1>
      ${text}`,
  });
}

const crumbsOf = ({ words }: Site, { place, kind }: NoticeSummary): Crumb[] => [
  { text: place.name, to: listPath(placeScope(place.id), 'front') },
  { text: words.say(`kind.${kind}`), to: listPath(kindList(place.id, kind), 'front') },
];

function publishedPage(site: Site, notice: WallNotice): string {
  const path = noticePath(notice.id);
  const { words } = site;
  return page(site, {
    path,
    title: notice.title,
    crumbs: crumbsOf(site, summaryOf(notice)),
    main: html`<article>
      <p class="kind">${words.say(`kind.${notice.kind}`)}</p>
      <h1>${notice.title}</h1>
      ${facts(site, notice)}
      ${notice.supersedes &&
      html`<p class="supersedes">${words.say('notice.supersedes', { number: notice.supersedes.number })}</p> `}
      <div class="text">${blocks(words, notice.blocks)}</div>
      ${notice.attachments.length > 0 && attachments(site, notice.attachments, path)}
      ${notice.opinions.length > 0 && opinions(site, notice.opinions)} ${responses(site, notice, path)}
      ${proof(site, notice, path)}
    </article>`,
  });
}

function facts({ words }: Site, { number, place, publishedOn, startsOn, endsOn, keepUntil }: WallNotice): Markup {
  const row = (key: WordKey, value: Markup | string) =>
    html`<div>
      <dt>${words.say(key)}</dt>
      <dd>${value}</dd>
    </div> `;
  const day = (one: string) => html`<time datetime="${one}">${words.day(one)}</time>`;
  const period = endsOn && words.say('notice.periodClosed', { from: words.day(startsOn ?? publishedOn), to: words.day(endsOn) });
  return html`<dl class="facts">
    ${row('notice.number', number)}${row('notice.place', place.path.length > 0 ? place.path.join(' ') : place.name)}${row(
      'notice.published',
      day(publishedOn),
    )}${period && row('notice.period', period)}${keepUntil && row('notice.keepUntil', day(keepUntil))}
  </dl>`;
}

/** What no page may link to is named without a link. */
function attachments({ words }: Site, all: readonly WallAttachment[], path: WallPath): Markup {
  const item = ({ name, sizeInBytes, sha256, href }: WallAttachment) => {
    const safe = linkTo(href);
    const to = safe && (/^(https?:|\/)/i.test(safe) ? safe : relativePath(path, safe));
    return html`<li>
      ${to ? html`<a href="${to}" rel="noopener noreferrer" download="${name}">${name}</a>` : name}
      <span class="size">${words.size(sizeInBytes)}</span>
      <details>
        <summary>${words.say('notice.sha256')}</summary>
        <code>${sha256}</code>
      </details>
    </li> `;
  };
  return html`<section aria-labelledby="attachments">
    <h2 id="attachments">${words.say('notice.attachments')}</h2>
    <ul class="files">
      ${all.map(item)}
    </ul>
  </section>`;
}

function opinions({ words }: Site, all: readonly OpinionFeedback[]): Markup {
  return html`<section aria-labelledby="opinions">
    <h2 id="opinions">${words.say('opinions.title')}</h2>
    <ol class="opinions">
      ${all.map(
        ({ summary, isAdopted, reason }) =>
          html`<li>
            <p>${lines(summary)}</p>
            <p>
              <strong>${words.say(isAdopted ? 'opinions.adopted' : 'opinions.notAdopted')}</strong>${reason !== '' &&
              html` ${lines(reason)}`}
            </p>
          </li> `,
      )}
    </ol>
  </section>`;
}

/** For the printed sheet too: paper on a board leads back to this page. */
function proof({ options, words }: Site, { certificateHash }: WallNotice, path: WallPath): Markup | null {
  if (certificateHash === null && options.address === null) return null;
  return html`<section class="proof" aria-labelledby="proof">
    <h2 id="proof">${words.say('notice.proof')}</h2>
    ${certificateHash !== null &&
    html`<p>${words.say('notice.certificate')}<br /><code>${certificateHash}</code></p> `}${options.address !== null &&
    html`<figure>
      ${qrSvg(`${options.address}${path}`, words.say('notice.qr'))}
      <figcaption>${words.say('notice.qr')}</figcaption>
    </figure>`}
  </section>`;
}
