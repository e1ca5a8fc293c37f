import { el, mainButton, plainButton } from '../dom';
import type { Texts } from '../texts';
import { heading } from './heading';

interface Acts {
  readonly others: () => void;
  readonly end: () => void;
}

export function receiptView(
  texts: Texts,
  { motion, receipt }: { readonly motion: { readonly title: string }; readonly receipt: string },
  acts: Acts,
): HTMLElement[] {
  return [
    heading(texts.done),
    el(
      'section',
      { class: 'card' },
      el('h2', {}, motion.title),
      el('p', { class: 'done' }, texts.receipt),
      el('p', { class: 'receipt' }, receipt),
      el('p', {}, texts.keep),
    ),
    mainButton(texts.others, acts.others),
    plainButton(texts.end, acts.end),
  ];
}
