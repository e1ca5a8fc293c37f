import type { Locator, Page } from 'playwright-core';
import { openPage } from '../harness';

/** 代理 of one person. */
export class StandIns {
  private constructor(readonly page: Page) {}

  static async open(page: Page): Promise<StandIns> {
    await openPage(page, '/admin/wuxin/stand-ins', '.ant-card');
    return new StandIns(page);
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get given(): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByRole('heading', { level: 2, name: '我请人代理' }) });
  }

  /** From and until, `YYYY-MM-DD`; says what it covers before it is named. */
  async give(person: string, [from, until]: readonly [string, string], reason: string): Promise<string> {
    await this.page.getByRole('button', { name: '请人代理' }).first().click();
    await this.dialog.getByRole('combobox', { name: '代理人' }).fill(person);
    await this.page.locator('.ant-select-item-option').filter({ hasText: person }).click();
    for (const [label, day] of [
      ['从', from],
      ['到（含当天）', until],
    ] as const) {
      const field = this.dialog.getByRole('textbox', { name: label });
      await field.fill(day);
      await field.press('Enter');
    }
    await this.dialog.getByRole('textbox', { name: '理由' }).fill(reason);
    const reach = await this.dialog.getByText(/现在涉及 \d+ 件/).innerText();
    await this.dialog.getByRole('button', { name: '确定代理' }).click();
    await this.page.getByText('代理已设置').waitFor();
    return reach;
  }

  async endEarly(reason: string): Promise<void> {
    await this.given.getByRole('button', { name: /^提前结束/ }).click();
    await this.dialog.getByRole('textbox', { name: '理由' }).fill(reason);
    await this.dialog.getByRole('button', { name: '提前结束' }).click();
    await this.page.getByText('代理已结束').waitFor();
  }
}
