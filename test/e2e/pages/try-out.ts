import type { Locator, Page } from 'playwright-core';
import { openPage } from '../harness';
import { spaced } from './spaced';
import { TaskForm, type Entries } from './task-form';

/** The page on which a process is tried out. */
export class TryOut {
  readonly form: TaskForm;

  constructor(readonly page: Page) {
    this.form = new TaskForm(page);
  }

  async open(key: string): Promise<void> {
    await openPage(this.page, `/admin/wuxin/processes/${key}/try-out/page`, 'button[type=submit]');
  }

  panel(title: string | RegExp): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByRole('heading', { level: 2, name: title }) });
  }

  /** What can be done now. */
  get now(): Locator {
    return this.panel('现在');
  }

  get story(): Locator {
    return this.panel('经过与理由');
  }

  async begin({ starter, place }: { readonly starter: string; readonly place: string }): Promise<void> {
    await this.pick('发起人', starter);
    await this.pick('属地', place);
    await this.page.getByRole('button', { name: '开始试运行' }).click();
    await this.now.waitFor();
  }

  /** Does an open task as whoever would be asked, with its form; ends when what follows is there. */
  async act(name: string, entries: Entries, outcome: string, next: string): Promise<void> {
    await this.page.getByRole('button', { name: `办理“${name}”` }).click();
    const drawer = this.page.getByRole('dialog');
    await drawer.locator('.ant-form-item').nth(2).waitFor();
    await this.form.fill(entries);
    await drawer.getByRole('button', { name: spaced(outcome) }).click();
    await drawer.waitFor({ state: 'detached' });
    await this.page.getByRole('button', { name: `办理“${next}”` }).waitFor();
  }

  /** In the dialog that asks why. */
  async giveReason(reason: string, act: string): Promise<void> {
    const dialog = this.page.getByRole('dialog').filter({ has: this.page.getByRole('textbox', { name: '理由' }) });
    await dialog.getByRole('textbox', { name: '理由' }).fill(reason);
    await dialog.getByRole('button', { name: spaced(act) }).click();
  }

  async keep(name: string): Promise<void> {
    await this.page.getByRole('button', { name: '保留为测试' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '测试名称' }).fill(name);
    await dialog.getByRole('button', { name: '保留为测试' }).click();
    await this.page.getByText('已保留，下次发布前会运行').waitFor();
    await dialog.waitFor({ state: 'detached' });
  }

  private async pick(label: string, text: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: label });
    await field.focus();
    await field.fill(text);
    await this.page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: text }).first().click();
  }
}
