import type { Locator, Page } from 'playwright-core';
import { openPage } from '../harness';
import { publishIn } from './publish';

const TRIES = 3;
const SHOWN_IN_MS = 2_000;

/** The designer of one process. */
export class Designer {
  constructor(readonly page: Page) {}

  async open(key: string): Promise<void> {
    await openPage(this.page, `/admin/wuxin/processes/${key}/design`, '.djs-shape');
    await this.panel.getByRole('heading', { level: 2 }).waitFor();
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: '属性' });
  }

  /** The settings of one of the buttons with which a task ends, counted from 1. */
  outcome(number: number): Locator {
    return this.panel.getByRole('group', { name: `结果 ${number}`, exact: true });
  }

  /** Where it says whether what was drawn is safe. */
  get note(): Locator {
    return this.page.locator('section[aria-labelledby] [role=status]').filter({ hasText: /草稿|改动|修改|保存/ });
  }

  element(id: string): Locator {
    return this.page.locator(`.djs-element[data-element-id="${id}"]`);
  }

  /** Finds an element by its name, as people do in a drawing that is larger than the window, and chooses it. */
  async choose(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^在流程图中查找/ }).click();
    const search = this.page.locator('.djs-search-input input');
    await search.fill(name);
    await search.press('End'); // it looks when a key is let go
    await this.page.locator('.djs-search-result').first().waitFor();
    await search.press('Enter');
    await this.panel.getByRole('heading', { level: 2, name: `设置：${name}` }).waitFor();
  }

  /** Types into a field of the panel and leaves it. */
  async fill(label: string, text: string, within: Locator = this.panel): Promise<void> {
    const field = within.getByLabel(label, { exact: true });
    await field.fill(text);
    await field.blur();
  }

  async pick(label: string, option: string, which: 'first' | 'last' = 'first'): Promise<void> {
    // not the field itself, over which lies what is chosen
    const field = this.panel
      .locator('.ant-select-selector')
      .filter({ has: this.page.getByLabel(label, { exact: true }) })
      [which]();
    for (let tried = 0; tried < TRIES; tried += 1) {
      await field.click();
      await this.page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
      // what the last choice brings into the panel at this very moment moves the list, and the press misses it
      if ((await field.count()) === 0 || (await this.comesTo(field, option))) return;
    }
    throw new Error(`“${option}” was chosen ${TRIES} times for “${label}”, which does not show it.`);
  }

  private async comesTo(field: Locator, text: string): Promise<boolean> {
    return field
      .filter({ hasText: text })
      .waitFor({ timeout: SHOWN_IN_MS })
      .then(
        () => true,
        () => false,
      );
  }

  async saved(): Promise<void> {
    await this.note.filter({ hasText: /已于 .* 保存/ }).waitFor();
  }

  async publish(note: string): Promise<void> {
    await this.page.getByRole('button', { name: /^发\s*布$/ }).click();
    const dialog = this.page.getByRole('dialog');
    await publishIn(dialog, note);
    await this.page.getByText('已发布', { exact: true }).waitFor();
  }
}
