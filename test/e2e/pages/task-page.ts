import type { Locator, Page } from 'playwright-core';
import { TaskForm, type Entries } from './task-form';

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

  /** Presses an outcome, and the same words again where the page asks whether it is meant. */
  async press(outcome: string): Promise<void> {
    await this.outcomes.getByRole('button', { name: spaced(outcome) }).click();
    const question = this.page.getByRole('dialog', { name: `确认“${outcome}”？` });
    const answered = this.page.getByText(`已办理：${outcome}`).or(this.page.getByRole('alert').filter({ visible: true }));
    await question.or(answered).first().waitFor();
    if (await question.isVisible()) await question.getByRole('button', { name: spaced(outcome) }).click();
  }

  /** Decides the task; ends when the page says that it is done. */
  async decide(outcome: string): Promise<void> {
    await this.press(outcome);
    await this.page.getByText(`已办理：${outcome}`).waitFor();
  }

  async fillAndDecide(entries: Entries, outcome: string): Promise<void> {
    await this.form.fill(entries);
    await this.decide(outcome);
  }
}

/** antd puts a space between two Chinese characters on a button. */
export const spaced = (words: string): RegExp | string =>
  words.length === 2 ? new RegExp(`^${words[0]}\\s*${words[1]}$`) : words;
