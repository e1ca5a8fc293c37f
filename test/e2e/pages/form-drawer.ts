import type { Locator, Page } from 'playwright-core';

/** The form of one task over its drawing. */
export class FormDrawer {
  constructor(private readonly page: Page) {}

  get drawer(): Locator {
    return this.page.locator('.ant-drawer-content').filter({ hasText: '设计表单' });
  }

  /** Makes a field of the record; of a choice with what can be chosen. */
  async addField(title: string, kind: string, options: readonly string[] = []): Promise<void> {
    await this.drawer.getByRole('button', { name: '添加业务记录字段' }).click();
    const dialog = this.page.getByRole('dialog').filter({ hasText: '字段名称' }).last();
    await dialog.getByLabel('字段名称').fill(title);
    await dialog.locator('.ant-select-selector').click();
    await this.page.locator('.ant-select-dropdown:visible').getByText(kind, { exact: true }).click();
    if (options.length > 0) await dialog.getByLabel('选项').fill(options.join('\n'));
    const added = this.page.waitForResponse((response) => response.url().includes('bpmnProcesses:addField') && response.ok());
    await Promise.all([added, dialog.getByRole('button', { name: '添加字段' }).click()]);
    await dialog.waitFor({ state: 'detached' });
  }

  /** Takes a field of the record into the form, in NocoBase's own menu. */
  async use(title: string): Promise<void> {
    await this.drawer
      .getByRole('button', { name: /^(setting )?字段$/ })
      .last()
      .click();
    const field = this.page.getByRole('menuitem', { name: title, exact: true });
    await field.waitFor();
    const saved = this.page.waitForResponse((response) => response.url().includes('flowModels:save') && response.ok());
    await Promise.all([saved, field.click()]);
    await this.leaveMenu();
    await this.item(title).waitFor();
  }

  item(title: string): Locator {
    return this.drawer.locator('.ant-form-item').filter({ hasText: title }).first();
  }

  async setRequired(title: string): Promise<void> {
    await this.item(title).hover();
    await this.page.locator('.anticon-menu:visible').last().hover();
    const saved = this.page.waitForResponse((response) => response.url().includes('flowModels:save') && response.ok());
    await Promise.all([saved, this.page.getByRole('menuitem', { name: '必填' }).click()]);
    await this.leaveMenu();
    await this.item(title).locator('.ant-form-item-required').waitFor();
  }

  private async leaveMenu(): Promise<void> {
    await this.drawer.locator('.ant-drawer-title').click();
  }

  async preview(): Promise<void> {
    await this.drawer.getByRole('button', { name: /^预\s*览$/ }).click();
  }

  async close(): Promise<void> {
    await this.drawer
      .getByRole('button', { name: 'Close' })
      .or(this.drawer.getByRole('button', { name: '关闭' }))
      .first()
      .click();
    await this.drawer.waitFor({ state: 'detached' });
  }
}
