type Child = Node | string | null;

interface Attributes {
  readonly class?: string;
  readonly onclick?: () => void;
  readonly [attribute: string]: string | boolean | (() => void) | undefined;
}

/** An element with text and other elements in it; what comes from a server is text and never markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { onclick, ...attributes }: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  if (onclick) element.addEventListener('click', onclick);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Said to screen readers as soon as it is there. */
export const problem = (text: string): HTMLElement => el('p', { class: 'problem', role: 'alert' }, text);

export const mainButton = (label: string, onclick: () => void): HTMLButtonElement =>
  el('button', { class: 'main', type: 'button', onclick }, label);

export const plainButton = (label: string, onclick: () => void): HTMLButtonElement =>
  el('button', { type: 'button', onclick }, label);
