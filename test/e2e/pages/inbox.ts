import type { Locator, Page } from 'playwright-core';
import { openPage } from '../harness';
import { TaskPage } from './task-page';

export type InboxTab = 'todo' | 'done' | 'started' | 'cc';
const NAMES: Record<InboxTab, string> = { todo: '待办', done: '已办', started: '我发起的', cc: '抄送我的' };

/** 我的待办 of one person. */
export class Inbox {
  private constructor(readonly page: Page) {}

  static async open(page: Page, tab: InboxTab = 'todo'): Promise<Inbox> {
    await openPage(page, `/admin/wuxin/inbox/${tab}`, '[role=tab]:has-text("）")');
    return new Inbox(page);
  }

  /** How many matters the tab says it holds. */
  async count(tab: InboxTab): Promise<number> {
    const words = await this.page.getByRole('tab', { name: new RegExp(`^${NAMES[tab]}`) }).innerText();
    return Number(/\d+/.exec(words)?.[0]);
  }

  rows(title: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  async openTask(title: string, step: string): Promise<TaskPage> {
    await this.rows(title).filter({ hasText: step }).getByRole('link').click();
    await this.page.getByRole('heading', { level: 2, name: step, exact: true }).waitFor();
    return new TaskPage(this.page);
  }
}
