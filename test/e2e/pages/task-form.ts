import type { Locator, Page } from 'playwright-core';
import { titleOf, type UploadedFile } from './uploaded-file';

export interface Row {
  readonly [column: string]: string;
}

/** Rows that are new, in a table that was empty. */
export interface Added {
  readonly added: readonly Row[];
}

/** What a person types into the fields of a task, by label: text, numbers and dates as letters, choices by their words. */
export type Entries = Readonly<Record<string, string | number | readonly string[] | readonly Row[] | Added>>;

const KINDS = ['textbox', 'spinbutton', 'combobox'] as const;
const isAdded = (value: Entries[string]): value is Added => typeof value === 'object' && 'added' in value;
const isRows = (value: Entries[string]): value is readonly Row[] => Array.isArray(value) && typeof value[0] === 'object';

/** The form of a task as NocoBase renders it. Fields are found the way a person does: by the words beside them. */
export class TaskForm {
  constructor(private readonly page: Page) {}

  /** The field with this label, whatever its kind. */
  field(label: string): Locator {
    const name = new RegExp(`^\\*?\\s*${label}\\s*:?$`);
    const [first, ...others] = KINDS.map((kind) => this.page.getByRole(kind, { name }));
    return others.reduce((either, other) => either.or(other), first!);
  }

  /** Label and content of a field that can only be read. */
  shown(label: string): Locator {
    return this.page
      .locator('.ant-form-item')
      .filter({ has: this.page.locator('label').filter({ hasText: new RegExp(`^${label}\\s*:?$`) }) })
      .first();
  }

  /** Waits until a field that can only be read says this. */
  async expectShown(label: string, words: string | RegExp): Promise<void> {
    await this.shown(label).filter({ hasText: words }).waitFor();
  }

  async fill(entries: Entries): Promise<void> {
    for (const [label, value] of Object.entries(entries)) {
      if (isAdded(value)) await this.addRows(label, value.added);
      else if (isRows(value)) await this.fillRows(label, value);
      else await this.enter(this.field(label), value);
    }
  }

  /** Adds a file to a field; ends when the server has it and the field shows it, with the address that the file has. */
  async attach(label: string, file: UploadedFile): Promise<string> {
    const item = this.shown(label);
    const answer = this.page.waitForResponse((response) => response.url().includes('attachments:create') && response.ok());
    await item.locator('input[type=file]').setInputFiles(file);
    const { data } = (await (await answer).json()) as { data: { url: string } };
    await item.getByRole('link', { name: titleOf(file), exact: true }).waitFor();
    return data.url;
  }

  /** Takes the day that a phone's wheel of days begins with, which is today. */
  async chooseShownDay(label: string): Promise<void> {
    await this.field(label).click({ force: true }); // what opens the wheel lies over the field
    await this.page.locator('.adm-picker-header-button').last().click();
  }

  private async addRows(label: string, rows: readonly Row[]): Promise<void> {
    for (const _row of rows) await this.shown(label).getByRole('button', { name: '添加' }).click();
    await this.fillRows(label, rows);
  }

  private async fillRows(label: string, rows: readonly Row[]): Promise<void> {
    for (const [index, cells] of rows.entries()) {
      const row = this.shown(label).locator('.ant-table-row').nth(index);
      for (const [column, value] of Object.entries(cells)) {
        await this.enter(row.getByRole('combobox', { name: column }).or(row.getByRole('textbox', { name: column })), value);
      }
    }
  }

  private async enter(field: Locator, value: string | number | readonly string[]): Promise<void> {
    await field.waitFor();
    const isChoice = (await field.getAttribute('role')) === 'combobox';
    if (isChoice) return this.choose(field, typeof value === 'object' ? value : [String(value)]);
    await field.fill(String(value));
    // a date counts once it is confirmed
    if (/^\d{4}-\d\d-\d\d$/.test(String(value))) await field.press('Enter');
  }

  private async choose(field: Locator, words: readonly string[]): Promise<void> {
    await field.locator('xpath=ancestor::div[contains(@class, "ant-select-selector")]').click();
    const id = await field.getAttribute('aria-controls');
    const list = this.page.locator('.ant-select-dropdown').filter({ has: this.page.locator(`[id="${id}"]`) });
    for (const word of words) {
      const options = list.locator('.ant-select-item-option');
      const option = options.filter({ has: this.page.getByText(word, { exact: true }) });
      await options.first().waitFor();
      // of a long list only the first come; the others are found by their letters
      if ((await option.count()) === 0) await field.fill(word);
      await option.click();
    }
    // a list of many stays open
    if (words.length > 1) await field.press('Escape');
    await list.waitFor({ state: 'hidden' });
  }
}
