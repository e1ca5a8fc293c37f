import type { SlipLook } from '../../common/api';
import { el, mainButton, plainButton } from '../dom';
import type { Texts } from '../texts';
import { busy, heading } from './heading';

type Motion = SlipLook['motions'][number];

interface Acts {
  readonly vote: (motion: Motion) => void;
  readonly refresh: () => Promise<void>;
  readonly end: () => void;
}

export function motionsView(texts: Texts, { meeting, motions }: SlipLook, acts: Acts): HTMLElement[] {
  const refresh = plainButton(texts.refresh, () => busy(refresh, texts.looking, acts.refresh));
  const shown = motions.map((motion) =>
    el('section', { class: 'card' }, el('h2', {}, motion.title), ...stateOf(texts, motion, acts)),
  );
  return [
    heading(meeting.title),
    ...(shown.length > 0 ? shown : [el('p', { class: 'card' }, texts.none)]),
    refresh,
    plainButton(texts.end, acts.end),
  ];
}

function stateOf(texts: Texts, motion: Motion, { vote }: Acts): HTMLElement[] {
  if (motion.receipt) return [el('p', { class: 'done' }, texts.voted), el('p', { class: 'receipt' }, motion.receipt)];
  if (!motion.isOpen) return [el('p', { class: 'hint' }, texts.over)];
  const until = motion.closesAt === null ? [] : [el('p', { class: 'hint' }, texts.until(timeOf(motion.closesAt)))];
  return [...until, mainButton(texts.vote, () => vote(motion))];
}

const timeOf = (at: number): string => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
