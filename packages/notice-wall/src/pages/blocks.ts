import { html, type Markup } from '../html';
import type { WallBlock } from '../notice';
import type { Words } from '../words';

/** The text of a notice. Headings come below those of the page; a wide table moves sideways in a box of its own. */
export const blocks = (words: Words, all: readonly WallBlock[]): Markup => html`${all.map((one) => html`${block(words, one)} `)}`;

function block(words: Words, one: WallBlock): Markup {
  switch (one.kind) {
    case 'heading':
      return html`<h2>${one.text}</h2>`;
    case 'paragraph':
      return html`<p>${lines(one.text)}</p>`;
    case 'table':
      return table(words, one);
  }
}

export const lines = (text: string): Markup =>
  html`${text.split(/\r\n|[\n\r\u2028\u2029]/).map((line, index) => (index === 0 ? line : html`<br />${line}`))}`;

/** More do not fit beside one another on a phone, and nothing else tells that there are more. */
const COLUMNS_OF_A_PHONE = 3;

function table(words: Words, { rows, headerRows = 0 }: Extract<WallBlock, { kind: 'table' }>): Markup {
  const cell = (isHead: boolean) => (one: { text: string; columns?: number }) => {
    const span = one.columns && one.columns > 1 ? html` colspan="${one.columns}"` : null;
    return isHead ? html`<th scope="col" ${span}>${lines(one.text)}</th>` : html`<td${span}>${lines(one.text)}</td>`;
  };
  const row = (isHead: boolean) => (cells: (typeof rows)[number]) =>
    html`<tr>
      ${cells.map(cell(isHead))}
    </tr> `;
  const [head, body] = [rows.slice(0, headerRows), rows.slice(headerRows)];
  const columns = Math.max(0, ...rows.map((cells) => cells.reduce((sum, one) => sum + (one.columns ?? 1), 0)));
  const hint = columns > COLUMNS_OF_A_PHONE && html`<p class="wide">${words.say('notice.wideTable')}</p> `;
  return html`${hint}
    <div class="table" role="region" tabindex="0" aria-label="${words.say('notice.table')}">
      <table>
        ${head.length > 0 &&
        html`<thead>
          ${head.map(row(true))}
        </thead>`}
        <tbody>
          ${body.map(row(false))}
        </tbody>
      </table>
    </div>`;
}
