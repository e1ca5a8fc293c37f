import { el } from '../dom';

/** Takes the focus when its view appears. */
export const heading = (text: string): HTMLElement => el('h1', { tabindex: '-1' }, text);

/** While an answer is on its way its button cannot be pressed again. */
export function busy(button: HTMLButtonElement, label: string, work: () => Promise<void>): void {
  const before = button.textContent;
  button.disabled = true;
  button.textContent = label;
  void work().finally(() => {
    button.disabled = false;
    button.textContent = before;
  });
}
