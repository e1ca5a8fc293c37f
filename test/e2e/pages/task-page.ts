import type { Locator, Page } from 'playwright-core';
import { ActDialog } from './act-dialog';
import { spaced } from './spaced';
import { TaskForm, type Entries } from './task-form';
import { titleOf, type UploadedFile } from './uploaded-file';

/** The page of one task. */
export class TaskPage {
  readonly form: TaskForm;

  constructor(readonly page: Page) {
    this.form = new TaskForm(page);
  }

  /** The outcomes that are offered, with what follows from each. */
  get outcomes(): Locator {
    return this.page.getByRole('group', { name: '办理', exact: true });
  }

  get history(): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByRole('heading', { name: '办理记录' }) });
  }

  get files(): Locator {
    return this.page.locator('.ant-card').filter({ has: this.page.getByRole('heading', { name: '附件', exact: true }) });
  }

  get refusal(): Locator {
    return this.outcomes.getByRole('alert');
  }

  async currentStage(): Promise<string> {
    const stage = this.page.getByRole('list', { name: '办理阶段' }).locator('[aria-current=step]');
    return (await stage.innerText()).replace(/\s*当前阶段\s*/, '');
  }

  async writeOpinion(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '办理意见' }).fill(text);
  }

  opinion(): Promise<string> {
    return this.page.getByRole('textbox', { name: '办理意见' }).inputValue();
  }

  /** Proposes an outcome of a delegated task; ends when the page says to whom it went back. */
  async giveBack(outcome: string, to: string): Promise<void> {
    await this.press(outcome);
    await this.page.getByText(`已交回 ${to}`).waitFor();
  }

  /** Presses an outcome, and the same words again where the page asks whether it is meant. */
  async press(outcome: string): Promise<void> {
    await this.outcomes.getByRole('button', { name: spaced(outcome) }).click();
    const question = this.page.getByRole('dialog', { name: `确认“${outcome}”？` });
    const answered = this.page
      .getByRole('status')
      .filter({ hasText: /已办理：|已交回 / })
      .or(this.page.getByRole('alert').filter({ visible: true }));
    await question.or(answered).first().waitFor();
    if (await question.isVisible()) await question.getByRole('button', { name: spaced(outcome) }).click();
  }

  /** Decides the task; ends when the page says that it is done. */
  async decide(outcome: string): Promise<void> {
    await this.press(outcome);
    await this.page.getByText(`已办理：${outcome}`).waitFor();
  }

  /** Adds a file to the task; ends when the page lists it, by its name without the ending. */
  async attach(file: UploadedFile): Promise<void> {
    await this.files.locator('input[type=file]').setInputFiles(file);
    await this.file(file).waitFor();
  }

  /** The link that opens a file of the task. */
  file(file: UploadedFile): Locator {
    return this.files.getByRole('link', { name: titleOf(file), exact: true });
  }

  async claim(): Promise<void> {
    await this.page.getByRole('button', { name: spaced('认领') }).click();
    await this.page.getByRole('button', { name: '取消认领' }).waitFor();
  }

  async putBack(): Promise<void> {
    await this.page.getByRole('button', { name: '取消认领' }).click();
    await this.page.getByRole('button', { name: spaced('认领') }).waitFor();
  }

  async handOver(act: '转办' | '委派', to: string, reason: string): Promise<void> {
    const consequence = act === '转办' ? '您的待办中不再出现' : '对方办完后会回到您这里';
    await new ActDialog(this.page).act(act, `已${act}`, { consequence, reason, person: ['交给谁', to] });
  }

  async returnTo(step: string, reason: string): Promise<void> {
    const consequence = '办件回到所选环节重新办理';
    await new ActDialog(this.page).act('退回', '已退回', { consequence, reason, step: ['退回到哪一步', step] });
  }

  async fillAndDecide(entries: Entries, outcome: string): Promise<void> {
    await this.form.fill(entries);
    await this.decide(outcome);
  }
}
