import { openPage, type Cast, type Size } from '../harness';
import { Inbox } from '../pages/inbox';
import { spaced } from '../pages/spaced';
import type { Entries } from '../pages/task-form';
import { TaskPage } from '../pages/task-page';
import type { Office } from './office';

/** What people of the demonstration do, each in a browser of their own. */
export class Desk {
  constructor(
    readonly cast: Cast,
    readonly office: Office,
  ) {}

  /** An open task of somebody, by their inbox; what a called case brings after the commit is waited for. */
  async task(who: string, title: string, step: string, size: Size = 'desktop'): Promise<TaskPage> {
    const { taskId } = await this.office.task(who, title, step);
    const page = await this.cast.page(who, size);
    if (size === 'desktop') return (await Inbox.open(page)).openTask(title, step);
    await openPage(page, `/admin/wuxin/task/${taskId}`, 'h2');
    return new TaskPage(page);
  }

  async act(who: string, [title, step]: readonly [title: string, step: string], outcome: string, entries: Entries = {}) {
    await (await this.task(who, title, step)).fillAndDecide(entries, outcome);
  }

  /** Starts a case at a place; ends on its first task. */
  async start(who: string, { process, place, title }: { process: string; place: string; title: string }): Promise<TaskPage> {
    const page = await this.cast.page(who);
    await openPage(page, `/admin/wuxin/start?process=${process}`, 'button[type=submit]');
    const task = new TaskPage(page);
    await task.form.fill({ 属地: place });
    await page.getByRole('textbox', { name: '标题' }).fill(title);
    await page.getByRole('button', { name: spaced('发起') }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    return task;
  }
}
