import type { SlipLook } from '../../common/api';
import { ANSWERS } from '../../common/answers';
import { el, mainButton, plainButton, problem } from '../dom';
import type { Texts } from '../texts';
import { busy, heading } from './heading';

type Motion = SlipLook['motions'][number];

interface Step {
  readonly motion: Motion;
  readonly choice: readonly string[];
  readonly problem?: string;
}

interface Acts {
  readonly cast: () => Promise<void>;
  readonly change: () => void;
}

export function checkView(texts: Texts, step: Step, acts: Acts): HTMLElement[] {
  const cast = mainButton(step.problem ? texts.again : texts.cast, () => busy(cast, texts.sending, acts.cast));
  return [
    heading(texts.check),
    el(
      'section',
      { class: 'card' },
      el('h2', {}, step.motion.title),
      el('p', { class: 'hint' }, texts.yourChoice),
      el('p', { class: 'choice' }, wordsOf(texts, step)),
      el('p', {}, texts.final),
      step.problem ? problem(step.problem) : null,
    ),
    cast,
    plainButton(texts.change, acts.change),
  ];
}

function wordsOf(texts: Texts, { motion, choice }: Step): string {
  if (choice.length === 0) return texts.blank;
  const names = new Map([
    ...ANSWERS.map((id): [string, string] => [id, texts[id]]),
    ...motion.candidates.map(({ id, name }): [string, string] => [id, name]),
  ]);
  return choice.map((id) => names.get(id) ?? id).join('、');
}
