import { el, mainButton, plainButton, problem } from '../dom';
import type { Texts } from '../texts';
import { busy, heading } from './heading';

interface Acts {
  readonly enter: (typed: string) => Promise<void>;
  readonly published: () => void;
}

export function codeView(texts: Texts, step: { readonly problem?: string; readonly note?: string }, acts: Acts): HTMLElement[] {
  const input = el('input', {
    type: 'text',
    id: 'code',
    autocomplete: 'off',
    autocapitalize: 'characters',
    autocorrect: 'off',
    spellcheck: 'false',
    maxlength: '40',
    placeholder: 'XXXX-XXXX-XXXX-XXXX',
  });
  const go = mainButton(texts.next, () => busy(go, texts.looking, () => acts.enter(input.value)));
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter' && !go.disabled) go.click();
  });
  return [
    heading(texts.enter),
    el(
      'section',
      { class: 'card' },
      step.note ? el('p', { class: 'done', role: 'status' }, step.note) : null,
      el('p', { class: 'hint' }, texts.enterHint),
      el('label', { for: 'code' }, texts.code),
      input,
      step.problem ? problem(step.problem) : null,
      go,
    ),
    el('p', { class: 'hint' }, texts.secret),
    plainButton(texts.published, acts.published),
  ];
}
