import type { Locator, Page } from 'playwright-core';
import { openPage } from '../harness';
import { publishIn } from './publish';
import { spaced } from './spaced';

/** 流程管理 and the page of one process, for administrators. */
export class ProcessAdministration {
  constructor(readonly page: Page) {}

  async openList(): Promise<void> {
    await openPage(this.page, '/admin/wuxin/processes', '.ant-table-row');
  }

  async openProcess(key: string, tab = 'diagram'): Promise<void> {
    const selector = tab === 'diagram' ? '.djs-shape' : '.ant-table-row';
    await openPage(this.page, `/admin/wuxin/processes/${key}/detail?tab=${tab}`, selector);
  }

  async openIncidents(key: string): Promise<void> {
    await openPage(this.page, `/admin/wuxin/processes/${key}/detail?tab=incidents`, '.ant-table-row');
  }

  /** Tries the incident of a case again. */
  async retry(title: string, reason: string): Promise<void> {
    const row = this.page.getByRole('row').filter({ hasText: title });
    await row.getByRole('button', { name: spaced('重试') }).click();
    await this.dialog.getByRole('textbox', { name: '理由' }).fill(reason);
    await this.dialog.getByRole('button', { name: spaced('重试') }).click();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Chooses a file and asks for its check. */
  async upload(name: string, xml: string): Promise<void> {
    await this.page.getByRole('button', { name: '上传流程文件' }).click();
    await this.dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(xml) });
    await this.dialog.getByRole('button', { name: '检查并保存为草稿' }).click();
  }

  async publish(note: string, number = 1): Promise<void> {
    await this.page.getByRole('button', { name: /^发\s*布$/ }).click();
    await publishIn(this.dialog, note);
    await this.page.getByText(`已发布 第 ${number} 版`).waitFor();
  }

  async retire(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: /^停\s*用$/ }).click();
    await this.dialog.getByRole('textbox', { name: '理由' }).fill(reason);
    await this.dialog.getByRole('button', { name: /^停\s*用$/ }).click();
    await this.page.getByText('已停用').first().waitFor();
  }

  /** Adds a field of the record to the form of a task, in NocoBase's designer. */
  async addField(key: string, element: string, title: string): Promise<void> {
    await openPage(this.page, `/admin/wuxin/processes/${key}/form/${element}/design`, 'button:has-text("字段")');
    await this.page.getByRole('button', { name: '字段' }).click();
    const field = this.page.getByRole('menuitem', { name: title, exact: true });
    // NocoBase makes the menu only now, a switch for each of some seventy fields: on a busy machine that alone takes seconds,
    // and so does the choice; each is waited for by itself
    await field.waitFor();
    const saved = this.page.waitForResponse((response) => response.url().includes('flowModels:save') && response.ok());
    await Promise.all([saved, field.click()]);
  }
}
