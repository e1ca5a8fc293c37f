import type { PublishedList } from '../../common/api';
import { Refused } from '../door';
import { el, plainButton, problem } from '../dom';
import type { Texts } from '../texts';
import { heading } from './heading';

interface Acts {
  readonly load: () => Promise<PublishedList>;
  readonly back: () => void;
}

/** Receipts of opened boxes, among which voters find their own. */
export function publishedView(texts: Texts, { load, back }: Acts): HTMLElement[] {
  const lists = el('div', {}, el('p', { class: 'hint', role: 'status' }, texts.looking));
  load().then(
    (published) => lists.replaceChildren(finder(texts, published), ...published.motions.map((motion) => listOf(texts, motion))),
    (error: unknown) => lists.replaceChildren(problem(error instanceof Refused ? error.message : texts.offline)),
  );
  return [heading(texts.listTitle), lists, plainButton(texts.back, back)];
}

function finder(texts: Texts, { motions }: PublishedList): HTMLElement {
  const input = el('input', { type: 'text', id: 'receipt', autocomplete: 'off', spellcheck: 'false', maxlength: '20' });
  const answer = el('p', { role: 'status' });
  const find = () => {
    const wanted = signsOf(input.value);
    const found = motions.find(({ receipts }) => receipts.some((receipt) => signsOf(receipt) === wanted));
    answer.textContent = wanted.length < 12 ? '' : found ? texts.found(found.title) : texts.notFound;
  };
  input.addEventListener('input', find);
  return el('section', { class: 'card' }, el('label', { for: 'receipt' }, texts.findReceipt), input, answer);
}

const signsOf = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

function listOf(texts: Texts, { title, receipts, head }: PublishedList['motions'][number]): HTMLElement {
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, title),
    el('p', {}, texts.ballots(receipts.length)),
    head === null ? null : el('p', { class: 'hint text' }, `${texts.head} ${head}`),
    el('ul', { class: 'receipts' }, ...receipts.map((receipt) => el('li', {}, receipt))),
  );
}
