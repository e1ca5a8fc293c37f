import type { Locator, Page } from 'playwright-core';
import { openPage } from '../harness';
import { ActDialog } from './act-dialog';
import { spaced } from './spaced';

/** 流程跟踪: the page of one case. */
export class CasePage {
  constructor(readonly page: Page) {}

  static async open(page: Page, instanceId: string): Promise<CasePage> {
    await openPage(page, `/admin/wuxin/instance/${instanceId}`, '.wuxin-diagram .djs-shape');
    return new CasePage(page);
  }

  panel(title: string | RegExp): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByRole('heading', { level: 2, name: title }) });
  }

  /** All of the drawing in small, beside one that is too large to be read as a whole. */
  get overview(): Locator {
    return this.page.locator('.wuxin-overview svg');
  }

  /** Waits until the step that the case waits for can be seen in the drawing, or no longer. */
  async expectCurrentStep(where: 'in sight' | 'out of sight'): Promise<void> {
    await this.page.waitForFunction((isExpected) => {
      const [paper, step] = ['.wuxin-diagram', '.wuxin-diagram .djs-shape.wuxin-current'].map((selector) =>
        document.querySelector(selector)?.getBoundingClientRect(),
      );
      if (!paper || !step) return false;
      const isInSight =
        step.left >= paper.left && step.right <= paper.right && step.top >= paper.top && step.bottom <= paper.bottom;
      return isInSight === isExpected;
    }, where === 'in sight');
  }

  /** The diagram's twin: every element with its state, in words. */
  async outline(): Promise<string[]> {
    await this.page.getByRole('button', { name: spaced('列表') }).click();
    return this.page.getByRole('list', { name: '流程步骤' }).getByRole('listitem').allInnerTexts();
  }

  /** What was done, oldest first, without opinions and times. */
  async history(): Promise<string[]> {
    const entries = await this.panel('办理记录').locator('.ant-timeline-item').allInnerTexts();
    return entries.reverse().map((entry) => entry.split('\n')[0] ?? '');
  }

  /** As {@link history}, each with the reason, the note or the opinion that stands below it. */
  async record(): Promise<string[]> {
    const entries = await this.panel('办理记录').locator('.ant-timeline-item').all();
    const told = entries.map(async (entry) => {
      const [sentence = ''] = (await entry.innerText()).split('\n');
      const said = await entry.locator('blockquote').allInnerTexts();
      return [sentence, ...said].join(' | ');
    });
    return (await Promise.all(told)).reverse();
  }

  get waiting(): Locator {
    return this.panel('为什么还没办完');
  }

  /** Asks the holders of the step that the case waits for to act. */
  async remind(message: string): Promise<void> {
    await new ActDialog(this.page).act('催办', '已催办', { consequence: '会收到提醒', reason: message, reasonLabel: '附言' });
  }

  get acts(): ActDialog {
    return new ActDialog(this.page);
  }
}
