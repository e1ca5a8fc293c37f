import type { Page } from 'playwright-core';
import { openPage } from '../harness';
import { Acts } from '../pages/acts';
import { spaced } from '../pages/spaced';

const TRIES = 5;
const PHOTO = { name: '现场照片.png', mimeType: 'image/png' };

/** 公示台: the page of one notice. */
export class NoticeDesk extends Acts {
  private constructor(
    page: Page,
    readonly id: string,
  ) {
    super(page);
  }

  /** The newest notice of this title among those in which somebody has a part. */
  static async find(page: Page, title: string): Promise<NoticeDesk> {
    await openPage(page, '/admin/wuxin/notices', '.ant-table-row, .ant-empty');
    await page.getByRole('link', { name: title, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    return new NoticeDesk(page, /notices\/(\w+)/.exec(page.url())![1]!);
  }

  static async open(page: Page, id: string): Promise<NoticeDesk> {
    await openPage(page, `/admin/wuxin/notices/${id}`, 'section[aria-labelledby] .ant-card');
    return new NoticeDesk(page, id);
  }

  /** Waits until this is what comes next. */
  async expectNext(words: string | RegExp): Promise<void> {
    await this.page.locator('strong').filter({ hasText: words }).first().waitFor();
  }

  /** In the form: on which boards it will hang. */
  async chooseBoards(...names: readonly string[]): Promise<void> {
    await this.page.getByRole('link', { name: spaced('修改') }).click();
    for (const name of names) {
      const box = this.page.getByRole('checkbox', { name });
      await box.waitFor();
      // while the form still loads, what stands above moves it, and a click at the speed of a machine misses it
      for (let tried = 0; tried < TRIES && !(await box.isChecked()); tried += 1) await box.click();
      expect(await box.isChecked()).toBe(true);
    }
  }

  /** In the form: one text instead of another in what is written. */
  async rewrite(from: string, to: string): Promise<void> {
    await this.page.getByRole('link', { name: spaced('修改') }).click();
    const field = this.page.getByRole('textbox', { name: '正文第 1 部分' });
    const before = await field.inputValue();
    expect(before).toContain(from);
    await field.fill(before.replace(from, to));
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: spaced('保存') }).click();
    await this.expectNext('下一步：脱敏检查');
  }

  async openCheck(): Promise<void> {
    await this.page.getByRole('button', { name: '开始脱敏检查' }).click();
    await this.dialog.getByRole('list', { name: '发现的个人信息' }).waitFor();
  }

  /** Opens the check where nothing is found, and goes on to what it will look like. */
  async openCheckWithoutFindings(): Promise<void> {
    await this.page.getByRole('button', { name: '开始脱敏检查' }).click();
    await this.dialog.getByText('没有发现个人信息', { exact: true }).waitFor();
    await this.dialog.getByRole('button', { name: '看遮盖后的样子' }).click();
  }

  /** What was found, by kind and words. */
  found(): Promise<string[]> {
    const items = this.dialog.getByRole('list', { name: '发现的个人信息' }).locator('> li');
    return items.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  }

  async maskEverything(): Promise<void> {
    await this.dialog.getByRole('button', { name: '全部遮盖', exact: true }).first().click();
    await this.dialog.getByRole('button', { name: '看遮盖后的样子' }).click();
  }

  async confirmCheck(): Promise<void> {
    await this.dialog.getByRole('button', { name: '确认，完成检查' }).click();
    await this.expectNext('下一步：提交审批');
  }

  /** It hangs on a board; the photo that proves it is one of this page. */
  async notePosted(board: string): Promise<void> {
    const buffer = await this.page.screenshot();
    await this.act({
      opener: `登记张贴：${board}`,
      button: '登记张贴',
      then: (dialog) => dialog.getByLabel('现场照片').setInputFiles({ ...PHOTO, buffer }),
    });
    await this.page.getByRole('button', { name: `登记张贴：${board}` }).waitFor({ state: 'detached' });
  }
}
