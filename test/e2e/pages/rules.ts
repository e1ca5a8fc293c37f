import type { Locator, Page } from 'playwright-core';
import { openPage } from '../harness';
import { spaced } from './spaced';

/** What administrators decide by: parameters and decision tables. */
export class Rules {
  constructor(readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  panel(title: string | RegExp): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByRole('heading', { level: 2, name: title }) });
  }

  async openParameter(key: string): Promise<void> {
    await openPage(this.page, `/admin/wuxin/parameters/${key}/detail`, '.ant-table-row');
  }

  /** Sets a value for everywhere; `expected` is what the dialog says before it is saved. */
  async setValue(value: string, ground: string, expected: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: '设定新值' }).click();
    await this.dialog.getByText(expected).waitFor();
    await this.dialog.getByRole('spinbutton', { name: '取值' }).fill(value);
    await this.dialog.getByRole('textbox', { name: /依据/ }).fill(ground);
    await this.dialog.getByRole('button', { name: '保存新值' }).click();
    await this.page.getByText('新值已保存').waitFor();
  }

  async openTable(key: string): Promise<void> {
    await openPage(this.page, `/admin/wuxin/decisions/${key}/detail`, '[id^=cell-]');
  }

  /** Adds a rule before all others. */
  async addRuleAtTop(cells: Readonly<Record<string, string>>): Promise<void> {
    const before = await this.page.getByRole('button', { name: /^上移规则/ }).count();
    await this.page.getByRole('button', { name: '添加规则' }).click();
    for (let number = before + 1; number > 1; number -= 1)
      await this.page.getByRole('button', { name: `上移规则 ${number}`, exact: true }).click();
    for (const [label, text] of Object.entries(cells)) {
      const name = `规则 1 的“${label}”`;
      await this.page.getByRole('combobox', { name }).or(this.page.getByRole('textbox', { name })).fill(text);
    }
  }

  /** Enters values and tells what follows, in words. */
  async attempt(values: Readonly<Record<string, string>>): Promise<string> {
    const panel = this.panel('试算');
    for (const [label, value] of Object.entries(values)) {
      const choice = panel.getByRole('combobox', { name: label });
      if ((await choice.count()) === 0) await panel.getByRole('textbox', { name: label }).fill(value);
      else {
        await choice.locator('xpath=ancestor::div[contains(@class, "ant-select-selector")]').click();
        await this.page.locator('.ant-select-item-option').getByText(value, { exact: true }).click();
      }
    }
    await panel.getByRole('button', { name: spaced('试算') }).click();
    const result = panel.getByRole('status');
    await result.waitFor();
    return result.innerText();
  }

  async saveTable(note: string, expected: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: '保存为新版本' }).click();
    await this.dialog.getByText(expected).waitFor();
    await this.dialog.getByRole('textbox', { name: '修改说明' }).fill(note);
    await this.dialog.getByRole('button', { name: spaced('保存') }).click();
    await this.page.getByText('已保存为新版本').waitFor();
  }
}
