import type { SlipLook } from '../../common/api';
import { ANSWERS } from '../../common/answers';
import { el, mainButton, plainButton } from '../dom';
import type { Texts } from '../texts';
import { heading } from './heading';

type Motion = SlipLook['motions'][number];

interface Acts {
  /** Of what is marked so far. */
  readonly mark: (choice: string[]) => void;
  readonly check: (choice: string[]) => void;
  readonly back: () => void;
}

/** One of three answers, or as many candidates as there are seats. */
export function chooseView(
  texts: Texts,
  { motion, choice }: { readonly motion: Motion; readonly choice: readonly string[] },
  acts: Acts,
): HTMLElement[] {
  const isElection = motion.candidates.length > 0;
  const seats = motion.seats ?? 1;
  const options = isElection ? motion.candidates : ANSWERS.map((id) => ({ id, name: texts[id] }));
  const inputs = options.map(({ id }) =>
    el('input', { type: isElection ? 'checkbox' : 'radio', name: 'answer', value: id, checked: choice.includes(id) }),
  );
  const count = el('p', { class: 'hint', role: 'status' });
  const next = mainButton(texts.next, () => acts.check(chosenOf(inputs)));
  const update = () => {
    const chosen = chosenOf(inputs).length;
    if (isElection) count.textContent = texts.chosen(chosen, seats);
    inputs.forEach((input) => (input.disabled = isElection && chosen >= seats && !input.checked));
    next.disabled = !isElection && chosen === 0;
  };
  const answers = inputs.map((input, index) => el('label', { class: 'answer' }, input, options[index]?.name ?? ''));
  const mark = () => {
    update();
    acts.mark(chosenOf(inputs));
  };
  answers.forEach((answer) => answer.addEventListener('change', mark));
  update();
  return [
    heading(motion.title),
    motion.text ? el('section', { class: 'card text' }, motion.text) : el('span'),
    el('fieldset', {}, el('legend', {}, isElection ? texts.chooseSeats(seats) : texts.choose), ...answers),
    count,
    next,
    plainButton(texts.back, acts.back),
  ];
}

const chosenOf = (inputs: readonly HTMLInputElement[]): string[] =>
  inputs.flatMap(({ checked, value }) => (checked ? [value] : []));
