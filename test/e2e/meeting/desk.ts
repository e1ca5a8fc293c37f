import type { Locator, Page } from 'playwright-core';
import { openPage } from '../harness';
import { Acts } from '../pages/acts';

export const DESK_PART = ['attendance', 'roll', 'motions', 'secrecy', 'minutes', 'print', 'journal'] as const;

/** The page of one meeting, as chair, clerk or tellers have it. */
export class Desk extends Acts {
  constructor(
    page: Page,
    readonly id: string,
  ) {
    super(page);
  }

  async open(part: (typeof DESK_PART)[number]): Promise<this> {
    await openPage(this.page, `/admin/wuxin/meetings/${this.id}/desk?part=${part}`, '[role=tabpanel]');
    return this;
  }

  /** A panel by its heading. */
  panel(heading: string | RegExp): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByRole('heading', { name: heading }) });
  }
}
