import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { openPage } from '../harness';
import type { UploadedFile } from './uploaded-file';

/** 导入内容包, and the dialog that exports one. */
export class Packs {
  constructor(readonly page: Page) {}

  /** What administrators are working on, with the processes that it calls. */
  async exportDraft(key: string): Promise<UploadedFile> {
    await openPage(this.page, `/admin/wuxin/processes/${key}/detail`, '.djs-shape');
    await this.page.getByRole('button', { name: '导出内容包' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '正在修改的草案' }).check();
    expect(await dialog.getByRole('checkbox', { name: '连同它调用的流程' }).isChecked()).toBe(true);
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      dialog.getByRole('button', { name: '导出内容包' }).click(),
    ]);
    await dialog.waitFor({ state: 'detached' });
    return {
      name: download.suggestedFilename(),
      mimeType: 'application/zip',
      buffer: readFileSync(await download.path()),
    };
  }

  /** Chooses a file; ends when the page says what it would do with its first procedure. */
  async choose(file: UploadedFile): Promise<void> {
    await openPage(this.page, '/admin/wuxin/packs/import', 'input[type=file] >> xpath=..');
    await this.page.locator('input[type=file]').setInputFiles(file);
    await this.page.getByRole('button', { name: /^导入为草案/ }).waitFor();
  }

  /** What is said of one procedure. */
  procedure(name: string): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByRole('heading', { level: 2, name, exact: true }) });
  }

  /** Findings of one kind, unfolded, each as people read it. */
  async findings(procedure: string, title: RegExp): Promise<string[]> {
    const group = this.procedure(procedure).locator('.ant-collapse-item').filter({ hasText: title });
    const header = group.getByRole('button').first();
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    await group.getByRole('listitem').first().waitFor();
    return group.getByRole('listitem').allInnerTexts();
  }

  async decide(finding: string | RegExp, side: '保留本地' | '采用内容包'): Promise<void> {
    const question = this.page.getByRole('radiogroup', { name: finding });
    await question.getByRole('radio', { name: new RegExp(side) }).check();
  }

  /** Takes in what is chosen; ends when it is there. */
  async take(count: number): Promise<void> {
    await this.page.getByRole('button', { name: `导入为草案（${count} 个程序）` }).click();
    await this.page.getByText(`已导入 ${count} 个程序，各为草案`).waitFor();
  }
}
