import { act, configure, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { setFlowContext } from '../stubs/flow-engine';

// A busy machine is no failure; and a whole page in a message helps nobody.
configure({ asyncUtilTimeout: 15_000, getElementError: (message) => new Error(message ?? 'not found') });

interface Asked {
  url: string;
  params?: Record<string, unknown>;
  data?: unknown;
}
type Answers = Record<string, (asked: Asked) => unknown>;

/** Of every file that a server of a test gives. */
const FILE_HEADERS = { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('决议表（停车位）.docx')}` };

/** What a server answers with when it refuses. */
export const refusal = (status: number, code: string, message: string) =>
  Object.assign(new Error(code), { response: { status, data: { errors: [{ code, message }] } } });

/** jsdom works out antd's style sheets anew for every question about roles, which takes minutes; the tests need no styles. */
function forgetStyles(): void {
  const { style } = document.createElement('div');
  window.getComputedStyle = () => style;
}

type Listener = (event: { readonly matches: boolean }) => void;

/** Whoever asked for the width of the screen and wants to hear of another one. */
const watchers = new Map<Listener, string>();
const matches = (query: string, isPhone: boolean): boolean => query.includes('min-width') !== isPhone;

/** antd asks this for the width of the screen: everything is wider than what is asked for, or narrower. */
function setScreen(isPhone: boolean): void {
  watchers.clear();
  const watch = (query: string) => (listener: unknown) => void watchers.set(listener as Listener, query); // what antd hands over
  const forget = (listener: unknown) => void watchers.delete(listener as Listener);
  window.matchMedia = (query) => ({
    matches: matches(query, isPhone),
    media: query,
    onchange: null,
    addListener: watch(query),
    removeListener: forget,
    addEventListener: (_: string, listener: unknown) => watch(query)(listener),
    removeEventListener: (_: string, listener: unknown) => forget(listener),
    dispatchEvent: () => false,
  });
}

/** Somebody turns a tablet, on a page that {@link renderPage} has mounted. */
export function turnScreen(isPhone: boolean): void {
  act(() => {
    for (const [listener, query] of watchers) listener({ matches: matches(query, isPhone) });
  });
}

/** What the router makes for a page it goes to; jsdom has none. */
class PageRequest {
  readonly method = 'GET';
  readonly signal: AbortSignal | undefined;
  constructor(
    readonly url: string,
    { signal }: { signal?: AbortSignal } = {},
  ) {
    this.signal = signal;
  }
}

/** Mounts a page at an address with a server that knows only these answers; gives the requests that were made. */
export function renderPage(
  page: ReactElement,
  { at, path, answers, isPhone = false }: { at: string; path: string; answers: Answers; isPhone?: boolean },
) {
  forgetStyles();
  setScreen(isPhone);
  Object.assign(globalThis, { Request: PageRequest });
  const asked: Asked[] = [];
  setFlowContext({
    api: {
      request: async (question: Asked) => {
        asked.push(question);
        const answer = answers[question.url]?.(question) ?? null;
        return answer instanceof Blob ? { data: answer, headers: FILE_HEADERS } : { data: { data: answer } };
      },
    },
  });
  const router = createMemoryRouter([{ path, element: page }], { initialEntries: [at], future: { v7_relativeSplatPath: true } });
  render(<RouterProvider router={router} future={{ v7_startTransition: true }} />);
  return { asked };
}
