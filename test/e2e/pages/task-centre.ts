import type { Locator, Page } from 'playwright-core';
import { TaskPage } from './task-page';

type Status = 'pending' | 'completed';

/** NocoBase's own list of what people have to do, with our tasks beside those of its workflows. */
export class TaskCentre {
  constructor(readonly page: Page) {}

  /** The button in NocoBase's head. */
  get button(): Locator {
    return this.page.getByTestId('workflow-tasks-button');
  }

  /** How many the button says there are to do. */
  async count(): Promise<number> {
    return Number(await this.button.locator('.ant-badge-count').getAttribute('title'));
  }

  async expectCount(count: number): Promise<void> {
    await this.button.locator(`.ant-badge-count[title="${count}"]`).waitFor();
  }

  /** By the button, as people come here. */
  async open(): Promise<void> {
    await this.button.click();
    await this.page.getByTestId('workflow-tasks-desktop').waitFor();
  }

  async show(status: Status): Promise<void> {
    await this.page.locator(`[data-testid=workflow-tasks-desktop] [data-node-key=${status}]`).click();
    await this.page.waitForURL(`**/workflow/tasks/bpmnTask/${status}`);
  }

  item(title: string): Locator {
    return this.page.getByTestId('workflow-task-list-region').getByRole('button').filter({ hasText: title });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** In the dialog, where the same can be done as on the page of the task. */
  async openTask(title: string): Promise<TaskPage> {
    await this.item(title).click();
    await this.dialog.getByRole('group', { name: '办理', exact: true }).waitFor();
    return new TaskPage(this.page);
  }

  async close(): Promise<void> {
    await this.dialog.locator('.ant-modal-close').first().click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
