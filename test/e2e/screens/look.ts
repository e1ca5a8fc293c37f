import type { Page } from 'playwright-core';
import { SIZES, type Size } from '../harness';

const QUIET_LOOKS = 4; // a form that is built anew for another width shows its skeleton a moment later

interface Expected {
  /** It shows that it waits for an answer, and is looked at like this. */
  readonly isWaiting?: boolean;
}

/** Shows the page at a size, and waits until nothing of it is still being made. */
export async function resize(page: Page, size: Size, { isWaiting = false }: Expected = {}): Promise<void> {
  await page.setViewportSize(SIZES[size]);
  await page.waitForFunction(
    ({ width, looks, isWaiting: mayWait }) => {
      const { dataset } = document.documentElement;
      const isMade = mayWait || !document.querySelector('.ant-skeleton, .ant-spin-spinning');
      const isQuiet = window.innerWidth === width && isMade;
      dataset['quiet'] = isQuiet ? String(Number(dataset['quiet'] ?? 0) + 1) : '0';
      return Number(dataset['quiet']) > looks;
    },
    { width: SIZES[size].width, looks: QUIET_LOOKS, isWaiting },
    { polling: 'raf' }, // as often as it is painted, which is less often on a busy machine
  );
  await page.evaluate(() => delete document.documentElement.dataset['quiet']);
}

/** How far our page is wider than the window; 0 when nobody has to scroll sideways. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Waits until the whole bpmn.io mark can be seen and pressed: nothing may cover it, the licence asks for that. */
export async function expectMark(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const mark = document.querySelector('.bjs-powered-by');
    mark?.scrollIntoView({ block: 'center' });
    if (!mark) return false;
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const xs = [left + 2, (left + right) / 2, right - 2];
    const ys = [top + 2, (top + bottom) / 2, bottom - 2];
    return xs.every((x) => ys.every((y) => mark.contains(document.elementFromPoint(x, y))));
  });
}

/** The size of the smallest letters in a diagram, as they are on the screen. */
export const smallestLetters = (page: Page): Promise<number> =>
  page.evaluate(() => {
    // names of lanes stand upright
    const scaleOf = ({ a, b }: DOMMatrix) => Math.hypot(a, b);
    const sizes = [...document.querySelectorAll<SVGTextElement>('.wuxin-diagram .djs-visual text')].map((text) => {
      const matrix = text.getScreenCTM();
      return matrix ? parseFloat(getComputedStyle(text).fontSize) * scaleOf(matrix) : 0;
    });
    return Math.min(...sizes);
  });

/** Chooses a language in NocoBase's own user menu. */
export async function speak(page: Page, language: '简体中文' | 'English', heading: string): Promise<void> {
  await page.getByRole('button', { name: 'user', exact: true }).click();
  const choice = page.locator('.ant-select-selector:visible').filter({ hasText: /^(简体中文|English)$/ });
  await choice.click();
  await page.locator('.ant-select-item-option').getByText(language, { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
