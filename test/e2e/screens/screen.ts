import type { Page } from 'playwright-core';
import { openPage } from '../harness';

export interface Screen {
  readonly name: string;
  /** Who looks at it, in Chinese and in English. */
  readonly who: { readonly zh: string; readonly en: string };
  open(page: Page): Promise<void>;
  /** Undoes what opening did beyond showing something. */
  leave?(page: Page): Promise<void>;
  /** It is looked at while it waits for its answer. */
  readonly isWaiting?: boolean;
  /** Rules of axe that are left out here, each with the reason. */
  readonly except?: Readonly<Record<string, string>>;
  /** The part that is ours to answer for, where it is not the page itself: the frame around it is NocoBase's. */
  readonly part?: string;
  /** Chinese that belongs there in English too: what people wrote, or names that stand in both languages. */
  readonly typed?: readonly RegExp[];
  /** Then it also shows the mark of bpmn.io, which nothing may cover. */
  readonly hasDiagram?: boolean;
}

export const PAGE = 'section[aria-labelledby]';
export const DIALOG = '.ant-modal-content';

/** Who looks at them, in Chinese and in English: few people, for each of whom the whole application is loaded once. */
export const ADMINISTRATORS = { zh: 'admin', en: 'manager' };
export const DIRECTORS = { zh: 'director', en: 'director' };
export const STARTERS = { zh: 'secretary', en: 'hs-secretary' };
export const SUPERVISORS = { zh: 'supervisor', en: 'manager' };
export const ROW = '.ant-table-row';

/** What the first row of a list leads to. */
export async function openFirst(page: Page, path: string, ready: string): Promise<void> {
  await openPage(page, path, ROW);
  await page.locator(ROW).getByRole('link').first().click();
  await page.locator(ready).first().waitFor();
}
