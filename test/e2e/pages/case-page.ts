import type { Locator, Page } from 'playwright-core';
import { openPage } from '../harness';
import { spaced } from './task-page';

/** 流程跟踪: the page of one case. */
export class CasePage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, instanceId: string): Promise<CasePage> {
    await openPage(page, `/admin/wuxin/instance/${instanceId}`, '.wuxin-diagram .djs-shape');
    return new CasePage(page);
  }

  panel(title: string | RegExp): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByRole('heading', { level: 2, name: title }) });
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
}
